/**
 * Messages that wait on this device until we can be reached. Each arrives once: the server knows it
 * by its key, and only one tab sends at a time.
 */
import type { Receipt } from "../../../server/tickets/submit.service.ts";
import type { Outcome } from "../trouble.ts";
import { deliverLetter } from "./deliver.ts";

export { deliverLetter };

import { news } from "./news.ts";
import { dropFilesOf, filesOf, keepFile, type Letter, store } from "./store.ts";
import { setUnsentFlag } from "./unsent.ts";

const day = 86_400_000;
const firstPause = 2000;
const longestPause = 60_000;

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** @throws where the browser keeps nothing. */
export async function putLetter(letter: Letter): Promise<void> {
  await (await store()).put("letters", letter);
  setUnsentFlag(true);
}

/**
 * Takes a message back, once no tab is sending it; its files stay with the draft of the same key.
 * @returns the message; with a receipt if it has arrived meanwhile and can't be taken back.
 */
export function takeLetter(key: string): Promise<Letter | undefined> {
  return alone(async () => {
    const database = await store();
    const letter = await database.get("letters", key);
    if (!letter?.receipt) await database.delete("letters", key);
    await refreshFlag();
    return letter;
  });
}

/** Messages that haven't arrived, oldest first. */
export async function unsentLetters(): Promise<Letter[]> {
  const letters = await (await store()).getAll("letters");
  return letters
    .filter(({ receipt }) => !receipt)
    .sort((a, b) => Number(a.submission.writtenAt) - Number(b.submission.writtenAt));
}

/** Sends one message now, after whatever another tab is sending. */
export function deliverNow(key: string, website = ""): Promise<Outcome<Receipt>> {
  return alone(async () => {
    const letter = await (await store()).get("letters", key);
    if (!letter) return { kind: "away" };
    if (letter.receipt) return { kind: "done", value: letter.receipt };
    const outcome = await deliverKept(letter, website);
    if (outcome.kind === "away") later();
    return outcome;
  });
}

/**
 * Sends what waits; tries again by itself, later and later, while the page is open. Where the
 * browser keeps nothing there is nothing to send.
 */
export const deliver = (): Promise<void> => deliverAll().catch(() => {});

async function deliverAll(): Promise<void> {
  clearTimeout(timer);
  const free = await alone(async () => {
    let away = false;
    for (const letter of await unsentLetters()) {
      if (letter.refusal) continue;
      const outcome = await deliverKept(letter);
      away ||= outcome.kind === "away";
    }
    failures = away ? failures + 1 : 0;
    if (away) later();
    return true;
  }, true);
  if (!free) later();
}

async function deliverKept(letter: Letter, website?: string): Promise<Outcome<Receipt>> {
  const files = await filesOf(letter.key);
  const outcome = await deliverLetter(letter, { files, keep: keepFile, website });
  const busy = outcome.kind === "refused" && outcome.refusal.code === "rate_limited";
  if (outcome.kind === "away" || busy) return { kind: "away" };
  const database = await store();
  if (outcome.kind === "done") {
    await database.put("letters", { ...letter, receipt: outcome.value });
    await dropFilesOf(letter.key);
  } else await database.put("letters", { ...letter, refusal: outcome.refusal });
  await refreshFlag();
  news.tell({ key: letter.key, outcome, writtenAt: letter.submission.writtenAt });
  return outcome;
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(deliver, Math.min(longestPause, firstPause * 2 ** failures));
}

async function refreshFlag(): Promise<void> {
  const database = await store();
  for (const { key, receipt } of await database.getAll("letters")) {
    if (receipt && Date.now() - receipt.receivedAt.getTime() > day)
      await database.delete("letters", key);
  }
  setUnsentFlag((await unsentLetters()).length > 0);
}

/** One tab at a time. Where the browser has no locks, the server's memory of keys is enough. */
function alone<T>(work: () => Promise<T>): Promise<T>;
function alone<T>(work: () => Promise<T>, ifAvailable: true): Promise<T | null>;
async function alone<T>(work: () => Promise<T>, ifAvailable = false): Promise<T | null> {
  if (!navigator.locks) return work();
  return navigator.locks.request("answerable.outbox", { ifAvailable }, (lock) =>
    lock ? work() : null,
  );
}

addEventListener("online", deliver);
news.listen((event) => {
  if (!event.seen) import("./notice.ts").then(({ showNotice }) => showNotice(event));
});
