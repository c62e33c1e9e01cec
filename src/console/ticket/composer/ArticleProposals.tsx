import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { BookOpen, ExternalLink } from "lucide-react";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import type { Ticket } from "../../api.ts";
import { findArticles } from "../../knowledge/capture/ArticleSearch.tsx";
import classes from "./advice.module.css";

type Props = { ticket: Ticket; onInsert: (link: string) => void };

/** Questions are best answered with an article: those that may hold the answer, one tap each. */
export function ArticleProposals({ ticket, onInsert }: Props) {
  const locale = ticket.locale as Locale;
  const { data } = useQuery({
    queryKey: ["article-search", locale, ticket.subject],
    queryFn: () => findArticles(locale, ticket.subject),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const found = data?.results.slice(0, 3) ?? [];
  if (found.length === 0) return null;
  return (
    <section className={classes.proposals} aria-label={m.console_proposals()}>
      <h3>
        <BookOpen size={14} aria-hidden="true" />
        {m.console_proposals()}
      </h3>
      <ul>
        {found.map(({ key, url, title }) => {
          const name = title.map(({ text }) => text).join("");
          return (
            <li key={key}>
              <a href={url} target="_blank" rel="noopener" lang={htmlLang[locale]}>
                {name}
                <ExternalLink size={12} aria-hidden="true" />
              </a>
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => onInsert(new URL(url, location.origin).href)}
                aria-label={m.console_proposal_insert_named({ name })}
              >
                {m.console_proposal_insert()}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
