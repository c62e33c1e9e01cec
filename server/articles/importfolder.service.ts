/** Reads the folder that is imported: its texts and pictures, and nothing outside it. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
import { localeOf } from "./importlocale.ts";
import type { Refusal, SourceFile } from "./importmodel.ts";

/** Larger files are no articles; reading them would stop everything else for seconds. */
const largestText = 1024 * 1024;
const largestPicture = 20 * 1024 * 1024;

export type Picture = { name: string; bytes: Uint8Array };

export type SourceFolder = {
  files: SourceFile[];
  /** Files that cannot be read as text. */
  refused: Refusal[];
};

export type Pictures = {
  /** A picture by its path from the folder's root, or null where none may be taken. */
  picture(path: string): Picture | null;
};

/** @throws Error with a sentence for the operator when `dir` is no folder. */
export function openSourceFolder(dir: string): SourceFolder {
  const root = rootOf(dir);
  const files: SourceFile[] = [];
  const refused: Refusal[] = [];
  for (const path of textsBelow(root, "")) {
    const read = readText(join(root, path), root);
    if ("text" in read) files.push({ path, text: read.text });
    else refused.push({ path, reason: read.reason });
  }
  return { files, refused };
}

/** The pictures of a folder, each read once. */
export function openPictures(dir: string): Pictures {
  const root = rootOf(dir);
  const known = new Map<string, Picture | null>();
  return {
    picture(path) {
      if (!known.has(path)) known.set(path, readPicture(root, path));
      return known.get(path)!;
    },
  };
}

/** The name under which a folder is remembered: its own, or its parent's where it is only a language. */
export function sourceName(dir: string): string {
  const path = resolve(dir);
  const spoken = localeOf(basename(path));
  return spoken && "locale" in spoken ? basename(dirname(path)) || basename(path) : basename(path);
}

function rootOf(dir: string): string {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`${dir} is not a folder: say which folder of Markdown files to import.`);
  }
  return realpathSync(dir);
}

function textsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = folder === "" ? item.name : `${folder}/${item.name}`;
      if (item.name.startsWith(".") || item.name === "node_modules") return [];
      if (item.isDirectory()) return textsBelow(root, path);
      return /\.(?:md|mdx|markdown)$/i.test(item.name) ? [path] : [];
    });
}

/** Whether a path, links followed, is a file in the folder. */
function isInside(path: string, root: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && realpathSync(path).startsWith(root + sep);
}

function readText(path: string, root: string): { text: string } | { reason: string } {
  if (!isInside(path, root))
    return { reason: "It is a link to a file outside the folder, or to none." };
  const bytes = readFileSync(path);
  if (bytes.length > largestText) {
    return { reason: "It is larger than 1 MB: split it into several articles." };
  }
  const text = decode(bytes);
  if (text === null || text.includes("\0")) {
    return { reason: "It is not text in UTF-8 or GB 18030: save it as UTF-8." };
  }
  return { text };
}

const wide = new TextDecoder("utf-16le", { fatal: true });
const decoders = ["utf-8", "gb18030"].map((name) => new TextDecoder(name, { fatal: true }));

function decode(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const decoder of isWide ? [wide] : decoders) {
    try {
      return decoder.decode(bytes);
    } catch {
      // The next encoding is tried; older Chinese files are written in the last one.
    }
  }
  return null;
}

function readPicture(root: string, path: string): Picture | null {
  const extension = extname(path).toLowerCase();
  const file = join(root, path);
  if (!/^\.(?:png|jpe?g|gif|webp|avif|svg)$/.test(extension) || path.includes("\0")) return null;
  if (!isInside(file, root)) return null;
  const bytes = readFileSync(file);
  if (bytes.length === 0 || bytes.length > largestPicture) return null;
  // Opened on its own address, a drawing could run programs on ours.
  if (
    extension === ".svg" &&
    /<script|<foreignObject|\son[a-z]+\s*=|javascript:/i.test(bytes.toString("utf8"))
  )
    return null;
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return { name: `${hash}${extension}`, bytes };
}
