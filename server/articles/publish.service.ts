/** Review ends in a revision; the revision becomes the file, the page and a place in search. */
import { z } from "zod";
import type { Locale } from "../../content/schema.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { onArticlePublished, recordOnTicket } from "../reactions.ts";
import { parse, serialise } from "./articlefile.ts";
import {
  addRevision,
  changeDraft,
  linkArticle,
  lockDraft,
  newestRevision,
  type StoredDraft,
} from "./articles.repo.ts";
import { blanked } from "./decisions.ts";
import { assertComplete, mayReview, sha256 } from "./draft.service.ts";
import { fileOf, homeOf, questionsOf } from "./questions.service.ts";

export type Publication = {
  articleId: string;
  /** Address on the site. */
  url: string;
  /** Milliseconds from the click until the search index has it. */
  tookMs: number;
};

/**
 * Publishes a reviewed draft. What is acknowledged survives a crash: the revision and the job that
 * writes it are stored first, and doing it twice changes nothing.
 * @param input.confirmSelf said a second time where nobody else may review.
 * @throws Problem `draft_not_in_review`, `reviewer_is_author`, `draft_has_suspects`,
 * `draft_incomplete`, `file_changed_by_hand`, `draft_changed`.
 */
export async function publishDraft(
  deps: Deps,
  agent: Agent,
  input: { id: string; version: number; confirmSelf: boolean },
): Promise<Publication> {
  const started = performance.now();
  const { draft, written } = await deps.db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, input.id);
    if (draft.version !== input.version) throw new Problem("draft_changed");
    const selfReview = await assertPublishable(deps, agent, draft, input.confirmSelf);
    const file = fileOf(deps, draft);
    if ((file === null ? null : sha256(file)) !== draft.baseSha)
      throw new Problem("file_changed_by_hand");
    const text = fileText(deps, draft, file);
    const at = deps.now();
    const home = homeOf(deps, draft);
    const path = `${draft.locale}/${draft.category}/${draft.slug}`;
    const from = path === `${draft.locale}/${home}` ? null : `${draft.locale}/${home}`;
    const revision = await addRevision(tx, {
      articleId: draft.articleId,
      locale: draft.locale,
      path,
      sha: sha256(text),
      text,
      authorId: draft.authorId,
      reviewerId: agent.id,
      selfReview,
      origin: draft.ticketId ? "promotion" : "edit",
      at,
    });
    const done = { state: "published" as const, reviewerId: agent.id, selfReview, publishedAt: at };
    await changeDraft(tx, draft.id, { ...done, redactions: blanked(draft.redactions) }, at);
    if (draft.ticketId) await linkBack(deps, tx, agent, draft, at);
    await deps.jobs.send(tx, "publish", { revision: String(revision), from });
    await notify(tx, { kind: "article", id: draft.articleId });
    await onArticlePublished(deps, tx, { id: draft.articleId, locale: draft.locale, path });
    return { draft, written: { revision: String(revision), from } };
  });
  await applyRevision(deps, written);
  const url = `/${draft.locale}/${draft.category}/${draft.slug}/`;
  return { articleId: draft.articleId, url, tookMs: Math.round(performance.now() - started) };
}

async function assertPublishable(
  deps: Deps,
  agent: Agent,
  draft: StoredDraft,
  confirmSelf: boolean,
): Promise<boolean> {
  if (draft.state !== "in_review") throw new Problem("draft_not_in_review");
  const may = await mayReview(deps, agent, draft);
  if (may === "no")
    throw new Problem(draft.authorId === agent.id ? "reviewer_is_author" : "not_allowed");
  if (may === "self" && !confirmSelf) throw new Problem("reviewer_is_author");
  assertComplete(draft);
  const { pending, found } = await questionsOf(deps, draft);
  if (pending + found.length > 0)
    throw new Problem("draft_has_suspects", { count: pending + found.length });
  return may === "self";
}

/** The file as it will lie there; an existing one keeps its comments and the spelling of what didn't change. */
export function fileText(deps: Deps, draft: StoredDraft, file: string | null): string {
  const before = file === null ? null : parse(file);
  const day = deps.now().toISOString().slice(0, 10);
  const moved = { ...draft.frontMatter, redirect_from: earlierPlaces(deps, draft) };
  const frontMatter = before?.ok ? { ...moved, updated: day } : moved;
  return serialise(frontMatter, draft.body, before?.ok ? before.article.head : undefined);
}

type Tx = Parameters<Parameters<Deps["db"]["$transaction"]>[0]>[0];

async function linkBack(
  deps: Deps,
  tx: Tx,
  agent: Agent,
  draft: StoredDraft,
  at: Date,
): Promise<void> {
  const link = {
    ticketId: draft.ticketId!,
    articleId: draft.articleId,
    role: "created_from" as const,
  };
  await linkArticle(tx, { ...link, userId: agent.id, at });
  await recordOnTicket(deps, tx, link.ticketId, agent, {}, [
    { type: "article_linked", at: at.getTime(), articleId: link.articleId, role: link.role },
  ]);
}

/** Addresses from which readers are led to where the draft goes; it isn't led to itself. */
function earlierPlaces(deps: Deps, draft: StoredDraft): string[] {
  const places = [...draft.frontMatter.redirect_from, homeOf(deps, draft)];
  return [...new Set(places)].filter((place) => place !== `${draft.category}/${draft.slug}`);
}

/** `from`: the path where the article lay until now, if that is another. */
export const publishJobSchema = z.object({ revision: z.string(), from: z.string().nullish() });

/**
 * Writes a revision's file and brings the site up to it. Safe to repeat; an overtaken one is left
 * out. The new file is there before the old one goes: readers have the article at every instant.
 */
export async function applyRevision(
  deps: Deps,
  { revision: id, from }: z.infer<typeof publishJobSchema>,
): Promise<void> {
  const revision = await newestRevision(deps.db, BigInt(id));
  if (!revision) return;
  const { path, text } = revision;
  await deps.files.write([{ kind: "article", place: placeOf(path), text }]);
  if (from) await deps.files.remove(placeOf(from));
  await deps.publisher.publish([path, from].flatMap((place) => (place ? [`${place}.md`] : [])));
}

/** `en/setup/connect-camera-to-wifi`, as it was checked when the draft was saved. */
function placeOf(path: string) {
  const [locale, category, slug] = path.split("/") as [Locale, string, string];
  return { locale, category, slug };
}
