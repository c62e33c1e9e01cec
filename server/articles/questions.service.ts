/** What patterns still find in a draft, with all that is known of the ticket it came from. */
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

/** What stands between a draft and its publication, as far as personal data goes. */
export const questionsOf = async (deps: Deps, draft: StoredDraft) =>
  openQuestions(textOf(draft), draft.redactions, await redactionOptions(deps, draft));
