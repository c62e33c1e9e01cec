import type { Locale } from "../../../content/schema.ts";
import type { ProblemCode } from "../../../server/errors.ts";
import { Refused } from "../trouble.ts";

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
