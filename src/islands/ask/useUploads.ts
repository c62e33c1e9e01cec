import { useCallback, useRef } from "react";
import type { Locale } from "../../../content/schema.ts";
import { attempt } from "../trouble.ts";
import type { FileItem } from "./fileitem.ts";
import { dropFile, type KeptFile, keepFile } from "./store.ts";
import { upload } from "./upload.ts";

type Change = (id: string, part: Partial<FileItem>) => void;

/** Sends files ahead of the message. `change` hears how each of them fares. */
export function useUploads(locale: Locale, change: Change) {
  const running = useRef(new Map<string, { stop: AbortController; done: Promise<void> }>());

  const start = useCallback(
    (file: KeptFile) => {
      const stop = new AbortController();
      const done = send(file, { locale, change, signal: stop.signal }).finally(() =>
        running.current.delete(file.id),
      );
      running.current.set(file.id, { stop, done });
    },
    [change, locale],
  );

  return {
    start,
    stop: (id: string) => running.current.get(id)?.stop.abort(),
    stopAll: () => {
      for (const { stop } of running.current.values()) stop.abort();
    },
    /** Resolves when nothing is under way. */
    settled: () => Promise.all([...running.current.values()].map(({ done }) => done)),
  };
}

type Options = { locale: Locale; change: Change; signal: AbortSignal };

async function send(file: KeptFile, { locale, change, signal }: Options): Promise<void> {
  const progress = (share: number) => change(file.id, { share });
  const outcome = await attempt(() => upload(file, { locale, signal, progress }));
  if (signal.aborted) return;
  if (outcome.kind === "done") {
    const stored = { id: outcome.value, at: Date.now() };
    change(file.id, { state: "sent", share: 1, stored });
    await keepFile({ ...file, stored }).catch(() => {});
  } else if (outcome.kind === "away" || outcome.refusal.code === "rate_limited") {
    change(file.id, { state: "waiting" });
  } else {
    change(file.id, { state: "refused", reason: outcome.refusal.message });
    await dropFile(file.id).catch(() => {});
  }
}
