import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Calls back 200 ms after the last change of a burst. Each folder is watched by itself: Node's own
 * recursive watch on Linux holds on to files, and is blind for one that was replaced by renaming.
 * @param changed is given the paths of what was touched, or nothing where it may have been anything.
 */
export function watchContent(
  root: string,
  changed: (touched?: readonly string[]) => void,
): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  const touched = new Set<string>();
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
      const seen = (_: unknown, name: string | null) =>
        burst(name === null ? folder : join(folder, name));
      watchers.set(
        folder,
        watch(folder, seen).on("error", () => forget(folder)),
      );
    }
  };
  const isFolder = (path: string) =>
    watchers.has(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const burst = (path: string) => {
    touched.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...touched];
      touched.clear();
      const isMore = paths.some(isFolder);
      // New folders first, so that nothing changes in them unseen.
      if (isMore) follow();
      changed(isMore ? undefined : paths);
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
