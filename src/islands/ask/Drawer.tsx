import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { m } from "#messages";
import type { SearchResult } from "../../search/search.ts";
import { onHide } from "../events.ts";
import { startReading } from "../reading.ts";
import { useTo } from "./language.ts";
import { useArticle } from "./useArticle.ts";

type Props = { article: SearchResult; close: () => void; solved: () => void };

/** An article beside the form, or below its title where there is no room; the form stays usable. */
export function Drawer({ article, close, solved }: Props) {
  const to = useTo();
  const head = useRef<HTMLHeadingElement>(null);
  const title = article.title.map(({ text }) => text).join("");
  const body = useArticle(article.url);
  useReading(article.article, title, article.url);
  useEffect(() => head.current?.focus({ preventScroll: innerWidth >= 960 }), []);

  return (
    <section
      className="ask-drawer"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h3 ref={head} tabIndex={-1}>
          {title}
        </h3>
        <button
          type="button"
          className="ask-remove"
          aria-label={m.ask_drawer_close({}, to)}
          onClick={close}
        >
          <X className="icon" size={20} aria-hidden="true" />
        </button>
      </header>
      <div className="ask-drawer-body">
        {body.kind === "loading" && <p aria-busy="true">{m.ask_drawer_loading({}, to)}</p>}
        {body.kind === "failed" && <p>{m.ask_drawer_failed({}, to)}</p>}
        {body.kind === "loaded" && (
          // The site's own page, built from Markdown that allows no scripts.
          <div className="prose" dangerouslySetInnerHTML={{ __html: body.html }} />
        )}
      </div>
      <footer>
        <button type="button" className="button" onClick={solved}>
          {m.ask_solved({}, to)}
        </button>
        <a href={article.url} target="_blank" rel="noopener">
          {m.ask_drawer_page({}, to)}
        </a>
      </footer>
    </section>
  );
}

function useReading(article: string, title: string, url: string): void {
  useEffect(() => {
    const leave = startReading({ id: article, title, category: url.split("/")[2] });
    onHide(leave);
    return leave;
  }, [article, title, url]);
}
