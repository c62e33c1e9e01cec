/** Reads a posted form with its files, to the end, whatever is wrong with one of them. */
import { Readable } from "node:stream";
import { storeUpload } from "../attachments/attachments.service.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import type { Posted } from "./plainanswers.ts";

type Part =
  | { type: "field"; fieldname: string; value: unknown }
  | { type: "file"; fieldname: string; filename: string; file: Readable };

/** `problem`: why a file could not be taken; the fields behind it are read all the same. */
export type PostedForm = { fields: Posted; files: Posted; problem: Problem | null };

export async function readParts(deps: Deps, parts: AsyncIterable<unknown>): Promise<PostedForm> {
  const fields = new Map<string, string[]>();
  const files = new Map<string, string[]>();
  let problem: Problem | null = null;
  const add = (map: Map<string, string[]>, name: string, value: string) =>
    map.set(name, [...(map.get(name) ?? []), value]);
  for await (const part of parts as AsyncIterable<Part>) {
    if (part.type === "field") add(fields, part.fieldname, String(part.value));
    else if (!part.filename || problem) part.file.resume();
    else {
      const stored = await take(deps, part.filename, part.file, part.fieldname);
      if (stored instanceof Problem) problem = stored;
      else add(files, part.fieldname, stored);
    }
  }
  return { fields, files, problem };
}

/** @returns the file's id, or why it was refused; the rest of it is read and dropped. */
async function take(deps: Deps, name: string, file: Readable, field: string) {
  try {
    // A stream that is given up on would end the reading of the whole form.
    const stream = Readable.from(file.iterator({ destroyOnReturn: false }));
    return (await storeUpload(deps, { name, stream })).id;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    file.resume();
    return new Problem(error.code, { ...error.params, field });
  }
}
