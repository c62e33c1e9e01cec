import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import { visit } from "../visit.ts";
import { type Part, type PartKind, partsOf } from "./context.ts";
import { useTo } from "./language.ts";
import { surroundings } from "./surroundings.ts";

type Props = { removed: readonly string[]; remove: (id: string) => void; putBack: () => void };

/** Everything that goes along besides what is typed. Nothing is sent that isn't listed here. */
export function ContextList({ removed, remove, putBack }: Props) {
  const to = useTo();
  const head = useRef<HTMLHeadingElement>(null);
  const [parts, setParts] = useState<readonly Part[]>([]);
  useEffect(() => {
    const look = () => setParts(partsOf(surroundings(), visit().titles));
    look();
    // Articles read in the drawer are added while the form is open.
    addEventListener("focusin", look);
    addEventListener("resize", look);
    return () => {
      removeEventListener("focusin", look);
      removeEventListener("resize", look);
    };
  }, []);
  const left = parts.filter(({ id, kind }) => !removed.includes(id) && !removed.includes(kind));
  return (
    <section className="ask-context" aria-labelledby="ask-context">
      <h2 id="ask-context" ref={head} tabIndex={-1}>
        {m.ask_context_title({}, to)}
      </h2>
      <p className="ask-hint">
        {left.length > 0 ? m.ask_context_hint({}, to) : m.ask_context_none({}, to)}
      </p>
      <ul>
        {left.map(({ id, kind, text }) => (
          <li key={id}>
            <span className="ask-context-kind">{kindText(kind, to)}</span> <span>{text}</span>
            <button
              type="button"
              className="ask-remove"
              aria-label={m.ask_remove({ what: `${kindText(kind, to)} ${text}` }, to)}
              onClick={() => {
                remove(id);
                head.current?.focus();
              }}
            >
              <X className="icon" size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <button type="button" className="ask-link" onClick={putBack}>
          {m.ask_context_put_back({}, to)}
        </button>
      )}
    </section>
  );
}

function kindText(kind: PartKind, to: ReturnType<typeof useTo>): string {
  const texts: Record<PartKind, string> = {
    page: m.ask_context_page({}, to),
    articles: m.ask_context_article({}, to),
    searches: m.ask_context_search({}, to),
    browser: m.ask_context_browser({}, to),
    os: m.ask_context_os({}, to),
    screen: m.ask_context_screen({}, to),
    timeZone: m.ask_context_zone({}, to),
  };
  return texts[kind];
}
