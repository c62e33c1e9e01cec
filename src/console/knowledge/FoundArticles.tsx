import { Spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BookOpen, FilePen } from "lucide-react";
import { m } from "#messages";
import { trpc } from "../api.ts";
import classes from "../commands/commands.module.css";
import { contains } from "./list/filter.ts";
import type { Article, DraftRow } from "./records.ts";
import { languageWord, stateOf } from "./words.ts";

export type FoundKnowledge = { drafts: DraftRow[]; articles: Article[] };

/** What of knowledge bears the typed name; nothing while little is typed. */
export function useFoundKnowledge(query: string): FoundKnowledge {
  const text = query.trim();
  const enabled = text.length > 1;
  const drafts = useQuery({ ...trpc.articles.drafts.queryOptions(), enabled });
  const list = useQuery({ ...trpc.articles.list.queryOptions(), enabled });
  return {
    drafts: enabled
      ? (drafts.data ?? []).filter(({ title }) => contains([title], text)).slice(0, 4)
      : [],
    articles: enabled
      ? (list.data?.articles ?? [])
          .filter(({ title, articleId }) => contains([title, articleId], text))
          .slice(0, 5)
      : [],
  };
}

/** In the palette: drafts are opened, articles are shown in their list. */
export function FoundArticles({ found }: { found: FoundKnowledge }) {
  const navigate = useNavigate();
  const { drafts, articles } = found;
  if (drafts.length + articles.length === 0) return null;
  const openDraft = (id: string) => navigate({ to: "/knowledge/drafts/$id", params: { id } });
  return (
    <Spotlight.ActionsGroup label={m.knowledge_area()}>
      {drafts.map(({ id, title, state }) => (
        <Action
          key={id}
          icon={FilePen}
          name={title}
          aside={stateOf(state).label()}
          run={() => void openDraft(id)}
        />
      ))}
      {articles.map(({ href, title, locale, articleId }) => (
        <Action
          key={href}
          icon={BookOpen}
          name={title}
          aside={languageWord(locale)}
          run={() =>
            void navigate({ to: "/knowledge", search: { q: articleId, language: locale } })
          }
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

type ActionProps = { icon: typeof BookOpen; name: string; aside?: string; run: () => void };

function Action({ icon: Icon, name, aside, run }: ActionProps) {
  return (
    <Spotlight.Action onClick={run}>
      <span className={classes.action}>
        <Icon size={16} aria-hidden="true" />
        <span className={classes.name}>{name}</span>
        {aside && <span className={classes.aside}>{aside}</span>}
      </span>
    </Spotlight.Action>
  );
}
