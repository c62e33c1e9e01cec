import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { newId } from "../ids.ts";
import { mayBeSent } from "./filetypes.ts";
import type { KeptFile } from "./store.ts";

/** Files that one message takes. */
export const mostFiles = 10;

/** A file as the reader sees it. */
export type FileItem = KeptFile & {
  /** `waiting`: goes along when the message is sent. `refused`: will not be sent. */
  state: "sending" | "sent" | "waiting" | "refused";
  /** How much of it has left, 0 to 1. */
  share: number;
  /** Why it will not be sent, for the reader. */
  reason: string;
  /** Address of the picture on this device, or empty. */
  preview: string;
};

type Place = { draft: string; field: string; addedAt: number };
type Limits = { locale: Locale; maxBytes: number };

/** A file that was just added; refused at once where it is clear that it can't be sent. */
export function newItem(file: File, place: Place, limits: Limits): FileItem {
  const { type, size } = file;
  const kept = { id: newId(), ...place, name: nameOf(file), type, size, blob: file };
  const reason = whyNot(file, limits);
  return { ...keptItem(kept), state: reason ? "refused" : "sending", reason };
}

/** A file that was kept on this device. */
export const keptItem = (file: KeptFile): FileItem => ({
  ...file,
  state: file.stored ? "sent" : "waiting",
  share: 0,
  reason: "",
  preview: isPicture(file) ? URL.createObjectURL(file.blob) : "",
});

/** What is kept of it. */
export const fileOf = ({ state, share, reason, preview, ...file }: FileItem): KeptFile => file;

const isPicture = ({ type }: KeptFile): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(type);

/** Pasted pictures are all called `image.png`. */
function nameOf({ name, type }: File): string {
  if (name && name !== "image.png") return name;
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-");
  return `screenshot-${stamp}.${type.split("/")[1] ?? "png"}`;
}

function whyNot({ size, type }: File, { locale, maxBytes }: Limits): string {
  const megabytes = Math.floor(maxBytes / 2 ** 20);
  if (size > maxBytes) return m.problem_file_too_large({ megabytes }, { locale });
  if (size === 0) return m.problem_file_empty({}, { locale });
  return mayBeSent(type) ? "" : m.problem_file_type_refused({ type }, { locale });
}
