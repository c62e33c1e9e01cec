import { m } from "#messages";
import { api } from "../../api.ts";
import { followUpPath } from "../../paths.ts";
import { zoneText } from "../ask/clock.ts";
import { useTo } from "../ask/language.ts";
import { Reply } from "./Reply.tsx";
import { Said } from "./Said.tsx";
import { Plan, Standing } from "./Standing.tsx";
import { Story } from "./Story.tsx";
import { Survey } from "./Survey.tsx";
import { canReopen, type Ticket } from "./ticket.ts";
import { useAct } from "./useAct.ts";
import { useReceipt } from "./useReceipt.ts";
import { countingText, headlineText } from "./words.ts";

type Props = {
  ticket: Ticket;
  token: string;
  maxBytes: number;
  /** Nobody answers now; what is shown may be old. */
  away: boolean;
  look: () => void;
};

export function Request({ ticket, token, maxBytes, away, look }: Props) {
  const to = useTo();
  const { headline, number, subject } = ticket;
  const counted = countingText(ticket.counting, to.locale);
  useReceipt(to.locale, token, ticket);
  const isOver = headline.state === "solved" || headline.state === "closed";
  return (
    <>
      <header className="status-head">
        <h1>{subject}</h1>
        <p className="status-number">{m.ask_status_number({ number }, to)}</p>
        <div className="status-line" data-state={headline.state} role="status">
          <p>{headlineText(headline, to.locale)}</p>
          {counted && <p className="status-counted">{counted}</p>}
        </div>
        <p className="status-zone">
          {away ? m.ask_status_away({}, to) : m.ask_zone({ zone: zoneText(to.locale) }, to)}
        </p>
      </header>
      <Standing ticket={ticket} />
      <Plan ticket={ticket} />
      <Taps ticket={ticket} token={token} look={look} />
      {headline.state === "closed" && <Survey ticket={ticket} token={token} look={look} />}
      <Story ticket={ticket} token={token} />
      {ticket.receipts && <p className="status-receipt">{m.ask_status_receipt({}, to)}</p>}
      {canReopen(ticket, new Date()) ? (
        <Reply token={token} maxBytes={maxBytes} isOver={isOver} done={look} />
      ) : (
        <div>
          <p>{m.ask_status_final({ number }, to)}</p>
          <div className="ask-actions">
            <a className="button quiet" href={followUpPath(to.locale, token, number)}>
              {m.ask_follow_up({}, to)}
            </a>
          </div>
        </div>
      )}
    </>
  );
}

/** "Any news?" while we have it, "Is it solved?" when we think so. */
function Taps({ ticket, token, look }: Pick<Props, "ticket" | "token" | "look">) {
  const to = useTo();
  const { act, run } = useAct(look);
  const { tickets } = api(to.locale);
  const { state } = ticket.headline;
  const judge = (solved: boolean) =>
    run(solved ? "solved" : "unsolved", () => tickets.judge.mutate({ token, solved }));
  const isOurs = ["received", "assigned", "promised", "late"].includes(state);
  return (
    <div className="status-taps">
      {state === "solved" && (
        <>
          <h2>{m.ask_judge_question({}, to)}</h2>
          <p>{m.ask_judge_else({}, to)}</p>
          <div className="ask-actions">
            <button type="button" className="button" onClick={() => judge(true)}>
              {m.ask_judge_yes({}, to)}
            </button>
            <button type="button" className="button quiet" onClick={() => judge(false)}>
              {m.ask_judge_no({}, to)}
            </button>
          </div>
        </>
      )}
      {state === "closed" && canReopen(ticket, new Date()) && (
        <button type="button" className="button quiet" onClick={() => judge(false)}>
          {m.ask_judge_again({}, to)}
        </button>
      )}
      {isOurs && (
        <button
          type="button"
          className="button quiet"
          aria-disabled={act.busy || act.done === "nudged"}
          onClick={() =>
            act.done !== "nudged" && run("nudged", () => tickets.nudge.mutate({ token }))
          }
        >
          {m.ask_nudge({}, to)}
        </button>
      )}
      <Said act={act} state={state} />
    </div>
  );
}
