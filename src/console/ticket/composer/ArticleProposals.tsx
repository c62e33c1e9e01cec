import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { BookOpen, ExternalLink } from "lucide-react";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import type { Ticket } from "../../api.ts";
import { proposeArticles } from "../../knowledge/capture/ArticleSearch.tsx";
import classes from "./advice.module.css";

type Props = { ticket: Ticket; onInsert: (link: string) => void };

/** Of the first one's score; what falls off further has only a word in common. */
const leastShare = 0.5;

/** Articles that may hold the answer, one tap each: the help center's own search over what was sent. */
export function ArticleProposals({ ticket, onInsert }: Props) {
  const locale = ticket.locale as Locale;
  const said = ticket.messages.find(({ kind }) => kind === "customer")?.body ?? "";
  const { data } = useQuery({
    queryKey: ["article-proposals", locale, ticket.subject, said],
    queryFn: () => proposeArticles(locale, ticket.subject, said),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const best = data?.results[0]?.score ?? 0;
  const found = (data?.results ?? []).filter(({ score }) => score >= best * leastShare);
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
