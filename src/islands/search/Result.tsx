import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import type { ExcerptPart } from "../../search/answer.ts";
import type { SearchResult } from "../../search/search.ts";
import type { Group } from "./groups.ts";

/** The address of the place that answers: the section if there is one. */
export function addressOf({ url, section }: SearchResult): string {
  return section === null ? url : `${url}#${encodeURIComponent(section.id)}`;
}

/** What stands over a group of results. */
export function groupTitle(kind: Group["kind"], locale: Locale): string {
  if (kind === "answer") return m.site_search_answer({}, { locale });
  if (kind === "related") return m.site_search_related({}, { locale });
  if (kind === "elsewhere") return m.site_search_elsewhere({}, { locale });
  return m.site_search_more({}, { locale });
}

/** Title, section and sentence of one article, with the question's words marked. */
export function ResultText({ result, foreign }: { result: SearchResult; foreign: Locale | null }) {
  return (
    <>
      <span className="search-title">
        <Marked parts={result.title} />
      </span>
      <span className="search-where">
        {foreign && <Language of={foreign} />}
        {[result.category, result.section?.heading].filter(Boolean).join(" › ")}
      </span>
      <Excerpt parts={result.excerpt} />
    </>
  );
}

export function Excerpt({ parts }: { parts: readonly ExcerptPart[] }) {
  if (parts.length === 0) return null;
  return (
    <span className="search-excerpt">
      <Marked parts={parts} />
    </span>
  );
}

/** A language by its own name. */
function Language({ of }: { of: Locale }) {
  return <span className="search-language">{{ en: "English", zh: "中文" }[of]}</span>;
}

export function Marked({ parts }: { parts: readonly ExcerptPart[] }) {
  let at = 0;
  return parts.map(({ text, mark }) => {
    const key = at;
    at += text.length;
    return mark ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}
