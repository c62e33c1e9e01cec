import { useCallback, useEffect, useRef, useState } from "react";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { newId } from "../ids.ts";
import { attempt } from "../trouble.ts";
import { mayBeSent } from "./filetypes.ts";
import { dropFile, dropFilesOf, filesOf, type KeptFile, keepFile } from "./store.ts";
import { upload } from "./upload.ts";

/** Files that one message takes. */
const most = 10;

export type FileItem = KeptFile & {
  /** `waiting`: goes along when the message is sent. `refused`: will not be sent. */
  state: "sending" | "sent" | "waiting" | "refused";
  /** How much of it has left, 0 to 1. */
  share: number;
  /** Why it will not be sent, for the reader. */
  reason: string;
  /** Address of the picture on this device, or empty. */
  preview: string;
};

type Options = { draft: string; locale: Locale; maxBytes: number };

/** Files added to a message: kept on the device, and sent ahead of it. */
export function useFiles({ draft, locale, maxBytes }: Options) {
  const [items, setItems] = useState<readonly FileItem[]>([]);
  const latest = useRef(items);
  const running = useRef(new Map<string, { stop: AbortController; done: Promise<void> }>());

  const update = useCallback((next: (all: readonly FileItem[]) => readonly FileItem[]) => {
    latest.current = next(latest.current);
    setItems(latest.current);
  }, []);

  const change = useCallback(
    (id: string, part: Partial<FileItem>) =>
      update((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item))),
    [update],
  );

  const start = useCallback(
    (file: KeptFile) => {
      const stop = new AbortController();
      const work = async () => {
        const progress = (share: number) => change(file.id, { share });
        const outcome = await attempt(() =>
          upload(file, { locale, signal: stop.signal, progress }),
        );
        if (stop.signal.aborted) return;
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
      };
      const done = work().finally(() => running.current.delete(file.id));
      running.current.set(file.id, { stop, done });
    },
    [change, locale],
  );

  useEffect(() => {
    if (!draft) return;
    filesOf(draft)
      .then((kept) => update(() => kept.map(shown)))
      .catch(() => {});
    return () => {
      for (const { preview } of latest.current) if (preview) URL.revokeObjectURL(preview);
    };
  }, [draft, update]);

  const add = useCallback(
    (field: string, files: readonly File[]) => {
      const room = most - latest.current.length;
      const made = files.slice(0, Math.max(0, room)).map((file, index) => {
        const item = shown(keptFile(file, { draft, field, addedAt: Date.now() + index }));
        const reason = whyNot(file, { locale, maxBytes });
        return reason
          ? { ...item, state: "refused" as const, reason }
          : { ...item, state: "sending" as const };
      });
      update((all) => [...all, ...made]);
      for (const { state, share, reason, preview, ...file } of made) {
        if (state === "refused") continue;
        keepFile(file).catch(() => {});
        start(file);
      }
      return files.length <= room;
    },
    [draft, locale, maxBytes, start, update],
  );

  return {
    items,
    add,
    remove: (id: string) => {
      running.current.get(id)?.stop.abort();
      update((all) => all.filter((item) => item.id !== id));
      dropFile(id).catch(() => {});
    },
    /** Forgets them all, here and on the device. */
    clear: () => {
      for (const { stop } of running.current.values()) stop.abort();
      update(() => []);
      dropFilesOf(draft).catch(() => {});
    },
    /** Resolves when nothing is under way, with what is to be sent. */
    settled: async (): Promise<FileItem[]> => {
      await Promise.all([...running.current.values()].map(({ done }) => done));
      return latest.current.filter(({ state }) => state !== "refused");
    },
  };
}

export type FilesModel = ReturnType<typeof useFiles>;

function keptFile(file: File, at: { draft: string; field: string; addedAt: number }): KeptFile {
  const { type, size } = file;
  return { id: newId(), ...at, name: nameOf(file), type, size, blob: file };
}

/** Pasted pictures are all called `image.png`. */
function nameOf({ name, type }: File): string {
  if (name && name !== "image.png") return name;
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-");
  return `screenshot-${stamp}.${type.split("/")[1] ?? "png"}`;
}

const shown = (file: KeptFile): FileItem => ({
  ...file,
  state: file.stored ? "sent" : "waiting",
  share: 0,
  reason: "",
  preview: /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type)
    ? URL.createObjectURL(file.blob)
    : "",
});

function whyNot(file: File, { locale, maxBytes }: Pick<Options, "locale" | "maxBytes">): string {
  const megabytes = Math.floor(maxBytes / 2 ** 20);
  if (file.size > maxBytes) return m.problem_file_too_large({ megabytes }, { locale });
  if (file.size === 0) return m.ask_file_empty({}, { locale });
  const { type } = file;
  return mayBeSent(type) ? "" : m.problem_file_type_refused({ type }, { locale });
}
