/** What may be attached, by content. The name says nothing. */
import { Problem } from "../errors.ts";

/** Types shown in the page itself; the rest are offered as downloads. */
export const inlineTypes = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
]);

/** What a file may be, found by its first bytes; plain text besides. The form says so before sending. */
export const acceptedTypes: ReadonlySet<string> = new Set([
  ...inlineTypes,
  "image/heic",
  "image/heif",
  "video/mp4",
  "video/webm",
  "video/quicktime",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "audio/ogg",
  "audio/opus",
  "audio/vnd.wave",
  "audio/wav",
  "application/pdf",
  "application/zip",
  "application/gzip",
]);

/**
 * @param found type by the file's first bytes, or undefined where they say nothing.
 * @param start the first bytes, at most 4096.
 * @returns the type to store.
 * @throws Problem `file_type_refused` for anything that could run, and for what isn't on the list.
 */
export function acceptedType(found: string | undefined, start: Uint8Array): string {
  const type =
    found?.split(";")[0] ?? (isPlainText(start) ? "text/plain" : "application/octet-stream");
  if (acceptedTypes.has(type)) return type;
  if (type === "text/plain") {
    if (!looksLikeScript(start)) return type;
    throw new Problem("file_type_refused", { type: "text/x-script" });
  }
  throw new Problem("file_type_refused", { type });
}

/** UTF-8 without control characters other than tabs and line ends: logs and notes. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function looksLikeScript(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes).trimStart().toLowerCase();
  return /^(#!|<!doctype|<html|<script|<svg|<\?xml|<\?php|@echo)/.test(text);
}

/** A name that is safe to show and to send back: no path, no control characters, at most 200 characters. */
export function safeName(name: string): string {
  const base = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = base.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  return [...clean].slice(-200).join("") || "file";
}
