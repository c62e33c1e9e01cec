import type { Locale } from "../../../content/schema.ts";
import type { ProblemCode } from "../../../server/errors.ts";
import { Refused } from "../trouble.ts";
import type { KeptFile } from "./store.ts";

type Answer = {
  id?: string;
  problem?: { code: ProblemCode; message: string };
};

/**
 * Sends one file ahead of the message that will name it.
 * @param progress called with the share that has left, 0 to 1.
 * @returns the file's id on the server.
 * @throws Refused with the server's reason; any other error when nobody answered.
 */
export function upload(
  file: { name: string; blob: Blob },
  options: { locale: Locale; signal?: AbortSignal; progress?: (share: number) => void },
): Promise<string> {
  const { locale, signal, progress } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/files");
    request.setRequestHeader("x-locale", locale);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => progress?.(total ? loaded / total : 0);
    request.onerror = request.onabort = request.ontimeout = () => reject(new Error("unreachable"));
    request.onload = () => {
      const { id, problem } = (request.response ?? {}) as Answer;
      if (request.status === 200 && id) resolve(id);
      else if (problem && request.status < 500) reject(new Refused({ ...problem, field: "" }));
      else reject(new Error(`answered ${request.status}`));
    };
    signal?.addEventListener("abort", () => request.abort());
    const body = new FormData();
    body.append("file", file.blob, file.name);
    request.send(body);
  });
}

/** Files on the server that no message has claimed are dropped after a day; ours count half of it. */
const storedFor = 43_200_000;

const isStored = ({ stored }: KeptFile, now = Date.now()): boolean =>
  stored !== undefined && now - stored.at < storedFor;

/** Sends what isn't on the server yet. @throws as `upload` does; what was sent until then stays sent. */
export async function uploadAll(
  files: readonly KeptFile[],
  locale: Locale,
  keep: (file: KeptFile) => Promise<void>,
): Promise<void> {
  for (const file of files) {
    if (isStored(file)) continue;
    file.stored = { id: await upload(file, { locale }), at: Date.now() };
    await keep(file);
  }
}
