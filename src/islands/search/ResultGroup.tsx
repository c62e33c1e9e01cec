import { useId } from "react";
import type { Locale } from "../../../content/schema.ts";
import type { Group, Placed } from "./groups.ts";
import { addressOf, Excerpt, groupTitle, Marked, ResultText } from "./Result.tsx";

type Opened = (rank: number, article: string) => void;

/** One group of the results page under its title. */
export function ResultGroup(props: { group: Group; locale: Locale; opened: Opened }) {
  const { group, locale, opened } = props;
  const title = useId();
  return (
    <section className={`search-section ${group.kind}`} aria-labelledby={title}>
      <h2 id={title} className="search-group">
        {groupTitle(group.kind, locale)}
      </h2>
      {group.kind === "answer" ? (
        group.placed.map((one) => <Answer key={one.result.key} placed={one} opened={opened} />)
      ) : (
        <ol className="search-list">
          {group.placed.map((one) => (
            <li key={one.result.key} lang={one.foreign ?? undefined}>
              <a
                className="search-result"
                href={addressOf(one.result)}
                onClick={() => opened(one.rank, one.result.article)}
              >
                <ResultText {...one} />
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The sentence first to be read, and where it stands: the article, and the section in it. */
function Answer({ placed: { result, rank }, opened }: { placed: Placed; opened: Opened }) {
  const { title, url, section, category, excerpt, article } = result;
  const open = () => opened(rank, article);
  return (
    <article className="search-answer">
      <a className="search-title" href={url} onClick={open}>
        <Marked parts={title} />
      </a>
      <span className="search-where">{category}</span>
      <Excerpt parts={excerpt} />
      {section !== null && (
        <a className="search-anchor" href={addressOf(result)} onClick={open}>
          {section.heading}
        </a>
      )}
    </article>
  );
}
