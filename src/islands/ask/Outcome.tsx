import { type ReactNode, useEffect, useRef } from "react";
import { m } from "#messages";
import type { Receipt as ReceiptFacts } from "../../../server/tickets/submit.service.ts";
import type { SearchResult } from "../../search/search.ts";
import { timeText, zoneText } from "./clock.ts";
import { useTo } from "./language.ts";
import type { Letter } from "./store.ts";

/** What stands in the form's place; it takes the focus, so that it is read out. */
function Panel({ title, tone, children }: { title: string; tone: string; children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section className="ask-panel" data-tone={tone} aria-labelledby="ask-panel">
      <h2 id="ask-panel" ref={head} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function Receipt(props: { receipt: ReceiptFacts; email: string; again: () => void }) {
  const { receipt, email, again } = props;
  const to = useTo();
  const { number, priority, firstReplyBy, statusUrl } = receipt;
  const { pathname, search } = new URL(statusUrl);
  return (
    <Panel title={m.ask_sent_title({ number }, to)} tone="met">
      {firstReplyBy && (
        <p>
          <strong>{m.ask_promise({ time: timeText(firstReplyBy, to.locale) }, to)}</strong>{" "}
          <small>{m.ask_zone({ zone: zoneText(to.locale, firstReplyBy) }, to)}</small>
        </p>
      )}
      <p>{m.ask_sent_priority({ priority: priorityText(priority, to) }, to)}</p>
      <p>{m.ask_sent_mail({ email }, to)}</p>
      <div className="ask-actions">
        <a className="button" href={pathname + search}>
          {m.ask_sent_status({}, to)}
        </a>
        <button type="button" className="ask-link" onClick={again}>
          {m.ask_sent_again({}, to)}
        </button>
      </div>
    </Panel>
  );
}

function priorityText(priority: string, to: ReturnType<typeof useTo>): string {
  if (priority === "P0") return m.ask_priority_p0({}, to);
  if (priority === "P1") return m.ask_priority_p1({}, to);
  return priority === "P2" ? m.ask_priority_p2({}, to) : m.ask_priority_p3({}, to);
}

type WaitingProps = {
  letter: Letter;
  kept: boolean;
  retry: () => void;
  takeBack: () => void;
  again: () => void;
};

/** Nobody could be reached: what happens to the message, said plainly. */
export function Waiting({ letter, kept, retry, takeBack, again }: WaitingProps) {
  const to = useTo();
  return (
    <Panel title={kept ? m.ask_kept_title({}, to) : m.ask_trying_title({}, to)} tone="risk">
      <p>{kept ? m.ask_kept_text({}, to) : m.ask_trying_text({}, to)}</p>
      <p className="ask-hint">
        {m.ask_kept_written({ time: timeText(letter.submission.writtenAt, to.locale) }, to)}
      </p>
      {kept && (
        <div className="ask-actions">
          <button type="button" className="button" onClick={retry}>
            {m.ask_kept_retry({}, to)}
          </button>
          <button type="button" className="ask-link" onClick={takeBack}>
            {m.ask_kept_edit({}, to)}
          </button>
          <button type="button" className="ask-link" onClick={again}>
            {m.ask_sent_again({}, to)}
          </button>
        </div>
      )}
    </Panel>
  );
}

/** An article was enough. Nothing typed is lost in case it wasn't. */
export function Solved({ article, back }: { article: SearchResult; back: () => void }) {
  const to = useTo();
  return (
    <Panel title={m.ask_solved_title({}, to)} tone="met">
      <p>{m.ask_solved_text({}, to)}</p>
      <p>
        <a href={article.url}>{article.title.map(({ text }) => text).join("")}</a>
      </p>
      <div className="ask-actions">
        <button type="button" className="button quiet" onClick={back}>
          {m.ask_solved_back({}, to)}
        </button>
      </div>
    </Panel>
  );
}
