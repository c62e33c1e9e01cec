import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Calls back 200 ms after the last change of a burst. Each folder is watched by itself: Node's own
 * recursive watch on Linux holds on to files, and is blind for one that was replaced by renaming.
 */
export function watchContent(root: string, changed: () => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const forget = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const follow = () => {
    const folders = foldersBelow(root);
    for (const known of watchers.keys()) if (!folders.includes(known)) forget(known);
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      // A folder that vanishes (a mount gone) must not end the server; the next start reports it.
      watchers.set(
        folder,
        watch(folder, burst).on("error", () => forget(folder)),
      );
    }
  };
  const burst = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // New folders first, so that nothing changes in them unseen.
      follow();
      changed();
    }, 200);
  };
  follow();
  return {
    close() {
      clearTimeout(timer);
      for (const folder of watchers.keys()) forget(folder);
    },
  };
}

function foldersBelow(root: string): string[] {
  try {
    const items = readdirSync(root, { withFileTypes: true, recursive: true });
    const folders = items.filter((item) => item.isDirectory());
    return [root, ...folders.map(({ parentPath, name }) => join(parentPath, name))];
  } catch {
    return [];
  }
}
