import { Download, FileText, Film, ImageIcon, type LucideIcon, Mic } from "lucide-react";
import { m } from "#messages";
import type { StoredFile } from "../../api.ts";
import { intlLocale } from "../../language.ts";
import classes from "./files.module.css";

const shown = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
const hrefOf = ({ id }: StoredFile) => `/api/files/${id}`;

export function fileIcon(mime: string): LucideIcon {
  if (mime.startsWith("image/")) return ImageIcon;
  if (mime.startsWith("video/")) return Film;
  return mime.startsWith("audio/") ? Mic : FileText;
}

/** `240 kB`, `3.1 MB`. */
export function fileSize(bytes: number): string {
  const isLarge = bytes >= 1e6;
  return new Intl.NumberFormat(intlLocale(), {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1e6 : Math.max(1, bytes / 1e3));
}

/** What came with a message: pictures to look at, the rest to fetch. */
export function Files({ files }: { files: readonly StoredFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          {shown.has(file.mime) ? <Picture file={file} /> : <Item file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Picture({ file }: { file: StoredFile }) {
  return (
    <a href={hrefOf(file)} target="_blank" rel="noreferrer" className={classes.picture}>
      <img src={hrefOf(file)} alt={m.console_picture({ name: file.name })} loading="lazy" />
    </a>
  );
}

function Item({ file }: { file: StoredFile }) {
  const Icon = fileIcon(file.mime);
  return (
    <a href={hrefOf(file)} download={file.name} className={classes.file}>
      <Icon size={15} aria-hidden="true" />
      <span className={classes.name}>{file.name}</span>
      <span className={classes.size}>{fileSize(file.size)}</span>
      <Download size={14} aria-hidden="true" />
    </a>
  );
}
