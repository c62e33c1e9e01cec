/** What patterns still find in a draft, with all that is known of the ticket it came from. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { everyEntry } from "../../src/catalog.ts";
import type { Deps } from "../deps.ts";
import { type StoredDraft, ticketForDraft } from "./articles.repo.ts";
import { openQuestions } from "./decisions.ts";
import type { RedactionOptions } from "./redaction.ts";

/** Everything that would be published, for the patterns to look at. */
export const textOf = ({ frontMatter, body }: Pick<StoredDraft, "frontMatter" | "body">): string =>
  [frontMatter.title, frontMatter.description, ...frontMatter.aliases, body].join("\n");

export type TicketForDraft = NonNullable<Awaited<ReturnType<typeof ticketForDraft>>>;

/** Everyone in the ticket: requester, their company, who answered. */
export function namesIn({ customer, messages }: TicketForDraft): string[] {
  const staff = messages.flatMap(({ kind, user }) => (kind === "public" && user?.name) || []);
  return [customer.name ?? "", customer.company ?? "", ...staff].filter(Boolean);
}

export const ticketOf = async (deps: Deps, { ticketId }: Pick<StoredDraft, "ticketId">) =>
  ticketId ? await ticketForDraft(deps.db, ticketId) : null;

export async function redactionOptions(
  deps: Deps,
  draft: Pick<StoredDraft, "ticketId">,
): Promise<Required<RedactionOptions>> {
  const ticket = await ticketOf(deps, draft);
  return {
    knownNames: ticket ? namesIn(ticket) : [],
    allowedPhones: [deps.content().site.hotline].filter(Boolean),
  };
}

type Placed = Pick<StoredDraft, "articleId" | "locale" | "category" | "slug">;

/** Where the article lies now, `category/slug`: a draft may be about to move it. */
export function homeOf(deps: Deps, { articleId, locale, category, slug }: Placed): string {
  const lies = everyEntry(deps.publisher.catalog()).find(
    (entry) => entry.id === articleId && entry.locale === locale,
  );
  return lies ? `${lies.category}/${lies.slug}` : `${category}/${slug}`;
}

/** The article's file as it lies there now; null where there is none. */
export function fileOf(deps: Deps, draft: Placed): string | null {
  const path = join(deps.contentDir, draft.locale, `${homeOf(deps, draft)}.md`);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/**
 * What stands between a draft and its publication, as far as personal data goes. What a published
 * article said before was decided when it was published.
 */
export async function questionsOf(deps: Deps, draft: StoredDraft) {
  const questions = openQuestions(
    textOf(draft),
    draft.redactions,
    await redactionOptions(deps, draft),
  );
  const published = fileOf(deps, draft) ?? "";
  return { ...questions, found: questions.found.filter(({ text }) => !published.includes(text)) };
}
