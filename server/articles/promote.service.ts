/** After solving: use an article, write one, or say why neither is useful. */
import { m } from "#messages";
import type { FrontMatter, Locale } from "../../content/schema.ts";
import { everyEntry } from "../../src/catalog.ts";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { recordOnTicket } from "../reactions.ts";
import type { CauseTag } from "../tickets/ticket.ts";
import {
  addDraft,
  linkArticle,
  nextArticleId,
  openDraft,
  type StoredDraft,
  ticketForDraft,
} from "./articles.repo.ts";
import { decisionsOf } from "./decisions.ts";
import { buildDraft, type ResolvedTicket } from "./draft.ts";
import { namesIn, type TicketForDraft } from "./questions.service.ts";
import { freeSlug, proposeSlug } from "./slug.ts";
import { lastSubstantive } from "./substantive.ts";

/** The solved ticket was answered by an article that exists. */
export function useArticle(
  deps: Deps,
  agent: Agent,
  input: { ticketId: string; articleId: string },
): Promise<void> {
  const known = deps.publisher.catalog().entries.some(({ id }) => id === input.articleId);
  if (!known) throw new Problem("not_found");
  return deps.db.$transaction(async (tx) => {
    const at = deps.now();
    await linkArticle(tx, { ...input, role: "resolved_by", userId: agent.id, at });
    await recordOnTicket(deps, tx, input.ticketId, agent, { captureChoice: "use" }, [
      { type: "captured", at: at.getTime(), choice: "use" },
      { type: "article_linked", at: at.getTime(), articleId: input.articleId, role: "resolved_by" },
    ]);
  });
}

/** No article will come of it; the reason is kept with the ticket. `later` asks again. */
export function skipArticle(
  deps: Deps,
  agent: Agent,
  input: { ticketId: string; reason: string; later: boolean },
): Promise<void> {
  if (!input.later && !input.reason.trim()) throw new Problem("reason_required");
  const choice = input.later ? "later" : "skip";
  return deps.db.$transaction((tx) =>
    recordOnTicket(
      deps,
      tx,
      input.ticketId,
      agent,
      { captureChoice: choice, captureReason: input.reason },
      [{ type: "captured", at: deps.now().getTime(), choice }],
    ),
  );
}

/** Makes a draft from a ticket, or gives the one that was begun already. */
export async function promote(
  deps: Deps,
  agent: Agent,
  input: { ticketId: string },
): Promise<StoredDraft> {
  const ticket = await ticketForDraft(deps.db, input.ticketId);
  if (!ticket) throw new Problem("not_found");
  return deps.db.$transaction(async (tx) => {
    const begun = await openDraft(tx, input);
    if (begun) return begun;
    const at = deps.now();
    const articleId = await freeArticleId(deps, tx);
    const draft = await addDraft(tx, {
      ...newDraft(deps, ticket, articleId, at),
      authorId: agent.id,
      ticketId: ticket.id,
      at,
    });
    await recordOnTicket(deps, tx, ticket.id, agent, { captureChoice: "add" }, [
      { type: "captured", at: at.getTime(), choice: "add" },
    ]);
    return draft;
  });
}

/** Numbers may have come with files that were imported or written by hand. */
async function freeArticleId(deps: Deps, tx: Tx): Promise<string> {
  const taken = new Set(everyEntry(deps.publisher.catalog()).map(({ id }) => id));
  let id = await nextArticleId(tx);
  while (taken.has(id)) id = await nextArticleId(tx);
  return id;
}

function newDraft(deps: Deps, ticket: TicketForDraft, articleId: string, at: Date) {
  const built = buildDraft(resolvedTicket(deps, ticket));
  const { categories, modules } = deps.content();
  const locale = ticket.locale as Locale;
  const category = categories.find(({ id }) => id === ticket.category)?.id ?? categories[0]!.id;
  const day = at.toISOString().slice(0, 10);
  const frontMatter: FrontMatter = {
    id: articleId,
    title: built.title,
    description: "",
    audience: "public",
    confidence: "not_validated",
    governance: "experience",
    owner: "support",
    modules: modules.some(({ id }) => id === ticket.module) ? [ticket.module] : [],
    source_tickets: [deps.secrets.sign("source", ticket.id).slice(0, 16)],
    created: day,
    review_by: new Date(at.getTime() + 180 * 86_400_000).toISOString().slice(0, 10),
    aliases: built.aliases,
    related: [],
    redirect_from: [],
  };
  return {
    articleId,
    locale,
    category,
    slug: freeSlug(proposeSlug(built.title, articleId), takenSlugs(deps, locale, category)),
    frontMatter,
    body: built.body,
    redactions: decisionsOf(built),
    baseSha: null,
  };
}

export function takenSlugs(deps: Deps, locale: Locale, category: string): Set<string> {
  const entries = everyEntry(deps.publisher.catalog());
  return new Set(
    entries.filter((e) => e.locale === locale && e.category === category).map(({ slug }) => slug),
  );
}

type Snapshot = { answers?: Record<string, unknown>; context?: Record<string, unknown> } | null;

function resolvedTicket(deps: Deps, ticket: TicketForDraft): ResolvedTicket {
  const locale = ticket.locale as Locale;
  const { answers = {}, context = {} } = (ticket.snapshot?.data as Snapshot) ?? {};
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const said = (kind: string) => ticket.messages.filter((message) => message.kind === kind);
  const product = deps.content().modules.find(({ id }) => id === ticket.module);
  return {
    locale,
    subject: ticket.subject,
    firstMessage: said("customer")[0]?.body ?? "",
    fields: {
      product: product?.title[locale] ?? "",
      device: text(answers.device),
      version: text(answers.version),
      os: text(context.os),
      browser: text(context.browser),
    },
    cause: ticket.causeTag
      ? { label: causeLabel(ticket.causeTag as CauseTag, locale), note: ticket.causeNote ?? "" }
      : null,
    resolution: lastSubstantive(said("public").map(({ body }) => body)),
    searches: Array.isArray(context.searches) ? context.searches.map(String) : [],
    knownNames: namesIn(ticket),
    allowedPhones: [deps.content().site.hotline].filter(Boolean),
  };
}

/** The cause in the words of the article's language. */
export const causeLabel = (tag: CauseTag, locale: Locale): string =>
  m[`knowledge_cause_${tag}`]({}, { locale });
