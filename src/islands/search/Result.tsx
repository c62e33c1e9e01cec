import type { ExcerptPart } from "../../search/answer.ts";
import type { SearchResult } from "../../search/search.ts";

/** The address of the place that answers: the section if there is one. */
export function addressOf({ url, section }: SearchResult): string {
  return section === null ? url : `${url}#${encodeURIComponent(section.id)}`;
}

/** Title, section and sentence of one article, with the question's words marked. */
export function ResultText({ result }: { result: SearchResult }) {
  return (
    <>
      <span className="search-title">
        <Marked parts={result.title} />
      </span>
      <span className="search-where">
        {[result.category, result.section?.heading].filter(Boolean).join(" › ")}
      </span>
      {result.excerpt.length > 0 && (
        <span className="search-excerpt">
          <Marked parts={result.excerpt} />
        </span>
      )}
    </>
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
