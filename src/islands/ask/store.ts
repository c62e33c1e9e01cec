/** What the form keeps on this device: files of drafts, and messages that haven't reached us yet. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Submission } from "../../../server/tickets/submission.ts";
import type { Receipt } from "../../../server/tickets/submit.service.ts";
import type { Refusal } from "../trouble.ts";

export type KeptFile = {
  id: string;
  /** Key of the draft or message it belongs to. */
  draft: string;
  /** The form's field it was added to. */
  field: string;
  name: string;
  /** As the browser names it; the server looks for itself. */
  type: string;
  size: number;
  blob: Blob;
  /** Milliseconds since 1970. */
  addedAt: number;
  /** Where it is on the server, and since when. Unclaimed files are dropped there after a day. */
  stored?: { id: string; at: number };
};

/** A finished message. Its files lie beside it, named by their id. */
export type Letter = {
  key: string;
  submission: Submission;
  files: { id: string; field: string }[];
  /** Set once it has arrived; kept for a day so that other tabs can show it. */
  receipt?: Receipt;
  /** Set when it can't be accepted as it is; the form shows it again. */
  refusal?: Refusal;
};

interface Kept extends DBSchema {
  files: { key: string; value: KeptFile; indexes: { draft: string } };
  letters: { key: string; value: Letter };
}

let opened: Promise<IDBPDatabase<Kept>> | null = null;

/** @throws where the browser keeps nothing, as some do in private windows. */
export function store(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>("answerable", 1, {
    upgrade(database) {
      database.createObjectStore("files", { keyPath: "id" }).createIndex("draft", "draft");
      database.createObjectStore("letters", { keyPath: "key" });
    },
  }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** In the order they were added. */
export async function filesOf(draft: string): Promise<KeptFile[]> {
  const files = await (await store()).getAllFromIndex("files", "draft", draft);
  return files.sort((a, b) => a.addedAt - b.addedAt);
}

export async function keepFile(file: KeptFile): Promise<void> {
  await (await store()).put("files", file);
}

export async function dropFile(id: string): Promise<void> {
  await (await store()).delete("files", id);
}

export async function dropFilesOf(draft: string): Promise<void> {
  for (const { id } of await filesOf(draft)) await dropFile(id);
}
