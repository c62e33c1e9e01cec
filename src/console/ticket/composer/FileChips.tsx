import { CloseButton } from "@mantine/core";
import { m } from "#messages";
import { fileIcon, fileSize } from "../timeline/Files.tsx";
import classes from "./composer.module.css";
import { changeDraft, useDraft } from "./drafts.ts";
import type { Uploads } from "./useUploads.ts";

/** What will be sent along, what is still on its way, and what was refused. */
export function FileChips({ slot, uploads }: { slot: string; uploads: Uploads }) {
  const { files } = useDraft(slot);
  if (files.length + uploads.waiting.length === 0) return null;
  const remove = (id: string) =>
    changeDraft(slot, { files: files.filter((file) => file.id !== id) });
  return (
    <ul className={classes.chips} aria-label={m.console_files_label()}>
      {files.map(({ id, name, mime, size }) => {
        const Icon = fileIcon(mime);
        return (
          <li key={id} className={classes.chip}>
            <Icon size={14} aria-hidden="true" />
            <span className={classes.fileName}>{name}</span>
            <span className={classes.aside}>{fileSize(size)}</span>
            <CloseButton
              size="xs"
              onClick={() => remove(id)}
              aria-label={m.console_file_remove({ name })}
            />
          </li>
        );
      })}
      {uploads.waiting.map(({ id, name, refusal }) => (
        <li key={id} className={classes.chip} data-refused={refusal !== null}>
          <span className={classes.fileName}>{name}</span>
          <span className={classes.aside} role={refusal ? "alert" : undefined}>
            {refusal?.message ?? m.console_uploading()}
          </span>
          {refusal && (
            <CloseButton
              size="xs"
              onClick={() => uploads.forget(id)}
              aria-label={m.console_file_remove({ name })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
