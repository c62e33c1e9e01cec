import { Textarea } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { Paperclip } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent, RefObject } from "react";
import { m } from "#messages";
import classes from "./composer.module.css";
import { changeDraft, useDraft } from "./drafts.ts";
import { FileChips } from "./FileChips.tsx";
import type { Uploads } from "./useUploads.ts";

type Props = {
  slot: string;
  label: string;
  placeholder: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Null where nothing can be attached. */
  uploads: Uploads | null;
  /** What stands there, where it isn't just what was typed. */
  text?: string;
  onType?: (text: string) => void;
  onSend: () => void;
};

/** The text, with files by paste, by drop or chosen; ⌘/Ctrl and Enter send, Escape leaves. */
export function WritingField(props: Props) {
  const { slot, label, placeholder, field, uploads, onSend } = props;
  const draft = useDraft(slot);
  const type = props.onType ?? ((text: string) => changeDraft(slot, { text }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      onSend();
    }
    if (event.key === "Escape") document.getElementById("ticket-subject")?.focus();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || !uploads) return;
    event.preventDefault();
    uploads.add(files);
  };
  const area = (
    <Textarea
      ref={field}
      variant="unstyled"
      autosize
      minRows={3}
      maxRows={12}
      aria-label={label}
      placeholder={placeholder}
      value={props.text ?? draft.text}
      maxLength={50_000}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      classNames={{ input: classes.input ?? "" }}
    />
  );
  if (!uploads) return area;
  return (
    <Dropzone
      onDrop={uploads.add}
      activateOnClick={false}
      activateOnKeyboard={false}
      openRef={uploads.openRef}
      maxFiles={10}
      classNames={{ root: classes.drop ?? "", inner: classes.dropInner ?? "" }}
      inputProps={{ "aria-label": m.console_attach() }}
      tabIndex={-1}
      aria-label={m.console_drop_label()}
    >
      <Dropzone.Accept>
        <span className={classes.dropHint}>
          <Paperclip size={16} aria-hidden="true" />
          {m.console_drop_here()}
        </span>
      </Dropzone.Accept>
      {area}
      <FileChips slot={slot} uploads={uploads} />
    </Dropzone>
  );
}
