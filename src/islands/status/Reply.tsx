import { Paperclip } from "lucide-react";
import { useId } from "react";
import { m } from "#messages";
import { FileList } from "../ask/FileList.tsx";
import { acceptedFiles } from "../ask/filetypes.ts";
import { useTo } from "../ask/language.ts";
import { useReply } from "./useReply.ts";

type Props = { token: string; maxBytes: number; isOver: boolean; done: () => void };

/** An answer, with files. What is typed stays on the device until it has arrived. */
export function Reply({ token, maxBytes, isOver, done }: Props) {
  const to = useTo();
  const id = useId();
  const { body, type, files, state, send } = useReply({ locale: to.locale, token, maxBytes, done });
  const busy = state.kind === "sending" || state.kind === "waiting";
  return (
    <form
      className="status-reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        files.add("reply", [...event.clipboardData.files]);
      }}
    >
      <label htmlFor={id}>{isOver ? m.ask_reply_reopen({}, to) : m.ask_reply_label({}, to)}</label>
      <textarea
        id={id}
        rows={4}
        maxLength={50_000}
        value={body}
        readOnly={busy}
        onChange={(event) => type(event.target.value)}
      />
      <FileList items={files.items} remove={files.remove} />
      <div className="ask-actions">
        <button type="submit" className="button" aria-disabled={busy || body.trim() === ""}>
          {busy ? m.ask_sending({}, to) : m.ask_send({}, to)}
        </button>
        <div className="ask-pick ready">
          <input
            type="file"
            multiple
            accept={acceptedFiles}
            aria-label={m.ask_reply_files({}, to)}
            onChange={({ target }) => {
              files.add("reply", [...(target.files ?? [])]);
              target.value = "";
            }}
          />
          <span className="button quiet" aria-hidden="true">
            <Paperclip className="icon" size={18} />
            {m.ask_reply_files({}, to)}
          </span>
        </div>
      </div>
      <p role="status" className={state.kind === "refused" ? "status-said wrong" : "status-said"}>
        {state.kind === "waiting" && m.ask_reply_waiting({}, to)}
        {state.kind === "sent" && m.ask_reply_sent({}, to)}
        {state.kind === "refused" && state.refusal.message}
      </p>
    </form>
  );
}
