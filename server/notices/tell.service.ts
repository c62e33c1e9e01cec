/** Tells people of the desk something, each by the ways they chose. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import type { Priority } from "../sla/log.ts";
import { addNotices, type NewNotice, priorityOf, readersOf } from "./inbox.repo.ts";
import type { NoticeData, NoticeKind } from "./kinds.ts";
import { type Delivery, preferencesOf, waysFor } from "./preferences.ts";

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
export async function tell(deps: Deps, tx: Tx, telling: Telling): Promise<string[]> {
  const { kind, ticketId = null, data = {} } = telling;
  const at = deps.now();
  const priority = ticketId ? ((await priorityOf(tx, ticketId)) as Priority | null) : null;
  const deliveries = new Map<string, Delivery>();
  for (const { id, preferences } of await readersOf(tx, telling.userIds)) {
    const chosen = preferencesOf(preferences);
    const ways = waysFor({ kind, priority, preferences: chosen, now: at.getTime() });
    if (ways.app || ways.mail) deliveries.set(id, ways);
  }
  const once = telling.once === undefined ? null : `${kind}:${ticketId ?? ""}:${telling.once}`;
  const notice = { kind, ticketId, data, at, once };
  const rows = [...deliveries].map(
    // What isn't wanted in the app lies there read: it is found, and doesn't count.
    ([userId, { app }]): NewNotice => ({ ...notice, userId, readAt: app ? null : at }),
  );
  const told = await addNotices(tx, rows);
  for (const { id, userId } of told) {
    const { mail, holdUntil } = deliveries.get(userId)!;
    if (mail) await ringMail(deps, tx, id, holdUntil);
    await notify(tx, { kind: "notice", id: userId });
  }
  return told.map(({ userId }) => userId);
}

const ringMail = (deps: Deps, tx: Tx, id: bigint, holdUntil: number | null): Promise<void> =>
  deps.jobs.send(
    tx,
    "mail",
    { notice: String(id) },
    holdUntil === null ? undefined : new Date(holdUntil),
  );
