/** Who carries how much, and who worked when the desk was closed. */
import type { Deps } from "../deps.ts";
import type { Calendar } from "../sla/calendar.ts";
import { isOpen } from "../sla/opentime.ts";
import { workingHoursOf } from "../sla/workinghours.ts";
import type { LoadRow } from "./blocks.ts";
import { carriedBy, repliesSince, settingsBy } from "./load.repo.ts";

const weekMs = 7 * 86_400_000;

/** Everybody who takes tickets or has some; content owners and others without any are left out. */
export async function loadOf(deps: Deps): Promise<LoadRow[]> {
  const [people, late] = await Promise.all([carriedBy(deps.db), afterHours(deps)]);
  return people
    .map(({ id, ...person }) => ({ ...person, afterHours: late.get(id) ?? 0 }))
    .filter(({ role, open, afterHours }) => role === "agent" || open + afterHours > 0);
}

/** Public replies of the last seven days outside the hours of their ticket's policy, by person. */
async function afterHours(deps: Deps): Promise<Map<string, number>> {
  const replies = await repliesSince(deps.db, new Date(deps.now().getTime() - weekMs));
  const hours = await hoursOf(deps, [...new Set(replies.map(({ ticketId }) => ticketId))]);
  const counts = new Map<string, number>();
  for (const { ticketId, userId, at } of replies) {
    const calendar = hours.get(ticketId);
    if (!calendar || isOpen(calendar, at.getTime())) continue;
    counts.set(userId, (counts.get(userId) ?? 0) + 1);
  }
  return counts;
}

/** The working hours by ticket; null = round the clock. */
async function hoursOf(
  deps: Deps,
  ticketIds: readonly string[],
): Promise<Map<string, Calendar | null>> {
  const named = await settingsBy(deps.db, ticketIds);
  const known = new Map<string, Calendar | null>();
  const hours = new Map<string, Calendar | null>();
  for (const { ticketId, version, policy } of named) {
    const settings = { version: version ?? 1, policy: policy ?? "default" };
    const key = JSON.stringify(settings);
    if (!known.has(key)) {
      const book = await deps.settings.version("sla", settings.version);
      known.set(key, workingHoursOf(book, settings.policy));
    }
    hours.set(ticketId, known.get(key)!);
  }
  return hours;
}
