import { type RefObject, useRef, useState } from "react";
import { currentLocale } from "../../language.ts";
import { type Refusal, refusalOf } from "../../refusal.ts";
import { addDraftFile, type SentFile } from "./drafts.ts";

export type Upload = { id: string; name: string; refusal: Refusal | null };

export type Uploads = {
  /** On their way, or refused. */
  waiting: Upload[];
  isBusy: boolean;
  add: (files: File[]) => void;
  forget: (id: string) => void;
  /** Opens the file chooser. */
  openRef: RefObject<(() => void) | null>;
};

async function upload(file: File): Promise<SentFile> {
  const form = new FormData();
  form.append("file", file);
  const headers = { "x-locale": currentLocale() };
  const response = await fetch("/api/files", { method: "POST", body: form, headers });
  const answer = (await response.json()) as SentFile;
  if (!response.ok) throw answer;
  return answer;
}

/** Files on their way to the draft of `slot`. */
export function useUploads(slot: string): Uploads {
  const [waiting, setWaiting] = useState<Upload[]>([]);
  const openRef = useRef<() => void>(null);
  const forget = (id: string) => setWaiting((all) => all.filter((file) => file.id !== id));
  const refuse = (id: string, error: unknown) => {
    const refusal = refusalOf(error);
    setWaiting((all) => all.map((file) => (file.id === id ? { ...file, refusal } : file)));
  };
  const addOne = async (file: File) => {
    const id = crypto.randomUUID();
    setWaiting((all) => [...all, { id, name: file.name, refusal: null }]);
    try {
      addDraftFile(slot, await upload(file));
      forget(id);
    } catch (error) {
      refuse(id, error);
    }
  };
  return {
    waiting,
    isBusy: waiting.some(({ refusal }) => !refusal),
    add: (files) => {
      for (const file of files) void addOne(file);
    },
    forget,
    openRef,
  };
}
