/** A draft on its way: edited, decided, reviewed. Like a pull request on one file. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  type FrontMatter,
  frontMatterSchema,
  type Locale,
  slugSchema,
} from "../../content/schema.ts";
import { reasonOf } from "../../src/catalog/faults.ts";
import { everyEntry } from "../../src/catalog.ts";
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
  draftPeople,
  lockDraft,
  openDraft,
  otherReviewers,
  type StoredDraft,
} from "./articles.repo.ts";
import { emptySections } from "./completeness.ts";
import { type Decision, openQuestions } from "./decisions.ts";
import { fileOf, questionsOf, redactionOptions, textOf } from "./questions.service.ts";
import { restoreDraft } from "./restoring.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A draft with the file it would replace and what still stands before publication. */
export async function draftForDesk(deps: Deps, agent: Agent, id: string) {
  const draft = await draftById(deps.db, id);
  const file = fileOf(deps, draft);
  return {
    ...draft,
    ...(await draftPeople(deps.db, id)),
    file,
    changedByHand:
      draft.state !== "published" && (file === null ? null : sha256(file)) !== draft.baseSha,
    questions: await questionsOf(deps, draft),
    /** Headings with nothing under them. */
    empty: emptySections(draft.body),
    mayReview: await mayReview(deps, agent, draft),
  };
}

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
export function saveDraft(deps: Deps, agent: Agent, input: DraftEdit): Promise<StoredDraft> {
  return edit(deps, input, (draft) => {
    const whole = { ...draft.frontMatter, ...input.frontMatter };
    const merged = frontMatterSchema.safeParse(whole);
    if (!merged.success) {
      const reason = reasonOf(merged.error, whole)[agent.locale];
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
  const other = everyEntry(deps.publisher.catalog()).find(
    (entry) => entry.locale === draft.locale && entry.category === category && entry.slug === slug,
  );
  if (other && other.id !== draft.articleId) throw new Problem("slug_taken");
}

type Word = {
  id: string;
  version: number;
  decisions: { id: number; decision: Decision["decision"] }[];
  /** Texts that patterns find in the draft as it is now and that a person says aren't personal. */
  keep?: string[];
};

/** One person's word on findings. Text that is kept is put back where it stood. */
export function decide(deps: Deps, agent: Agent, input: Word): Promise<StoredDraft> {
  return edit(deps, input, async (draft) => {
    const word = new Map(input.decisions.map(({ id, decision }) => [id, decision]));
    const by = { by: agent.id, at: deps.now().toISOString() };
    const decided = draft.redactions.map((entry) =>
      word.has(entry.id) ? { ...entry, decision: word.get(entry.id)!, ...by } : entry,
    );
    const redactions = [...decided, ...(await keptAsFound(deps, draft, input.keep ?? [], by))];
    // What was kept before stands in the text already.
    const hidden = draft.redactions.filter(({ decision }) => decision !== "kept");
    const back = hidden.filter(({ id }) => word.get(id) === "kept");
    return { redactions, ...restoreDraft(draft, back, hidden) };
  });
}

/** What was never in the ticket, or wasn't found there: written by hand, or in the article before. */
async function keptAsFound(
  deps: Deps,
  draft: StoredDraft,
  keep: readonly string[],
  by: { by: string; at: string },
): Promise<Decision[]> {
  const { found } = openQuestions(textOf(draft), [], await redactionOptions(deps, draft));
  const kinds = new Map(found.map(({ kind, text }) => [text, kind]));
  return [...new Set(keep)]
    .filter((text) => kinds.has(text))
    .map((original, index) => ({
      id: draft.redactions.length + index,
      kind: kinds.get(original)!,
      source: "text",
      original,
      places: [],
      decision: "kept" as const,
      ...by,
    }));
}

/**
 * Hands the draft to a second person.
 * @throws Problem `draft_incomplete` for a text without body or with an empty section.
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
  if (!draft.body.trim()) throw new Problem("draft_incomplete", { missing: "body" });
  const [missing] = emptySections(draft.body);
  if (missing !== undefined) throw new Problem("draft_incomplete", { missing });
}

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
  const entry = everyEntry(deps.publisher.catalog()).find(
    (e) => e.id === input.articleId && e.locale === input.locale,
  );
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
