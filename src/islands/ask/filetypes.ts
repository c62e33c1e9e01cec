/** What can be said about a file before it is sent; the server looks into it. */
import { acceptedTypes } from "../../../server/attachments/filetype.ts";

/** Names that browsers and systems use for types of the server's list. */
const alsoKnownAs = new Set([
  "application/x-zip-compressed",
  "application/x-gzip",
  "audio/wave",
  "audio/x-wav",
  "audio/mp3",
  "audio/m4a",
  "audio/webm",
]);

/** Text is accepted by what is in it, so only what surely runs is told apart here. */
const runs =
  /^(text\/(html|javascript)|image\/svg|application\/(javascript|x-sh|x-msdownload|xhtml))/;

/** Whether it is worth sending. `type` is what the browser made of the file's name, often nothing. */
export function mayBeSent(type: string): boolean {
  if (runs.test(type)) return false;
  if (type === "" || type === "application/octet-stream") return true;
  if (type.startsWith("text/") || type === "application/json") return true;
  return acceptedTypes.has(type) || alsoKnownAs.has(type);
}

/** For the file dialog: pictures, recordings, documents, archives, logs. */
export const acceptedFiles =
  "image/*,video/*,audio/*,application/pdf,application/zip,application/gzip,text/plain,.log,.txt,.json,.csv";

const units = ["kilobyte", "megabyte"] as const;

/** "340 kB", "2.4 MB" in the reader's language. */
export function sizeText(bytes: number, locale: string): string {
  const big = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[big ? 1 : 0],
    maximumFractionDigits: big ? 1 : 0,
  });
  return format.format(Math.max(1, bytes / (big ? 2 ** 20 : 1000)));
}
