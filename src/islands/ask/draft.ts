/** What is typed into the form, kept on this device until it is sent. */
import type { Answers } from "../../../content/forms.ts";
import { newId } from "../ids.ts";

export type Draft = {
  /** The message's key: sending it twice makes one ticket. */
  key: string;
  answers: Answers;
  /** Ids of parts of the context that were removed. */
  removed: string[];
  /** Milliseconds since 1970; null while nothing was kept yet. */
  savedAt: number | null;
};

/** Who wrote last from this device, so that nobody types it twice. */
export type Sender = { name: string; email: string };

const draftPlace = "answerable.draft";
const senderPlace = "answerable.sender";
const spentPlace = "answerable.spent";

export const emptyDraft = (): Draft => ({ key: newId(), answers: {}, removed: [], savedAt: null });

export function loadDraft(): Draft | null {
  const kept = read(draftPlace) as Partial<Draft> | null;
  if (!kept?.key || !kept.answers || isSpent(kept.key)) return null;
  const { key, answers, removed = [], savedAt = null } = kept;
  return { key, answers, removed, savedAt };
}

export const saveDraft = (draft: Draft): void =>
  write(draftPlace, { ...draft, savedAt: Date.now() });

export const forgetDraft = (): void => write(draftPlace, null);

export function loadSender(): Sender | null {
  const kept = read(senderPlace) as Partial<Sender> | null;
  return kept?.email ? { name: kept.name ?? "", email: kept.email } : null;
}

export const saveSender = (sender: Sender): void => write(senderPlace, sender);

/** Another tab may have sent the draft that this one shows: its key then stands for that message. */
export const isSpent = (key: string): boolean => spentKeys().includes(key);

export const spend = (key: string): void => write(spentPlace, [...spentKeys(), key].slice(-20));

/** The message was taken back: its key is free again. */
export const unspend = (key: string): void =>
  write(
    spentPlace,
    spentKeys().filter((spent) => spent !== key),
  );

const spentKeys = (): string[] => (read(spentPlace) as string[] | null) ?? [];

function read(place: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

/** Storage may be switched off or full; what was typed then lasts as long as the page. */
function write(place: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(value));
  } catch {}
}
