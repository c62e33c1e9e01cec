/** What has been sent but can still be taken back: it really goes out five seconds later. */
import { useSyncExternalStore } from "react";
import type { Refusal } from "../refusal.ts";
import { refusalOf } from "../refusal.ts";

const graceMs = 5000;

export type Outgoing = {
  /** The draft it was made from, see `drafts.ts`. */
  slot: string;
  /** The ticket's number. */
  number: number;
  kind: "reply" | "resolve";
  /** By this device's clock; null once it is on its way. */
  leavesAt: number | null;
};

type Job = Outgoing & {
  send: () => Promise<void>;
  fail: (refusal: Refusal) => void;
  timer?: ReturnType<typeof setTimeout>;
};

let jobs: readonly Job[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}

const without = (slot: string) => jobs.filter((job) => job.slot !== slot);

async function leave(slot: string): Promise<void> {
  const job = jobs.find((candidate) => candidate.slot === slot);
  if (!job || job.leavesAt === null) return;
  clearTimeout(job.timer);
  replace([...without(slot), { ...job, leavesAt: null }]);
  try {
    await job.send();
  } catch (error) {
    job.fail(refusalOf(error));
  } finally {
    replace(without(slot));
  }
}

/** @param job.fail hears why it was refused; the draft is still there then. */
export function post(job: Omit<Job, "leavesAt" | "timer">): void {
  const timer = setTimeout(() => void leave(job.slot), graceMs);
  replace([...without(job.slot), { ...job, leavesAt: Date.now() + graceMs, timer }]);
}

/** Takes it back; the draft was never thrown away. */
export function undo(slot: string): void {
  const job = jobs.find((candidate) => candidate.slot === slot);
  if (!job || job.leavesAt === null) return;
  clearTimeout(job.timer);
  replace(without(slot));
}

export const sendNow = (slot: string): void => void leave(slot);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOutbox = (): readonly Outgoing[] => useSyncExternalStore(subscribe, () => jobs);

// Leaving the page sends what waits, and asks to stay until it has arrived.
addEventListener("beforeunload", (event) => {
  if (jobs.length === 0) return;
  for (const { slot } of jobs) sendNow(slot);
  event.preventDefault();
});
