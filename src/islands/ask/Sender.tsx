import { useState } from "react";
import { m } from "#messages";
import { loadSender } from "./draft.ts";
import { useTo } from "./language.ts";

/** Whether this device knows the writer, and the way to say that it is somebody else. */
export function useSender(email: string, faulty: boolean) {
  const [known] = useState(() => (typeof localStorage === "undefined" ? null : loadSender()));
  const [changing, setChanging] = useState(false);
  const shown = !changing && !faulty && known !== null && known.email === email;
  return { known: shown, change: () => setChanging(true) };
}

type Props = { name: string; email: string; change: () => void };

export function Sender({ name, email, change }: Props) {
  const to = useTo();
  return (
    <p className="ask-sender">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="email" value={email} />
      <span>{m.ask_sender({ email }, to)}</span>{" "}
      <button type="button" className="ask-link" onClick={change}>
        {m.ask_sender_change({}, to)}
      </button>
    </p>
  );
}
