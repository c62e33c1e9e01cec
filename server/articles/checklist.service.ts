/** What a reviewer is shown beside a draft: the ten points, articles like it, the file it becomes. */
import type { Deps } from "../deps.ts";
import { draftById, type StoredDraft } from "./articles.repo.ts";
import { checkArticle } from "./checklist.ts";
import type { CheckedPoint } from "./checkpoints.ts";
import { workingAddresses } from "./links.service.ts";
import { fileText } from "./publish.service.ts";
import { fileOf, redactionOptions, ticketOf } from "./questions.service.ts";
import { redact } from "./redaction.ts";
import { type Similar, similarArticles } from "./similar.service.ts";

export async function draftChecklist(
  deps: Deps,
  id: string,
): Promise<{ points: CheckedPoint[]; similar: Similar[]; next: string }> {
  const draft = await draftById(deps.db, id);
  const similar = await similarArticles(deps, draft);
  const { title, aliases } = draft.frontMatter;
  const working = await workingAddresses(deps, draft);
  const points = checkArticle(
    { title, aliases, body: draft.body, category: draft.category },
    {
      duplicate: similar[0]?.verdict ?? "free",
      customersWords: await customersWords(deps, draft),
      categories: deps.content().categories.map((category) => category.id),
      resolves: (address) => working.has(address),
      confirmed: new Set(
        draft.redactions.filter((d) => d.decision === "kept").map(({ original }) => original),
      ),
      ...(await redactionOptions(deps, draft)),
    },
  );
  return { points, similar, next: fileText(deps, draft, fileOf(deps, draft)) };
}

/** What the customer wrote first, without what is personal in it; null where no ticket is behind it. */
async function customersWords(deps: Deps, draft: StoredDraft): Promise<string | null> {
  const ticket = await ticketOf(deps, draft);
  if (!ticket) return null;
  const first = ticket.messages.find(({ kind }) => kind === "customer")?.body ?? "";
  return redact(`${ticket.subject}\n${first}`, await redactionOptions(deps, draft)).text;
}
