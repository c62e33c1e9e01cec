/**
 * One draft being written: every change is kept in the browser at once and on the server a moment
 * later. Where somebody else changed the same draft, both versions stay until a person has chosen.
 */
import type { Refusal } from "../../refusal.ts";
import { refusalOf } from "../../refusal.ts";
import type { Draft } from "../records.ts";
import { type Fields, faultsOf, fieldsOf, sameFields } from "./fields.ts";
import { dropCopy, keepCopy, recallCopy } from "./localcopy.ts";

/** After the last key, in milliseconds. */
const pauseMs = 900;
const againMs = 5000;

export type Standing = "saved" | "waiting" | "saving" | "invalid" | "refused" | "conflict";
export type EditingState = {
  fields: Fields;
  standing: Standing;
  /** Why the last thing that was tried did not happen. */
  refusal: Refusal | null;
  /** The other version, while it is undecided which one goes on. */
  theirs: Draft | null;
};

type Seen = { id: string; version: number };

/** How the server is reached. */
export type Server = {
  save(seen: Seen, fields: Fields): Promise<{ version: number }>;
  read(): Promise<Draft>;
};

export type Editing = ReturnType<typeof createEditing>;

export function createEditing(first: Draft, server: Server) {
  const { id } = first;
  let base = { version: first.version, fields: fieldsOf(first) };
  let state: EditingState = {
    fields: base.fields,
    standing: "saved",
    refusal: null,
    theirs: null,
  };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<boolean> = Promise.resolve(true);

  const isClean = () => sameFields(state.fields, base.fields);
  const set = (change: Partial<EditingState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const keep = () => {
    if (isClean()) dropCopy(id);
    else keepCopy(id, base.version, state.fields);
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  /** The server's version becomes the ground; what was typed meanwhile stays. */
  function stand(on: { version: number; fields: Fields }): void {
    const untouched = isClean();
    base = on;
    if (untouched) set({ fields: on.fields, standing: "saved" });
    keep();
  }

  async function save(): Promise<boolean> {
    if (state.theirs) return false;
    if (isClean()) return settle();
    if (faultsOf(state.fields).length > 0) return fail("invalid", null);
    const sent = state.fields;
    set({ standing: "saving", refusal: null });
    try {
      const { version } = await server.save({ id, version: base.version }, sent);
      base = { version, fields: sent };
    } catch (error) {
      return refused(refusalOf(error), sent);
    }
    return isClean() ? settle() : save();
  }

  function settle(): boolean {
    keep();
    set({ standing: "saved" });
    return true;
  }

  function fail(standing: Standing, refusal: Refusal | null): boolean {
    keep();
    set({ standing, refusal });
    return false;
  }

  async function refused(refusal: Refusal, sent: Fields): Promise<boolean> {
    if (refusal.code === "draft_changed") {
      const theirs = await server.read().catch(() => null);
      if (theirs) return meet(theirs, sent);
    }
    if (refusal.code === "unreachable") later(againMs);
    return fail("refused", refusal);
  }

  /** Somebody was faster: with a decision or a review, which is no conflict, or with words. */
  function meet(theirs: Draft, sent: Fields): Promise<boolean> | boolean {
    const fields = fieldsOf(theirs);
    const isOver = theirs.state === "published" || theirs.state === "discarded";
    if (!isOver && (sameFields(fields, base.fields) || sameFields(fields, sent))) {
      base = { version: theirs.version, fields };
      return save();
    }
    keep();
    set({ standing: "conflict", theirs });
    return false;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    turn = turn.then(save, save);
    return turn;
  }

  const copy = recallCopy(id);
  if (copy && !sameFields(copy.fields, base.fields)) {
    const isOurs = copy.version === base.version;
    state = { ...state, fields: copy.fields, standing: isOurs ? "waiting" : "conflict" };
    if (isOurs) later(pauseMs);
    else state.theirs = first;
  } else dropCopy(id);

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: (): EditingState => state,
    change(part: Partial<Fields>) {
      const fields = { ...state.fields, ...part };
      set({ fields, standing: state.theirs ? "conflict" : "waiting", refusal: null });
      keep();
      if (!state.theirs) later(pauseMs);
    },
    /** Saves now. @returns whether everything that was typed is on the server. */
    flush,
    /** Does something to the draft as it is written now, and reads what came of it. */
    async act<T>(call: (seen: Seen) => Promise<T>): Promise<T | null> {
      if (!(await flush())) return null;
      set({ refusal: null });
      try {
        return await call({ id, version: base.version });
      } catch (error) {
        set({ refusal: refusalOf(error) });
        return null;
      } finally {
        const now = await server.read().catch(() => null);
        if (now) stand({ version: now.version, fields: fieldsOf(now) });
      }
    },
    /** A newer version was read. What is being typed is not touched: saving will notice. */
    heard(draft: Draft) {
      if (draft.version <= base.version || !isClean() || state.standing !== "saved") return;
      stand({ version: draft.version, fields: fieldsOf(draft) });
    },
    /** Mine goes on; theirs is overwritten, after both were looked at. */
    keepMine() {
      if (!state.theirs) return;
      base = { version: state.theirs.version, fields: fieldsOf(state.theirs) };
      set({ theirs: null, standing: "waiting" });
      void flush();
    },
    takeTheirs() {
      if (!state.theirs) return;
      base = { version: state.theirs.version, fields: fieldsOf(state.theirs) };
      set({ theirs: null, fields: base.fields, standing: "saved", refusal: null });
      keep();
    },
    forgetRefusal: () => set({ refusal: null }),
  };
}
