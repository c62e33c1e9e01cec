/** What a person of the desk does with their own notices, and with what they want to be told. */
import type { Agent, Deps } from "../deps.ts";
import { notify } from "../live.ts";
import {
  countUnread,
  markRead,
  noticesOf,
  type Place,
  savePreferencesOf,
  storedPreferences,
  type Which,
} from "./inbox.repo.ts";
import { defaultWays, noticeDataSchema, noticeKinds } from "./kinds.ts";
import { type Preferences, preferencesOf } from "./preferences.ts";

const pageSize = 30;

/** My notices: the unread first, each part newest first. `next` asks for the page after this one. */
export async function myNotices(deps: Deps, agent: Agent, after: Place | null) {
  const rows = await noticesOf(deps.db, agent.id, after, pageSize + 1);
  const notices = rows
    .slice(0, pageSize)
    .map((row) => ({ ...row, data: noticeDataSchema.parse(row.data) }));
  const last = notices.at(-1);
  const next = rows.length > pageSize && last ? { unread: !last.readAt, id: last.id } : null;
  return { notices, next };
}

export const unreadCount = (deps: Deps, agent: Agent): Promise<number> =>
  countUnread(deps.db, agent.id);

/** Marks mine as read; the bell in my other windows follows. */
export function read(deps: Deps, agent: Agent, which: Which): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    const count = await markRead(tx, agent.id, which, deps.now());
    if (count > 0) await notify(tx, { kind: "notice", id: agent.id });
  });
}

export async function myPreferences(deps: Deps, agent: Agent) {
  const { ways, quiet, zone } = preferencesOf(await storedPreferences(deps.db, agent.id));
  return {
    zone,
    quiet,
    /** Every kind, in the order to show them. */
    ways: noticeKinds.map((kind) => ({ kind, ...(ways[kind] ?? defaultWays[kind]) })),
  };
}

export const savePreferences = (deps: Deps, agent: Agent, preferences: Preferences) =>
  savePreferencesOf(deps.db, agent.id, preferences);
