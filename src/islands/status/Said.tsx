import { m } from "#messages";
import { useTo } from "../ask/language.ts";
import type { Act } from "./useAct.ts";

type Props = {
  act: Act;
  /** What the ticket has come to since; a word that no longer fits is not said. */
  state?: string;
};

/** What came of a tap, read out and shown where it was made. */
export function Said({ act, state }: Props) {
  const to = useTo();
  return (
    <p className={act.trouble ? "status-said wrong" : "status-said"} role="status">
      {fits(act, state) && text(act, to)}
    </p>
  );
}

function fits({ done }: Act, state: string | undefined): boolean {
  if (done === "solved") return state === "closed" || state === "solved";
  return done === null || done === "asked" || (state !== "closed" && state !== "solved");
}

function text({ done, trouble }: Act, to: ReturnType<typeof useTo>): string {
  if (trouble?.kind === "refused") return trouble.refusal.message;
  if (trouble) return m.ask_act_away({}, to);
  if (done === "nudged") return m.ask_nudged({}, to);
  if (done === "solved") return m.ask_judged_solved({}, to);
  if (done === "unsolved") return m.ask_judged_unsolved({}, to);
  return done === "asked" ? m.ask_link_asked({}, to) : "";
}
