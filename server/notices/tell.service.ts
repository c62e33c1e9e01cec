/** Tells people of the desk something, each by the ways they chose. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notifyAll } from "../live.ts";
import type { Priority } from "../sla/log.ts";
import { addNotices, type NewNotice, prioritiesOf, readersOf } from "./inbox.repo.ts";
import type { NoticeData, NoticeKind } from "./kinds.ts";
import { type Delivery, type Preferences, preferencesOf, waysFor } from "./preferences.ts";

export type Telling = {
  kind: NoticeKind;
  /** Whoever of them doesn't work here (any more) is left out. */
  userIds: readonly string[];
  ticketId?: string | null;
  data?: NoticeData;
  /**
   * The occasion, such as the instance of a promise or the instant a clock was due. A person is told
   * once of a kind, ticket and occasion, however often and by however many workers this is called.
   */
  once?: string;
};

/**
 * In the caller's transaction: a row a person, a mail where it is wanted (after quiet hours), and the
 * bell rings. A notice that goes no way leaves no row.
 * @returns the ids of those who were told now.
 */
export const tell = (deps: Deps, tx: Tx, telling: Telling): Promise<string[]> =>
  tellAll(deps, tx, [telling]);

/** The same of many things at once. @returns an id for each notice. */
export async function tellAll(deps: Deps, tx: Tx, tellings: readonly Telling[]): Promise<string[]> {
  const posts = await postsOf(
    deps,
    tx,
    tellings.filter(({ userIds }) => userIds.length > 0),
  );
  if (posts.length === 0) return [];
  const told = await addNotices(
    tx,
    posts.map(({ row }) => row),
  );
  const ways = new Map(posts.map(({ row, delivery }) => [keyOf(row), delivery]));
  const mails = told.flatMap((notice) => {
    const { mail, holdUntil } = ways.get(keyOf(notice))!;
    const data = { notice: String(notice.id) };
    return mail ? [{ data, ...(holdUntil !== null && { after: new Date(holdUntil) }) }] : [];
  });
  await deps.jobs.sendAll(tx, "mail", mails);
  const ids = told.map(({ userId }) => userId);
  await notifyAll(
    tx,
    [...new Set(ids)].map((id) => ({ kind: "notice", id })),
  );
  return ids;
}

/** By which ways a person hears of a kind of thing depends on nothing else. */
const keyOf = ({ userId, kind, ticketId }: Pick<NewNotice, "userId" | "kind" | "ticketId">) =>
  `${userId} ${kind} ${ticketId}`;

type Post = { row: NewNotice; delivery: Delivery };

/** One for each person who is to hear of something in some way. */
async function postsOf(deps: Deps, tx: Tx, tellings: readonly Telling[]): Promise<Post[]> {
  const userIds = new Set(tellings.flatMap(({ userIds }) => userIds));
  if (userIds.size === 0) return [];
  const chosen = (await readersOf(tx, [...userIds])).map(
    ({ id, preferences }) => [id, preferencesOf(preferences)] as const,
  );
  const ticketIds = tellings.flatMap(({ ticketId }) => ticketId ?? []);
  const priorities = await prioritiesOf(tx, ticketIds);
  return tellings.flatMap((telling) =>
    chosen
      .filter(([userId]) => telling.userIds.includes(userId))
      .flatMap(([userId, preferences]) =>
        postOf(telling, { userId, preferences, priorities, at: deps.now() }),
      ),
  );
}

function postOf(
  { kind, ticketId = null, data = {}, once }: Telling,
  to: { userId: string; preferences: Preferences; priorities: Map<string, Priority>; at: Date },
): Post[] {
  const { userId, preferences, at } = to;
  const priority = ticketId === null ? null : (to.priorities.get(ticketId) ?? null);
  const delivery = waysFor({ kind, priority, preferences, now: at.getTime() });
  if (!delivery.app && !delivery.mail) return [];
  const occasion = once === undefined ? null : `${kind}:${ticketId ?? ""}:${once}`;
  // What isn't wanted in the app lies there read: it is found, and doesn't count.
  const readAt = delivery.app ? null : at;
  return [{ row: { kind, ticketId, data, at, once: occasion, userId, readAt }, delivery }];
}
