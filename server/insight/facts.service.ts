/** The rows behind each figure of the reports. */
import type { Deps } from "../deps.ts";
import { listCases } from "./casecounts.repo.ts";
import { askedOf } from "./desk.service.ts";
import {
  type CaseFact,
  caseFacts,
  type FactId,
  type Facts,
  type ReadFact,
  readFacts,
  type SearchFact,
  searchFacts,
} from "./facts.ts";
import type { Page } from "./insight.repo.ts";
import { listPartners } from "./partners.repo.ts";
import { type Filter, periodOf } from "./period.ts";
import { listReads, listReuse, listSearches } from "./reading.repo.ts";

const isCase = (id: FactId): id is CaseFact => (caseFacts as readonly string[]).includes(id);
const isRead = (id: FactId): id is ReadFact => (readFacts as readonly string[]).includes(id);
const isSearch = (id: FactId): id is SearchFact => (searchFacts as readonly string[]).includes(id);

/** As many rows as the number says; readings and searches as long as the raw log lives. */
export async function factsOf(deps: Deps, id: FactId, filter: Filter, page: Page): Promise<Facts> {
  if (isCase(id)) return caseRows(deps, id, filter, page);
  if (isRead(id)) return readRows(deps, id, filter, page);
  if (isSearch(id)) return searchRows(deps, id, filter, page);
  return id === "reused" ? reuseRows(deps, filter, page) : partnerRows(deps, filter, page);
}

const article = (id: number): string => `kb-${String(id).padStart(6, "0")}`;

async function caseRows(deps: Deps, id: CaseFact, filter: Filter, page: Page): Promise<Facts> {
  const { total, rows } = await listCases(deps.db, id, askedOf(deps, filter), page);
  return {
    total,
    columns: [
      { id: "ticket", kind: "ticket" },
      { id: "subject", kind: "text" },
      { id: "priority", kind: "priority" },
      { id: "received", kind: "time" },
      { id: "first_reply", kind: "seconds" },
      { id: "resolution", kind: "seconds" },
      { id: "csat", kind: "number" },
      { id: "nps", kind: "number" },
    ],
    rows: rows.map(
      ({ number, subject, priority, receivedAt, firstReplyS, resolutionS, csat, nps }) => [
        ...[number, subject, priority, receivedAt, firstReplyS, resolutionS, csat, nps],
      ],
    ),
  };
}

async function readRows(deps: Deps, id: ReadFact, filter: Filter, page: Page): Promise<Facts> {
  const { total, rows } = await listReads(deps.db, id, { filter, period: periodOf(filter) }, page);
  return {
    total,
    columns: [
      { id: "read_at", kind: "time" },
      { id: "article", kind: "article" },
      { id: "read_for", kind: "seconds" },
      { id: "wrote_after", kind: "yes" },
      { id: "read_last", kind: "yes" },
      { id: "vote", kind: "number" },
    ],
    rows: rows.map(({ at, articleId, seconds, followed, last, vote }) => [
      ...[at, article(articleId), seconds, followed, last, vote],
    ]),
  };
}

async function searchRows(deps: Deps, id: SearchFact, filter: Filter, page: Page): Promise<Facts> {
  const { total, rows } = await listSearches(
    deps.db,
    id,
    { filter, period: periodOf(filter) },
    page,
  );
  return {
    total,
    columns: [
      { id: "searched_at", kind: "time" },
      { id: "question", kind: "text" },
      { id: "results", kind: "number" },
      { id: "clicked", kind: "yes" },
      { id: "helped", kind: "yes" },
      { id: "to_form", kind: "yes" },
    ],
    rows: rows.map(({ at, text, results, clicked, success, intent }) => [
      ...[at, text, results, clicked, success, intent],
    ]),
  };
}

async function reuseRows(deps: Deps, filter: Filter, page: Page): Promise<Facts> {
  const { total, rows } = await listReuse(deps.db, { filter, period: periodOf(filter) }, page);
  return {
    total,
    columns: [
      { id: "ticket", kind: "ticket" },
      { id: "subject", kind: "text" },
      { id: "article", kind: "article" },
      { id: "linked_at", kind: "time" },
    ],
    rows: rows.map(({ number, subject, articleId, at }) => [number, subject, articleId, at]),
  };
}

async function partnerRows(deps: Deps, filter: Filter, page: Page): Promise<Facts> {
  const { total, rows } = await listPartners(deps.db, askedOf(deps, filter), page);
  return {
    total,
    columns: [
      { id: "ticket", kind: "ticket" },
      { id: "task", kind: "text" },
      { id: "team", kind: "text" },
      { id: "given_at", kind: "time" },
      { id: "answered_after", kind: "seconds" },
    ],
    rows: rows.map(({ number, title, team, at, seconds }) => [number, title, team, at, seconds]),
  };
}
