import { Badge, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BadgeCheck, FlaskConical, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { htmlLang } from "../../../../content/schema.ts";
import { queryClient, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { nameOf, useSettings } from "../../settings.ts";
import { serverNow } from "../../time/now.ts";
import type { Article, DraftRow } from "../records.ts";
import { confidenceWord, dayWord, languageWord, restrictedTo } from "../words.ts";
import classes from "./list.module.css";

/** Rows drawn at a time: a list of thousands is searched, not read. */
const step = 100;

type Props = { articles: readonly Article[]; drafts: readonly DraftRow[] };

export function ArticleTable({ articles, drafts }: Props) {
  const [most, setMost] = useState(step);
  const draftOf = ({ articleId, locale }: Article) =>
    drafts.find((draft) => draft.articleId === articleId && draft.locale === locale);
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{m.knowledge_column_title()}</th>
            <th scope="col">{m.knowledge_column_category()}</th>
            <th scope="col">{m.knowledge_column_language()}</th>
            <th scope="col">{m.knowledge_column_confidence()}</th>
            <th scope="col">{m.knowledge_column_reuse()}</th>
            <th scope="col">{m.knowledge_column_changed()}</th>
            <th scope="col">{m.knowledge_column_review()}</th>
            <th scope="col">
              <span className="visually-hidden">{m.knowledge_column_actions()}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {articles.slice(0, most).map((article) => (
            <Row key={article.href} article={article} draft={draftOf(article)} />
          ))}
        </tbody>
      </table>
      {articles.length > most && (
        <Button variant="default" onClick={() => setMost(most + step)}>
          {m.knowledge_more({ count: Math.min(step, articles.length - most) })}
        </Button>
      )}
    </>
  );
}

function Row({ article, draft }: { article: Article; draft: DraftRow | undefined }) {
  const { categories } = useSettings();
  return (
    <tr>
      <th scope="row">
        <Title article={article} />
      </th>
      <td>{nameOf(categories, article.category)}</td>
      <td>{languageWord(article.locale)}</td>
      <td>
        <Confidence of={article.confidence} />
      </td>
      <td className={classes.number} data-none={article.reuse === 0}>
        {article.reuse > 0 ? m.knowledge_solved({ count: article.reuse }) : m.knowledge_unused()}
      </td>
      <td className={classes.number} data-label={m.knowledge_column_changed()}>
        <time dateTime={article.changed}>{dayWord(article.changed)}</time>
      </td>
      <td className={classes.number} data-label={m.knowledge_column_review()}>
        <ReviewDay day={article.reviewBy} />
      </td>
      <td className={classes.action}>
        <EditButton article={article} draft={draft} />
      </td>
    </tr>
  );
}

/** Only what readers have a page of leads there. */
function Title({ article }: { article: Article }) {
  const { href, title, locale, audience, onSite } = article;
  if (onSite) {
    return (
      <a href={href} target="_blank" rel="noopener" lang={htmlLang[locale]} data-queue-row={href}>
        {title}
      </a>
    );
  }
  const readers = restrictedTo(audience);
  return (
    <>
      <span lang={htmlLang[locale]}>{title}</span> {readers && <Badge>{readers}</Badge>}
    </>
  );
}

function Confidence({ of }: { of: Article["confidence"] }) {
  const isValidated = of === "validated";
  const Icon = isValidated ? BadgeCheck : FlaskConical;
  return (
    <Badge
      color={isValidated ? "met" : "risk"}
      variant={isValidated ? "transparent" : "light"}
      className={classes.confidence ?? ""}
      leftSection={<Icon size={11} aria-hidden="true" />}
    >
      {confidenceWord(of)}
    </Badge>
  );
}

/** A day that has passed is said, not only coloured. */
function ReviewDay({ day }: { day: string | null }) {
  if (!day) return <span aria-hidden="true">–</span>;
  const isPast = Date.parse(day) < serverNow();
  return (
    <time dateTime={day} data-past={isPast}>
      {isPast && <TriangleAlert size={12} aria-hidden="true" />}
      {isPast ? m.knowledge_review_since({ day: dayWord(day) }) : dayWord(day)}
    </time>
  );
}

function EditButton({ article, draft }: { article: Article; draft: DraftRow | undefined }) {
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: "/knowledge/drafts/$id", params: { id } });
  const edit = useMutation(
    trpc.articles.edit.mutationOptions({
      onSuccess: ({ id }) => open(id),
      onError: (error) =>
        notifications.show({ message: refusalOf(error).message, color: "breached" }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.articles.drafts.queryKey() }),
    }),
  );
  const { articleId, locale, title, href, onSite } = article;
  const label = draft ? m.knowledge_open_draft() : m.knowledge_edit();
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={edit.isPending}
      onClick={() => (draft ? open(draft.id) : edit.mutate({ articleId, locale }))}
      aria-label={m.knowledge_action_on({ action: label, title })}
      data-queue-row={onSite ? undefined : href}
    >
      {label}
    </Button>
  );
}
