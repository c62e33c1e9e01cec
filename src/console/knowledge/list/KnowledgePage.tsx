import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { BookOpen, SearchX } from "lucide-react";
import { useEffect, useRef } from "react";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { currentLocale } from "../../language.ts";
import { Notice } from "../../look/Notice.tsx";
import { every, useTrouble } from "../../patience.ts";
import { useRowKeys } from "../../queue/rowKeys.ts";
import { refusalOf } from "../../refusal.ts";
import type { ContentProblem, DraftRow } from "../records.ts";
import { ArticleTable } from "./ArticleTable.tsx";
import { DraftList } from "./DraftList.tsx";
import { Filters } from "./Filters.tsx";
import { contains, type KnowledgeSearch, shownArticles } from "./filter.ts";
import { ListSkeleton } from "./ListSkeleton.tsx";
import classes from "./list.module.css";

/** What is being written, then what is published. */
export function KnowledgePage() {
  const search = useSearch({ from: "/desk/knowledge" });
  const list = useQuery(trpc.articles.list.queryOptions());
  const drafts = useQuery({
    ...trpc.articles.drafts.queryOptions(),
    refetchInterval: every(30_000),
  });
  const page = useRef<HTMLElement>(null);
  useRowKeys(page);
  useEffect(() => {
    document.title = m.knowledge_title();
  }, []);
  const trouble = useTrouble({
    data: list.data && drafts.data,
    error: list.error ?? drafts.error,
  });
  const retry = () => void Promise.all([list.refetch(), drafts.refetch()]);
  return (
    <main ref={page} className={classes.page} aria-busy={list.isPending}>
      <header className={classes.head}>
        <h1>{m.knowledge_title()}</h1>
        <Filters search={search} />
      </header>
      {trouble !== null && (
        <Notice
          title={refusalOf(trouble).message}
          action={{ label: m.console_retry(), run: retry }}
        />
      )}
      {!trouble && (!list.data || !drafts.data) && <ListSkeleton />}
      {list.data && drafts.data && (
        <>
          <Problems problems={list.data.problems} />
          <DraftList drafts={shownDrafts(drafts.data, search)} />
          <Articles
            search={search}
            articles={shownArticles(list.data.articles, search)}
            total={list.data.articles.length}
            drafts={drafts.data}
          />
        </>
      )}
    </main>
  );
}

const shownDrafts = (drafts: readonly DraftRow[], search: KnowledgeSearch) =>
  drafts.filter(
    ({ title, locale, category, author }) =>
      (!search.language || locale === search.language) &&
      (!search.category || category === search.category) &&
      contains([title, author.name], search.q),
  );

type ArticlesProps = {
  search: KnowledgeSearch;
  articles: ReturnType<typeof shownArticles>;
  total: number;
  drafts: DraftRow[];
};

function Articles({ search, articles, total, drafts }: ArticlesProps) {
  return (
    <section className={classes.section} aria-labelledby="articles-title">
      <h2 id="articles-title">
        {m.knowledge_articles()}{" "}
        <small>{m.knowledge_articles_count({ count: articles.length })}</small>
      </h2>
      {total === 0 && <Notice icon={BookOpen} title={m.knowledge_articles_none()} />}
      {total > 0 && articles.length === 0 && (
        <Notice icon={SearchX} title={m.knowledge_articles_no_match()}>
          {m.knowledge_articles_no_match_hint()}
        </Notice>
      )}
      {articles.length > 0 && (
        <ArticleTable key={JSON.stringify(search)} articles={articles} drafts={drafts} />
      )}
    </section>
  );
}

/** Files that readers don't get, and why: for whoever can mend them. */
function Problems({ problems }: { problems: readonly ContentProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert
      color="risk"
      variant="light"
      title={m.knowledge_problems({ count: problems.length })}
      className={classes.problems ?? ""}
    >
      <ul>
        {problems.map(({ file, reason }) => (
          <li key={`${file} ${reason.en}`}>
            <code>{file}</code> {reason[currentLocale()]}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
