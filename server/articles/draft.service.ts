/** A draft on its way: edited, decided, reviewed. Like a pull request on one file. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type FrontMatter,
  frontMatterSchema,
  type Locale,
  slugSchema,
} from "../../content/schema.ts";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { parse } from "./articlefile.ts";
import {
  addDraft,
  changeDraft,
  type DraftChange,
  draftById,
  lockDraft,
  openDraft,
  otherReviewers,
  type StoredDraft,
} from "./articles.repo.ts";
import { type Decision, openQuestions } from "./decisions.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The article's file as it lies there now; null where there is none. */
export function fileOf(
  deps: Deps,
  { locale, category, slug }: Pick<StoredDraft, "locale" | "category" | "slug">,
): string | null {
  const path = join(deps.contentDir, locale, category, `${slug}.md`);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** A draft with the file it would replace and what still stands before publication. */
export async function draftForDesk(deps: Deps, agent: Agent, id: string) {
  const draft = await draftById(deps.db, id);
  const file = fileOf(deps, draft);
  return {
    ...draft,
    file,
    changedByHand:
      draft.state !== "published" && (file === null ? null : sha256(file)) !== draft.baseSha,
    questions: openQuestions(textOf(draft), draft.redactions, redactionOptions(deps)),
    mayReview: await mayReview(deps, agent, draft),
  };
}

/** Everything that would be published, for the patterns to look at. */
export const textOf = ({ frontMatter, body }: Pick<StoredDraft, "frontMatter" | "body">): string =>
  [frontMatter.title, frontMatter.description, ...frontMatter.aliases, body].join("\n");

export const redactionOptions = (deps: Deps) => ({
  allowedPhones: [deps.content().site.hotline].filter(Boolean),
});

/** `self`: nobody else could; they confirm a second time and the revision says so. */
export async function mayReview(
  deps: Deps,
  agent: Agent,
  draft: StoredDraft,
): Promise<"yes" | "self" | "no"> {
  if (!["lead", "owner", "admin"].includes(agent.role)) return "no";
  if (draft.authorId !== agent.id) return "yes";
  return (await otherReviewers(deps.db, agent.id)) === 0 ? "self" : "no";
}

async function edit(
  deps: Deps,
  seen: { id: string; version: number },
  work: (draft: StoredDraft, tx: Tx) => DraftChange | Promise<DraftChange>,
): Promise<StoredDraft> {
  return deps.db.$transaction(async (tx) => {
    const draft = await lockDraft(tx, seen.id);
    if (draft.version !== seen.version) throw new Problem("draft_changed");
    if (draft.state === "published" || draft.state === "discarded")
      throw new Problem("not_allowed");
    const changed = await changeDraft(tx, seen.id, await work(draft, tx), deps.now());
    await notify(tx, { kind: "draft", id: seen.id });
    return changed;
  });
}

export type DraftEdit = {
  id: string;
  version: number;
  category: string;
  slug: string;
  body: string;
  frontMatter: Pick<
    FrontMatter,
    "title" | "description" | "aliases" | "modules" | "audience" | "owner"
  >;
};

/** @throws Problem `front_matter_invalid`, `slug_taken`, `draft_changed`. */
export function saveDraft(deps: Deps, _agent: Agent, input: DraftEdit): Promise<StoredDraft> {
  return edit(deps, input, (draft) => {
    const merged = frontMatterSchema.safeParse({ ...draft.frontMatter, ...input.frontMatter });
    if (!merged.success) {
      const reason = merged.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ");
      throw new Problem("front_matter_invalid", { reason });
    }
    checkPlace(deps, draft, input);
    return {
      category: input.category,
      slug: input.slug,
      body: input.body,
      frontMatter: merged.data,
    };
  });
}

function checkPlace(
  deps: Deps,
  draft: StoredDraft,
  { category, slug }: { category: string; slug: string },
): void {
  const known = deps.content().categories.some(({ id }) => id === category);
  if (!known || !slugSchema.safeParse(slug).success)
    throw new Problem("front_matter_invalid", { reason: `${category}/${slug}` });
  const other = deps.publisher
    .catalog()
    .entries.find(
      (entry) =>
        entry.locale === draft.locale && entry.category === category && entry.slug === slug,
    );
  if (other && other.id !== draft.articleId) throw new Problem("slug_taken");
}

/** One person's word on one finding. "Kept" text has to be put back by hand, where it belongs. */
export function decide(
  deps: Deps,
  agent: Agent,
  input: {
    id: string;
    version: number;
    decisions: { id: number; decision: Decision["decision"] }[];
  },
): Promise<StoredDraft> {
  return edit(deps, input, (draft) => {
    const word = new Map(input.decisions.map(({ id, decision }) => [id, decision]));
    const at = deps.now().toISOString();
    const redactions = draft.redactions.map((entry) =>
      word.has(entry.id) ? { ...entry, decision: word.get(entry.id)!, by: agent.id, at } : entry,
    );
    const kept = redactions.filter((entry) => entry.decision === "kept" && word.has(entry.id));
    return { redactions, body: kept.reduce(putBack, draft.body) };
  });
}

/** The first placeholder of the kind, where a finding's text stood. */
const putBack = (body: string, { kind, original }: Decision): string =>
  kind === "SUSPECT" || body.includes(original)
    ? body
    : body.replace(new RegExp(`\\\\?\\[${kind}\\\\?\\]`), () => original);

/**
 * Hands the draft to a second person.
 * @throws Problem `draft_incomplete` for a text without title or body, `draft_has_suspects`.
 */
export function submitDraft(
  deps: Deps,
  _agent: Agent,
  input: { id: string; version: number },
): Promise<StoredDraft> {
  return edit(deps, input, (draft) => {
    assertComplete(draft);
    return { state: "in_review", reviewerId: null };
  });
}

export function assertComplete(draft: StoredDraft): void {
  const empty = draft.body
    .split(/^#{2,} .*$/m)
    .slice(1)
    .some((section) => section.trim() === "");
  if (!draft.body.trim()) throw new Problem("draft_incomplete", { missing: "body" });
  if (empty) throw new Problem("draft_incomplete", { missing: emptyHeading(draft.body) });
}

const emptyHeading = (body: string): string =>
  /^#{2,} (.*)\n+(?=#{2,} |$(?![\s\S]))/m.exec(`${body.trim()}\n`)?.[1]?.trim() ?? "";

export function sendBack(
  deps: Deps,
  agent: Agent,
  input: { id: string; version: number },
): Promise<StoredDraft> {
  return edit(deps, input, (draft) => {
    if (draft.state !== "in_review") throw new Problem("draft_not_in_review");
    return { state: "draft", reviewerId: agent.id };
  });
}

export function discardDraft(
  deps: Deps,
  _agent: Agent,
  input: { id: string; version: number },
): Promise<StoredDraft> {
  return edit(deps, input, () => ({ state: "discarded", redactions: [] }));
}

/** After a look at both versions: from now on the draft stands on the file as it lies there. */
export function rebase(
  deps: Deps,
  _agent: Agent,
  input: { id: string; version: number },
): Promise<StoredDraft> {
  return edit(deps, input, (draft) => {
    const file = fileOf(deps, draft);
    return { baseSha: file === null ? null : sha256(file) };
  });
}

/** Begins a change of an article that exists. @throws Problem `not_found`, `front_matter_invalid`. */
export async function editArticle(
  deps: Deps,
  agent: Agent,
  input: { articleId: string; locale: Locale },
): Promise<StoredDraft> {
  const entry = deps.publisher
    .catalog()
    .entries.find((e) => e.id === input.articleId && e.locale === input.locale);
  if (!entry) throw new Problem("not_found");
  const text = readFileSync(entry.file, "utf8");
  const parsed = parse(text);
  if (!parsed.ok)
    throw new Problem("front_matter_invalid", {
      reason: parsed.faults.map((f) => `${f.line}: ${f.reason}`).join("; "),
    });
  const { frontMatter, body } = parsed.article;
  return deps.db.$transaction(async (tx) => {
    const begun = await openDraft(tx, { articleId: input.articleId, locale: input.locale });
    const place = { locale: entry.locale, category: entry.category, slug: entry.slug };
    const made = {
      ...place,
      articleId: entry.id,
      frontMatter,
      body,
      redactions: [],
      baseSha: sha256(text),
    };
    return begun ?? addDraft(tx, { ...made, authorId: agent.id, ticketId: null, at: deps.now() });
  });
}
