import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BookOpen, FilePen } from "lucide-react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import classes from "../../ticket/context/context.module.css";
import { linkRole, stateOf } from "../words.ts";

/** The articles a ticket has to do with, and what is being written from it. */
export function TicketArticles({ ticket }: { ticket: Ticket }) {
  const drafts = ticket.drafts.filter(({ state }) => state === "draft" || state === "in_review");
  const isEmpty = ticket.links.length + drafts.length === 0;
  const { data } = useQuery({ ...trpc.articles.list.queryOptions(), enabled: !isEmpty });
  if (isEmpty) return <p className={classes.quiet}>{m.knowledge_ticket_none()}</p>;
  const articleOf = (id: string) => {
    const versions = data?.articles.filter(({ articleId }) => articleId === id) ?? [];
    return versions.find(({ locale }) => locale === ticket.locale) ?? versions[0];
  };
  return (
    <ul className={classes.tickets}>
      {ticket.links.map(({ articleId, role }) => {
        const article = articleOf(articleId);
        return (
          <li key={`${articleId} ${role}`}>
            <a href={article?.onSite ? article.href : undefined} target="_blank" rel="noopener">
              <BookOpen size={14} aria-hidden="true" />
              <span className={classes.ticket}>
                <span>{article?.title ?? articleId}</span>
                <small>{linkRole(role)}</small>
              </span>
            </a>
          </li>
        );
      })}
      {drafts.map(({ id, state, articleId }) => (
        <li key={id}>
          <Link to="/knowledge/drafts/$id" params={{ id }}>
            <FilePen size={14} aria-hidden="true" />
            <span className={classes.ticket}>
              <span>{m.knowledge_ticket_draft({ article: articleId })}</span>
              <small>{stateOf(state).label()}</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
