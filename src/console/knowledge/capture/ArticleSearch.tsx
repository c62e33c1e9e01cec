import { Badge, Button, Skeleton, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ExternalLink, Search } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import type { ExcerptPart } from "../../../search/answer.ts";
import { CONFIDENT } from "../../../search/confidence.ts";
import type { SearchResult } from "../../../search/search.ts";
import { type Ticket, trpc } from "../../api.ts";
import { focusOnce } from "../focus.ts";
import { numberWord } from "../words.ts";
import classes from "./search.module.css";

type Props = { ticket: Ticket; isBusy: boolean; onUse: (articleId: string) => void };

/** The help center's own search, in the customer's language, beginning with the ticket's subject. */
export function ArticleSearch({ ticket, isBusy, onUse }: Props) {
  const locale = ticket.locale as Locale;
  const [text, setText] = useState(ticket.subject);
  const [query] = useDebouncedValue(text.trim(), 200);
  const { data, error, isPending } = useQuery({
    queryKey: ["article-search", locale, query],
    queryFn: () => findArticles(locale, query),
    enabled: query !== "",
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const results = query === "" ? [] : (data?.results ?? []);
  return (
    <div className={classes.search}>
      <TextInput
        ref={focusOnce}
        type="search"
        value={text}
        lang={htmlLang[locale]}
        onChange={(event) => setText(event.currentTarget.value)}
        aria-label={m.knowledge_use_search()}
        leftSection={<Search size={14} aria-hidden="true" />}
      />
      <p role="status" className={results.length > 0 ? "visually-hidden" : classes.none}>
        {error && m.knowledge_use_failed()}
        {!error && data && query !== "" && m.knowledge_use_count({ count: results.length })}
      </p>
      {isPending && query !== "" && <Skeleton height={54} mt={8} />}
      <ul className={classes.results}>
        {results.map((result, index) => (
          <Result
            key={result.key}
            result={result}
            confidence={index === 0 ? (data?.confidence ?? 0) : 0}
            locale={locale}
            isBusy={isBusy}
            onUse={onUse}
          />
        ))}
      </ul>
    </div>
  );
}

/** What the help center would propose to somebody who writes this. */
export async function proposeArticles(locale: Locale, subject: string, description: string) {
  const { browserSearch } = await import("../../../search/browser.ts");
  return browserSearch(locale).suggest(subject, description, { limit: 3 });
}

export async function findArticles(locale: Locale, query: string) {
  const { browserSearch } = await import("../../../search/browser.ts");
  return browserSearch(locale).search(query, { limit: 5 });
}

type ResultProps = Pick<Props, "isBusy" | "onUse"> & {
  result: SearchResult;
  /** That it answers the question, 0 to 1; 0 where nothing is claimed. */
  confidence: number;
  locale: Locale;
};

function Result({ result, confidence, locale, isBusy, onUse }: ResultProps) {
  const { data } = useQuery(trpc.articles.list.queryOptions());
  const known = data?.articles.find(({ articleId }) => articleId === result.article);
  // A model is never certain.
  const percent = numberWord(Math.min(confidence, 0.99), { style: "percent" });
  return (
    <li>
      <div lang={htmlLang[locale]}>
        <a href={result.url} target="_blank" rel="noopener">
          <Marked parts={result.title} />
          <ExternalLink size={12} aria-hidden="true" />
        </a>
        <p>
          <Marked parts={result.excerpt} />
        </p>
      </div>
      <p className={classes.facts}>
        {confidence >= CONFIDENT && (
          <Badge color="met">{m.knowledge_use_likely({ percent })}</Badge>
        )}
        <span>{result.category}</span>
        <span>
          {known?.confidence === "validated"
            ? m.knowledge_confidence_validated()
            : m.knowledge_confidence_not_validated()}
        </span>
        {known && known.reuse > 0 && <span>{m.knowledge_solved({ count: known.reuse })}</span>}
      </p>
      <Button
        variant={confidence >= CONFIDENT ? "filled" : "default"}
        disabled={isBusy}
        onClick={() => onUse(result.article)}
      >
        {m.knowledge_use_this()}
      </Button>
    </li>
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
