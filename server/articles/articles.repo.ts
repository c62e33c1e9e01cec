import type { Prisma } from "#prisma";
import type { FrontMatter, Locale } from "../../content/schema.ts";
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import { type Decision, decisionsSchema } from "./decisions.ts";

export type DraftState = "draft" | "in_review" | "published" | "discarded";

export type StoredDraft = {
  id: string;
  articleId: string;
  locale: Locale;
  category: string;
  slug: string;
  frontMatter: FrontMatter;
  body: string;
  state: DraftState;
  authorId: string;
  reviewerId: string | null;
  ticketId: string | null;
  redactions: Decision[];
  baseSha: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

const fields = {
  id: true,
  articleId: true,
  locale: true,
  category: true,
  slug: true,
  frontMatter: true,
  body: true,
  state: true,
  authorId: true,
  reviewerId: true,
  ticketId: true,
  redactions: true,
  baseSha: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const;

const typed = (row: { redactions: unknown }): StoredDraft =>
  ({ ...row, redactions: decisionsSchema.parse(row.redactions) }) as StoredDraft;

/** The next number that no article ever had, as `kb-001001`. */
export async function nextArticleId(tx: Tx): Promise<string> {
  const { number } = await tx.articleNumber.create({ data: {}, select: { number: true } });
  return `kb-${String(number).padStart(6, "0")}`;
}

export type NewDraft = Omit<
  StoredDraft,
  "id" | "version" | "reviewerId" | "state" | "createdAt" | "updatedAt"
> & { at: Date };

export async function addDraft(tx: Tx, { at, ...draft }: NewDraft): Promise<StoredDraft> {
  const data = {
    ...draft,
    createdAt: at,
    updatedAt: at,
  } as Prisma.ArticleDraftUncheckedCreateInput;
  return typed(await tx.articleDraft.create({ data, select: fields }));
}

/** Locks the draft until the transaction ends. @throws Problem `not_found` */
export async function lockDraft(tx: Tx, id: string): Promise<StoredDraft> {
  await tx.$queryRaw`SELECT 1 FROM article_drafts WHERE id = ${id}::uuid FOR UPDATE`;
  return draftById(tx, id);
}

export async function draftById(tx: Tx, id: string): Promise<StoredDraft> {
  const row = await tx.articleDraft.findUnique({ where: { id }, select: fields });
  if (!row) throw new Problem("not_found");
  return typed(row);
}

/** Who wrote a draft, who reviewed it last, and the ticket it was made from. */
export function draftPeople(tx: Tx, id: string) {
  return tx.articleDraft.findUniqueOrThrow({
    where: { id },
    select: {
      author: { select: { name: true } },
      reviewer: { select: { name: true } },
      ticket: { select: { number: true } },
    },
  });
}

export type DraftChange = Partial<
  Pick<
    StoredDraft,
    "category" | "slug" | "frontMatter" | "body" | "state" | "redactions" | "baseSha"
  > & {
    reviewerId: string | null;
    selfReview: boolean;
    publishedAt: Date;
  }
>;

export async function changeDraft(
  tx: Tx,
  id: string,
  change: DraftChange,
  at: Date,
): Promise<StoredDraft> {
  const data = {
    ...change,
    updatedAt: at,
    version: { increment: 1 },
  } as Prisma.ArticleDraftUncheckedUpdateInput;
  return typed(await tx.articleDraft.update({ where: { id }, data, select: fields }));
}

/** The unfinished draft of an article or made from a ticket, if there is one. */
export async function openDraft(
  tx: Tx,
  where: { ticketId: string } | { articleId: string; locale: string },
) {
  const row = await tx.articleDraft.findFirst({
    where: { ...where, state: { in: ["draft", "in_review"] } },
    select: fields,
  });
  return row && typed(row);
}

export function listDrafts(tx: Tx) {
  return tx.articleDraft.findMany({
    where: { state: { in: ["draft", "in_review"] } },
    orderBy: { updatedAt: "desc" },
    take: 200,
    select: {
      id: true,
      articleId: true,
      locale: true,
      category: true,
      frontMatter: true,
      state: true,
      updatedAt: true,
      author: { select: { id: true, name: true } },
      reviewer: { select: { name: true } },
      ticket: { select: { number: true } },
    },
  });
}

export type NewRevision = {
  articleId: string;
  locale: string;
  path: string;
  sha: string;
  text: string;
  authorId: string | null;
  reviewerId: string | null;
  selfReview: boolean;
  origin: "promotion" | "edit" | "hand" | "import" | "initial";
  at: Date;
};

export async function addRevision(tx: Tx, revision: NewRevision): Promise<bigint> {
  const { id } = await tx.articleRevision.create({ data: revision, select: { id: true } });
  return id;
}

/** A revision, unless a newer one of the same article exists. */
export async function newestRevision(tx: Tx, id: bigint) {
  const revision = await tx.articleRevision.findUniqueOrThrow({ where: { id } });
  const { articleId, locale } = revision;
  const newer = await tx.articleRevision.count({ where: { articleId, locale, id: { gt: id } } });
  return newer > 0 ? null : revision;
}

export async function linkArticle(
  tx: Tx,
  link: {
    ticketId: string;
    articleId: string;
    role: "resolved_by" | "created_from" | "referenced";
    userId: string;
    at: Date;
  },
): Promise<void> {
  await tx.articleLink.createMany({ data: [link], skipDuplicates: true });
}

/** Distinct tickets resolved by each article; tickets that an article was made from don't count. */
export async function reuseCounts(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.articleLink.groupBy({
    by: ["articleId"],
    where: { role: "resolved_by" },
    _count: { ticketId: true },
  });
  return new Map(rows.map((row) => [row.articleId, row._count.ticketId]));
}

/**
 * Everything of a ticket that a draft is made from. One relation after the other: in a transaction
 * they share a connection, which takes one question at a time.
 */
export async function ticketForDraft(tx: Tx, id: string) {
  const ticket = await tx.ticket.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      locale: true,
      subject: true,
      category: true,
      module: true,
      status: true,
      causeTag: true,
      causeNote: true,
      customer: { select: { name: true, company: true } },
    },
  });
  if (!ticket) return null;
  const snapshot = await tx.formSnapshot.findUnique({
    where: { ticketId: id },
    select: { data: true },
  });
  const messages = await tx.message.findMany({
    where: { ticketId: id, kind: { in: ["customer", "public"] } },
    orderBy: { createdAt: "asc" },
    select: { kind: true, body: true, user: { select: { name: true } } },
  });
  return { ...ticket, snapshot, messages };
}

/** Staff other than `userId` who may review. */
export const otherReviewers = (tx: Tx, userId: string): Promise<number> =>
  tx.user.count({
    where: { active: true, role: { in: ["lead", "owner", "admin"] }, id: { not: userId } },
  });
