import { useCallback, useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import { type FileItem, fileOf, keptItem, mostFiles, newItem } from "./fileitem.ts";
import { dropFile, dropFilesOf, filesOf, keepFile } from "./store.ts";
import { filesBefore } from "./typed.ts";
import { useUploads } from "./useUploads.ts";

type Options = { draft: string; locale: Locale; maxBytes: number };

/** Files added to a message: kept on the device, and sent ahead of it. */
export function useFiles({ draft, locale, maxBytes }: Options) {
  const { items, latest, update, change } = useItems();
  const uploads = useUploads(locale, change);
  const [early] = useState(filesBefore);

  const add = (field: string, files: readonly File[]): boolean => {
    const room = Math.max(0, mostFiles - latest.current.length);
    const made = files
      .slice(0, room)
      .map((file, index) =>
        newItem(file, { draft, field, addedAt: Date.now() + index }, { locale, maxBytes }),
      );
    update((all) => [...all, ...made]);
    for (const item of made.filter(({ state }) => state === "sending")) {
      keepFile(fileOf(item)).catch(() => {});
      uploads.start(fileOf(item));
    }
    return files.length <= room;
  };
  const addLatest = useRef(add);
  addLatest.current = add;

  useEffect(() => {
    if (!draft) return;
    update((all) => all.filter((item) => item.draft === draft));
    for (const { field, files } of early.splice(0)) addLatest.current(field, files);
    filesOf(draft)
      .then((kept) =>
        update((all) => {
          const added = all.filter(({ id }) => !kept.some((file) => file.id === id));
          return [...kept.map(keptItem), ...added];
        }),
      )
      .catch(() => {});
    return () => {
      for (const { preview } of latest.current) if (preview) URL.revokeObjectURL(preview);
    };
  }, [draft, early, latest, update]);

  return {
    items,
    /** @returns false if there were more than fit. */
    add,
    remove: (id: string) => {
      uploads.stop(id);
      update((all) => all.filter((item) => item.id !== id));
      dropFile(id).catch(() => {});
    },
    /** Forgets them all, here and on the device. */
    clear: () => {
      uploads.stopAll();
      update(() => []);
      dropFilesOf(draft).catch(() => {});
    },
    /** Resolves when nothing is under way, with what is to be sent. */
    settled: async (): Promise<FileItem[]> => {
      await uploads.settled();
      return latest.current.filter(({ state }) => state !== "refused");
    },
  };
}

export type FilesModel = ReturnType<typeof useFiles>;

/** A list that can be read right after it was changed, not only at the next drawing. */
function useItems() {
  const [items, setItems] = useState<readonly FileItem[]>([]);
  const latest = useRef(items);
  const update = useCallback((next: (all: readonly FileItem[]) => readonly FileItem[]) => {
    latest.current = next(latest.current);
    setItems(latest.current);
  }, []);
  const change = useCallback(
    (id: string, part: Partial<FileItem>) =>
      update((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item))),
    [update],
  );
  return { items, latest, update, change };
}
