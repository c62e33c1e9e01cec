import { Fragment, useRef, useState } from "react";
import { m } from "#messages";
import type { ExcerptPart } from "../../search/answer.ts";
import type { SearchResult } from "../../search/search.ts";
import { record } from "../events.ts";
import { episodeId } from "../visit.ts";
import { Drawer } from "./Drawer.tsx";
import { useTo } from "./language.ts";
import type { Suggestions as Found } from "./useSuggestions.ts";

type Props = {
  found: Found;
  categories: readonly { id: string; title: string; href: string }[];
  solved: (article: SearchResult) => void;
};

/** Articles for what is typed so far, right under it. Each opens in place. */
export function Suggestions({ found, categories, solved }: Props) {
  const to = useTo();
  return (
    <div className="ask-suggestions">
      <p className="sr-only" role="status">
        {found.kind === "found" && m.ask_suggest_count({ count: found.results.length }, to)}
        {found.kind === "failed" && m.ask_suggest_failed({}, to)}
      </p>
      {found.kind === "found" && <List {...found} solved={solved} />}
      {found.kind === "failed" && (
        <section className="ask-suggest-failed">
          <p>{m.ask_suggest_failed({}, to)}</p>
          <ul>
            {categories.map(({ id, title, href }) => (
              <li key={id}>
                <a href={href} target="_blank" rel="noopener">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type ListProps = {
  results: readonly SearchResult[];
  confident: boolean;
  solved: Props["solved"];
};

function List({ results, confident, solved }: ListProps) {
  const to = useTo();
  const [open, setOpen] = useState<SearchResult | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement | null>());
  // An article that is being read stays, even if what is typed no longer leads to it.
  const shown = open && !results.some(({ key }) => key === open.key) ? [open, ...results] : results;
  const answer = confident && shown[0] === results[0];
  const toggle = (result: SearchResult, rank: number) => {
    if (open?.key === result.key) return setOpen(null);
    record({ type: "suggest_click", article: result.article, rank, episode: episodeId() });
    setOpen(result);
  };
  const close = () => {
    if (open) buttons.current.get(open.key)?.focus();
    setOpen(null);
  };
  return (
    <section aria-labelledby="ask-suggest-title">
      <h2 id="ask-suggest-title">
        {answer ? m.ask_suggest_title({}, to) : m.ask_suggest_related({}, to)}
      </h2>
      <ul>
        {shown.map((result, index) => (
          <Fragment key={result.key}>
            {answer && index === 1 && (
              <li className="ask-suggest-related">{m.ask_suggest_related({}, to)}</li>
            )}
            <li>
              <button
                type="button"
                className="ask-suggestion"
                ref={(element) => {
                  buttons.current.set(result.key, element);
                }}
                aria-expanded={open?.key === result.key}
                onClick={() => toggle(result, index + 1)}
              >
                <span className="ask-suggest-name">
                  <Marked parts={result.title} />
                </span>
                <span className="ask-suggest-text">
                  <Marked parts={result.excerpt} />
                </span>
              </button>
              {open?.key === result.key && (
                <Drawer article={result} close={close} solved={() => solved(result)} />
              )}
            </li>
          </Fragment>
        ))}
      </ul>
    </section>
  );
}

function Marked({ parts }: { parts: readonly ExcerptPart[] }) {
  let at = 0;
  return parts.map(({ text, mark }) => {
    const key = at;
    at += text.length;
    return mark ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
