/**
 * The only writer of the knowledge base's folder. Each file appears whole or not at all, survives a
 * power cut once written, and cannot lie outside the folder, whatever its name or a link in it says.
 */
import { mkdir, open, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { localeSchema, slugSchema } from "#content/schema.ts";
import { Problem } from "../errors.ts";

const placeSchema = z.object({ locale: localeSchema, category: slugSchema, slug: slugSchema });

/** A file of the knowledge base, said by what it is and never by a path. */
export type ContentFile =
  | { kind: "article"; place: z.infer<typeof placeSchema>; text: string }
  /** `name` is the hash of the bytes and the kind of picture: `3f2a….png`. */
  | { kind: "media"; name: string; bytes: Uint8Array }
  | { kind: "settings"; name: "categories.yml" | "imports.json"; text: string };

export type ContentFiles = {
  /**
   * Writes the files, several at a time, in no particular order.
   * @throws Problem `front_matter_invalid` for a name that cannot be a file's or leads elsewhere.
   */
  write(files: readonly ContentFile[]): Promise<void>;
  /** Removes an article; one that is not there counts as removed. @throws Problem like `write`. */
  remove(place: z.infer<typeof placeSchema>): Promise<void>;
};

const mediaName = /^[0-9a-f]{16,64}\.(?:png|jpe?g|gif|webp|avif|svg)$/;
const lanes = 16;
let counter = 0;

/** @param folder the knowledge base; made when it is missing. */
export async function openContentFiles(folder: string): Promise<ContentFiles> {
  await mkdir(folder, { recursive: true });
  const root = await realpath(folder);
  return {
    async write(files) {
      const targets = files.map((file) => ({
        path: join(root, pathOf(file)),
        bytes: bytesOf(file),
      }));
      const folders = [...new Set(targets.map(({ path }) => dirname(path)))];
      for (const one of folders) await makeFolder(root, one);
      const rest = [...targets];
      const lane = async () => {
        for (let next = rest.pop(); next; next = rest.pop())
          await writeWhole(next.path, next.bytes);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      for (const one of folders) await keep(one);
    },
    async remove(place) {
      const path = join(root, articlePath(place));
      await makeFolder(root, dirname(path));
      await rm(path, { force: true });
      await keep(dirname(path));
    },
  };
}

function pathOf(file: ContentFile): string {
  if (file.kind === "article") return articlePath(file.place);
  if (file.kind === "settings") return file.name;
  if (!mediaName.test(file.name)) throw new Problem("front_matter_invalid", { field: "media" });
  return join("media", file.name);
}

function articlePath(place: z.infer<typeof placeSchema>): string {
  const checked = placeSchema.safeParse(place);
  if (!checked.success) {
    throw new Problem("front_matter_invalid", { field: String(checked.error.issues[0]?.path[0]) });
  }
  const { locale, category, slug } = checked.data;
  return join(locale, category, `${slug}.md`);
}

const bytesOf = (file: ContentFile): Uint8Array =>
  file.kind === "media" ? file.bytes : new TextEncoder().encode(file.text);

/** A folder on the way may be a link that somebody made; nothing is written through one that leaves. */
async function makeFolder(root: string, folder: string): Promise<void> {
  let made = root;
  for (const part of relative(root, folder).split(/[\\/]/).filter(Boolean)) {
    made = join(made, part);
    await mkdir(made, { recursive: true });
    if ((await realpath(made)) !== made) {
      throw new Problem("front_matter_invalid", { field: relative(root, made) });
    }
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${process.pid}.${counter++}.tmp`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Makes the names in a folder last, which is more than Windows offers. */
async function keep(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
