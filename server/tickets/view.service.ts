/** Reading tickets: found through the person, so that nobody sees what isn't theirs to see. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { arithmeticOf } from "../sla/arithmetic.ts";
import { inOrder } from "../sla/clock.ts";
import { clocksOf, gradeAt } from "../sla/clocks.ts";
import type { Metric } from "../sla/metrics.ts";
import { planOf } from "../sla/plan.ts";
import { proposePromise } from "../sla/promises.ts";
import { settingsOf } from "../sla/reading.ts";
import { workOn } from "./casework.service.ts";
import { countingOf } from "./counting.ts";
import { ticketOfLink } from "./customer.service.ts";
import { headlineClock, headlineOf, stageOf } from "./headline.ts";
import { mergedInto, numberOf } from "./merge.repo.ts";
import {
  colleagues,
  countQueue,
  customerHistory,
  customerMessages,
  customerPage,
  deskMessages,
  listQueue,
  type QueueView,
  ticketPage,
} from "./queue.repo.ts";
import type { Status } from "./ticket.ts";
import { clockLog } from "./tickets.repo.ts";

export async function queue(deps: Deps, agent: Agent, query: { view: QueueView; text: string }) {
  const [tickets, counts] = await Promise.all([
    listQueue(deps.db, { ...query, userId: agent.id, take: 200 }),
    countQueue(deps.db, agent.id),
  ]);
  return { tickets, counts };
}

/** One ticket with its timeline, the customer and the next promise to offer. */
export async function ticketForDesk(deps: Deps, agent: Agent, number: number) {
  const ticket = await ticketPage(deps.db, number);
  if (!ticket) throw new Problem("not_found");
  const { mergedIntoId, ...shown } = ticket;
  const [into, told, history, people, log, work] = await Promise.all([
    mergedIntoId ? numberOf(deps.db, mergedIntoId) : null,
    withMerged(deps, ticket.id, ticket.messages, deskMessages),
    customerHistory(deps.db, ticket.customer.id, ticket.id),
    colleagues(deps.db),
    clockLog(deps.db, ticket.id),
    workOn(deps, agent, ticket.id),
  ]);
  const clocks = inOrder(ticket.clocks);
  const beside = { clocks, history, people, work, mergedInto: into };
  return { ...shown, ...told, ...beside, proposedPromise: await proposal(deps, log) };
}

type Said = { id: string; createdAt: Date };

/** The messages of a ticket with those of the tickets that went into it, in the order they came. */
async function withMerged<T extends Said>(
  deps: Deps,
  ticketId: string,
  own: T[],
  messagesOf: (tx: Deps["db"], ids: string[]) => Promise<T[]>,
) {
  const merged = await mergedInto(deps.db, ticketId);
  if (merged.length === 0) return { merged, messages: own };
  const ids = merged.map(({ id }) => id);
  const messages = [...own, ...(await messagesOf(deps.db, ids))].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime(),
  );
  return { merged, messages };
}

type Log = Awaited<ReturnType<typeof clockLog>>;

async function proposal(deps: Deps, log: Log): Promise<Date | null> {
  const now = deps.now().getTime();
  const grade = gradeAt(log, now);
  if (!grade) return null;
  const { version, policy } = settingsOf(log, now);
  const book = await deps.settings.version("sla", version);
  const clocks = clocksOf(log, book, now);
  const at = proposePromise({ clocks, plan: planOf(book, policy), grade, now });
  return at === null ? null : new Date(at);
}

/** @throws Problem `link_invalid`, `link_expired`, `not_found`. */
export async function ticketForCustomer(deps: Deps, token: string) {
  const id = await ticketOfLink(deps, token);
  const page = await customerPage(deps.db, id);
  if (!page) throw new Problem("not_found");
  const { clocks, assignee, events, survey, ...rest } = page;
  const { messages } = await withMerged(deps, id, page.messages, customerMessages);
  const status = page.status as Status;
  const owner = assignee?.name ?? null;
  const isSeen = owner !== null || events.some(({ type }) => type === "acknowledged");
  const state = { status, owner, clocks };
  return {
    ...rest,
    messages,
    owner,
    receipts: deps.content().site.receipts,
    events: events.flatMap(shownToCustomer),
    stage: stageOf(status, isSeen),
    updatedAt: lastTold(page),
    headline: headlineOf(state, deps.now()),
    counting: await counting(deps, await clockLog(deps.db, id), state),
    survey: survey && { isAnswered: survey.answeredAt !== null },
  };
}

type Page = NonNullable<Awaited<ReturnType<typeof customerPage>>>;
type Told = Pick<Page["events"][number], "at" | "type" | "data">;

/** Of a reply only what it promised: how the desk judges its own words is its own affair. */
function shownToCustomer({ at, type, data }: Told): Told[] {
  if (type !== "public_reply") return [{ at, type, data }];
  const { promiseAt = null, delay = false } = data as { promiseAt?: number; delay?: boolean };
  return promiseAt === null ? [] : [{ at, type, data: { promiseAt, delay } }];
}

/** When the customer last heard or saw something of us; its receipt if nothing since. */
function lastTold({ receivedAt, messages, events }: Page): Date {
  const said = messages.filter(({ kind }) => kind === "public").map(({ createdAt }) => createdAt);
  const done = events.filter(({ type }) => type !== "nudged").map(({ at }) => at);
  return [...said, ...done].reduce((last, at) => (at > last ? at : last), receivedAt);
}

/** How the time at the head of the page was counted. */
async function counting(deps: Deps, log: Log, state: Parameters<typeof headlineOf>[0]) {
  const clock = headlineClock(state);
  if (!clock) return null;
  const now = deps.now().getTime();
  const book = await deps.settings.version("sla", settingsOf(log, now).version);
  const { metric, instance } = clock;
  return countingOf(arithmeticOf(log, book, now, metric as Metric, instance), book);
}
