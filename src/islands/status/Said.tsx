import { m } from "#messages";
import { useTo } from "../ask/language.ts";
import type { Act } from "./useAct.ts";

/** What came of a tap, read out and shown where it was made. */
export function Said({ act }: { act: Act }) {
  const to = useTo();
  return (
    <p className={act.trouble ? "status-said wrong" : "status-said"} role="status">
      {text(act, to)}
    </p>
  );
}

function text({ done, trouble }: Act, to: ReturnType<typeof useTo>): string {
  if (trouble?.kind === "refused") return trouble.refusal.message;
  if (trouble) return m.ask_act_away({}, to);
  if (done === "nudged") return m.ask_nudged({}, to);
  if (done === "solved") return m.ask_judged_solved({}, to);
  if (done === "unsolved") return m.ask_judged_unsolved({}, to);
  return done === "asked" ? m.ask_link_asked({}, to) : "";
}
