import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileTypeFromBuffer } from "file-type";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { addFile, dropUnbound, type StoredFile } from "./attachments.repo.ts";
import { acceptedType, safeName } from "./filetype.ts";

const folder = (deps: Deps) => join(deps.env.DATA_DIR, "attachments");
const pathOf = (deps: Deps, id: string) => join(folder(deps), id.slice(-2), id);

/**
 * Stores an upload that a form or a reply will claim; unclaimed ones are swept after a day.
 * @throws Problem `file_empty`, `file_too_large`, `file_type_refused`; nothing is kept then.
 */
export async function storeUpload(
  deps: Deps,
  upload: { name: string; stream: Readable },
): Promise<StoredFile> {
  const id = randomUUID();
  const temporary = join(folder(deps), `incoming-${id}`);
  await mkdir(join(folder(deps), id.slice(-2)), { recursive: true });
  try {
    const { size, sha256 } = await writeLimited(upload.stream, temporary, deps.env.MAX_FILE_BYTES);
    if (size === 0) throw new Problem("file_empty");
    const start = await firstBytes(temporary);
    const mime = acceptedType((await fileTypeFromBuffer(start))?.mime, start);
    await rename(temporary, pathOf(deps, id));
    return await addFile(deps.db, {
      id,
      name: safeName(upload.name),
      mime,
      size,
      sha256,
      createdAt: deps.now(),
    });
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeLimited(stream: Readable, path: string, limit: number) {
  const hash = createHash("sha256");
  let size = 0;
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > limit)
          throw new Problem("file_too_large", { megabytes: Math.floor(limit / 2 ** 20) });
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return { size, sha256: hash.digest("hex") };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return new Uint8Array(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

export const readStored = (deps: Deps, id: string): Readable => createReadStream(pathOf(deps, id));

/** Removes uploads of yesterday that no ticket claimed. Safe to repeat. */
export async function sweepUploads(deps: Deps): Promise<void> {
  const dropped = await dropUnbound(deps.db, new Date(deps.now().getTime() - 86_400_000));
  for (const id of dropped) await rm(pathOf(deps, id), { force: true });
}
