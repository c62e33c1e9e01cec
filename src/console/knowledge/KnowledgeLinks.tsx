import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { BookOpen } from "lucide-react";
import { m } from "#messages";
import { trpc } from "../api.ts";
import railClasses from "../shell/rail.module.css";

/** The way to the articles; the number is what waits for a reviewer. */
export function KnowledgeLinks() {
  const { data } = useQuery(trpc.articles.drafts.queryOptions());
  const { pathname } = useLocation();
  const waiting = data?.filter(({ state }) => state === "in_review").length ?? 0;
  const isHere = /^\/knowledge(?:\/|$)/.test(pathname);
  return (
    <Link
      to="/knowledge"
      className={railClasses.item ?? ""}
      aria-current={isHere ? "page" : undefined}
    >
      <BookOpen size={16} aria-hidden="true" />
      <span className={railClasses.name}>{m.knowledge_articles_and_drafts()}</span>
      {waiting > 0 && (
        <span className={railClasses.count} title={m.knowledge_waiting_count({ count: waiting })}>
          <span aria-hidden="true">{waiting}</span>
          <span className="visually-hidden">{m.knowledge_waiting_count({ count: waiting })}</span>
        </span>
      )}
    </Link>
  );
}
