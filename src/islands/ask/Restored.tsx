import { m } from "#messages";
import { timeText } from "./clock.ts";
import { useTo } from "./language.ts";

/** What was typed last time is back, and can be put away. */
export function Restored({ at, startOver }: { at: number | null; startOver: () => void }) {
  const to = useTo();
  if (at === null) return null;
  return (
    <p className="ask-restored">
      <span>{m.ask_restored({ time: timeText(new Date(at), to.locale) }, to)}</span>{" "}
      <button type="button" className="ask-link" onClick={startOver}>
        {m.ask_start_over({}, to)}
      </button>
    </p>
  );
}
