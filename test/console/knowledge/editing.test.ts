/** Nothing that was typed may vanish, whoever else writes. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createEditing } from "../../../src/console/knowledge/draft/editing.ts";
import { type Fields, fieldsOf } from "../../../src/console/knowledge/draft/fields.ts";
import { recallCopy } from "../../../src/console/knowledge/draft/localcopy.ts";
import type { Draft } from "../../../src/console/knowledge/records.ts";

/** The browser's storage. */
function emptyStorage(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}
beforeEach(emptyStorage);

const refused = (code: string) =>
  Object.assign(new Error(code), { data: { problem: { code, params: {} } } });

const begun = {
  id: "0199f3a0-0000-7000-8000-000000000001",
  version: 1,
  state: "draft",
  body: "## Issue\n\nIt rings twice.\n",
  category: "setup",
  slug: "rings-twice",
  frontMatter: {
    title: "It rings twice",
    description: "",
    modules: [],
    aliases: [],
    audience: "public",
    owner: "support",
  },
} as unknown as Draft;

/** The draft as the server has it, with a colleague who may change it. */
function desk() {
  let stored = begun;
  let isAway = false;
  const become = (part: Partial<Draft>) => {
    stored = { ...stored, ...part, version: stored.version + 1 };
  };
  const server = {
    async read() {
      if (isAway) throw new Error("away");
      return stored;
    },
    async save({ version }: { version: number }, fields: Fields) {
      if (isAway) throw new Error("away");
      if (version !== stored.version) throw refused("draft_changed");
      const { body, category, slug, ...front } = fields;
      become({ body, category, slug, frontMatter: { ...stored.frontMatter, ...front } });
      return { version: stored.version };
    },
  };
  return {
    server,
    become,
    stored: () => stored,
    leave() {
      isAway = true;
    },
    comeBack() {
      isAway = false;
    },
  };
}

test("what was typed is on the server, and no copy is left in the browser", async () => {
  const { server, stored } = desk();
  const editing = createEditing(begun, server);
  editing.change({ body: "One" });
  expect(recallCopy(begun.id)?.fields.body).toBe("One");
  expect(await editing.flush()).toBe(true);
  expect([stored().body, stored().version]).toEqual(["One", 2]);
  expect(recallCopy(begun.id)).toBeNull();
});

test("what is typed while saving goes on is saved after it", async () => {
  const { server, stored } = desk();
  const editing = createEditing(begun, server);
  editing.change({ body: "One" });
  const saving = editing.flush();
  await Promise.resolve();
  editing.change({ body: "One two" });
  expect(await saving).toBe(true);
  expect(stored().body).toBe("One two");
});

test("while the server is away the copy stays, and a new visit goes on from it", async () => {
  const { server, leave, comeBack, stored } = desk();
  const editing = createEditing(begun, server);
  leave();
  editing.change({ body: "Written in a tunnel" });
  expect(await editing.flush()).toBe(false);
  expect(editing.get().standing).toBe("refused");
  comeBack();
  const later = createEditing(begun, server);
  expect(later.get().fields.body).toBe("Written in a tunnel");
  expect(await later.flush()).toBe(true);
  expect(stored().body).toBe("Written in a tunnel");
});

test("a title that the server would refuse stays in the browser", async () => {
  const { server, stored } = desk();
  const editing = createEditing(begun, server);
  editing.change({ title: " " });
  expect(await editing.flush()).toBe(false);
  expect(editing.get().standing).toBe("invalid");
  expect(stored().version).toBe(1);
  expect(recallCopy(begun.id)?.fields.title).toBe(" ");
});

describe("a colleague was faster", () => {
  test("with a decision: mine is stored on top of it", async () => {
    const { server, become, stored } = desk();
    const editing = createEditing(begun, server);
    become({ state: "in_review" });
    editing.change({ body: "Mine" });
    expect(await editing.flush()).toBe(true);
    expect([stored().body, stored().state, stored().version]).toEqual(["Mine", "in_review", 3]);
  });

  test.each([
    ["keepMine", "Mine"],
    ["takeTheirs", "Theirs"],
  ] as const)("with words: both stay until %s", async (choice, body) => {
    const { server, become, stored } = desk();
    const editing = createEditing(begun, server);
    become({ body: "Theirs" });
    editing.change({ body: "Mine" });
    expect(await editing.flush()).toBe(false);
    expect(editing.get()).toMatchObject({ standing: "conflict", fields: { body: "Mine" } });
    expect(editing.get().theirs?.body).toBe("Theirs");
    expect(recallCopy(begun.id)?.fields.body).toBe("Mine");
    // Closing the page loses neither.
    expect(createEditing(stored(), server).get()).toMatchObject({ standing: "conflict" });
    editing[choice]();
    expect(await editing.flush()).toBe(true);
    expect(stored().body).toBe(body);
    expect(editing.get()).toMatchObject({ standing: "saved", theirs: null, fields: { body } });
    expect(recallCopy(begun.id)).toBeNull();
  });

  test("by publishing it: nothing is overwritten, the copy stays", async () => {
    const { server, become, stored } = desk();
    const editing = createEditing(begun, server);
    become({ state: "published" });
    editing.change({ body: "Too late" });
    expect(await editing.flush()).toBe(false);
    expect(stored().body).toBe(begun.body);
    expect(recallCopy(begun.id)?.fields.body).toBe("Too late");
  });

  test("while nothing is typed: theirs is shown", () => {
    const { server, become, stored } = desk();
    const editing = createEditing(begun, server);
    become({ body: "Theirs" });
    editing.heard(stored());
    expect(editing.get().fields).toEqual(fieldsOf(stored()));
  });
});

test("an act is done to what was typed, and what came of it is shown", async () => {
  const { server, become, stored } = desk();
  const editing = createEditing(begun, server);
  editing.change({ body: "Call [NAME]" });
  const done = await editing.act(async ({ version }) => {
    expect(version).toBe(stored().version);
    become({ body: stored().body.replace("[NAME]", "Bell") });
    return { version: stored().version };
  });
  expect(done).toEqual({ version: 3 });
  expect(editing.get()).toMatchObject({ standing: "saved", fields: { body: "Call Bell" } });
});

test("an act that is refused says why and keeps the text", async () => {
  const { server } = desk();
  const editing = createEditing(begun, server);
  editing.change({ body: "Mine" });
  expect(await editing.act(() => Promise.reject(refused("draft_incomplete")))).toBeNull();
  expect(editing.get()).toMatchObject({
    refusal: { code: "draft_incomplete" },
    fields: { body: "Mine" },
  });
});
