import { AlertTriangle, AudioLines, Check, Clock, FileText, Film, X } from "lucide-react";
import { m } from "#messages";
import type { FileItem } from "./fileitem.ts";
import { sizeText } from "./filetypes.ts";
import { useTo } from "./language.ts";

type Props = { items: readonly FileItem[]; remove: (id: string) => void };

/** Files with what became of each. */
export function FileList({ items, remove }: Props) {
  if (items.length === 0) return null;
  return (
    <ul className="ask-files">
      {items.map((item) => (
        <li key={item.id} data-state={item.state}>
          <Picture item={item} />
          <div>
            <span className="ask-file-name">{item.name}</span>
            <FileState item={item} />
          </div>
          <RemoveButton name={item.name} remove={() => remove(item.id)} />
        </li>
      ))}
    </ul>
  );
}

function RemoveButton({ name, remove }: { name: string; remove: () => void }) {
  const to = useTo();
  return (
    <button
      type="button"
      className="ask-remove"
      aria-label={m.ask_remove({ what: name }, to)}
      onClick={remove}
    >
      <X className="icon" size={18} aria-hidden="true" />
    </button>
  );
}

function Picture({ item: { preview, type, state } }: { item: FileItem }) {
  if (preview && state !== "refused") return <img src={preview} alt="" />;
  const Icon = type.startsWith("video/") ? Film : type.startsWith("audio/") ? AudioLines : FileText;
  return (
    <span className="ask-file-icon">
      <Icon className="icon" size={22} aria-hidden="true" />
    </span>
  );
}

function FileState({ item: { state, size, share, reason } }: { item: FileItem }) {
  const to = useTo();
  if (state === "refused") {
    return (
      <span className="ask-file-state wrong" role="alert">
        <AlertTriangle className="icon" size="1em" aria-hidden="true" />{" "}
        {m.ask_file_refused({ reason }, to)}
      </span>
    );
  }
  const amount = sizeText(size, to.locale);
  if (state === "sending") {
    return (
      <span className="ask-file-state">
        <progress value={share} aria-label={m.ask_file_sending({}, to)} /> {amount}
      </span>
    );
  }
  const Icon = state === "sent" ? Check : Clock;
  return (
    <span className="ask-file-state">
      <Icon className="icon" size="1em" aria-hidden="true" />{" "}
      {state === "sent"
        ? m.ask_file_sent({ size: amount }, to)
        : m.ask_file_waiting({ size: amount }, to)}
    </span>
  );
}
