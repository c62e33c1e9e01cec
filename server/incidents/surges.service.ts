/** The hourly look for categories with far more tickets than usual (sla.md 2.8). */
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { onSurge } from "../reactions.ts";
import { HOUR } from "../sla/instant.ts";
import { onCallNow } from "../triage/assigning.service.ts";
import { type Alarm, lookForSurges } from "./alarms.ts";
import { draftTexts } from "./drafting.service.ts";
import { insertIncident, liveLike } from "./incidents.repo.ts";
import { claimPlace } from "./members.repo.ts";
import {
  alarmStates,
  claimLook,
  countByDay,
  insertCheck,
  localeOf,
  saveStates,
} from "./surges.repo.ts";
import { comparable, daysBack } from "./windows.ts";

/** An emergency check is made within the hour. */
const checkWithinMs = HOUR;

/**
 * Looks once. Whatever it raises exists once, however often and by however many workers it is called.
 * @returns the categories it raised an alarm for.
 */
export function sweepSurges(deps: Deps): Promise<string[]> {
  return deps.db.$transaction(async (tx) => {
    await claimLook(tx);
    const at = deps.now();
    const counts = comparable(await countByDay(tx, at, daysBack));
    const { alarms, states, looked } = lookForSurges(counts, await alarmStates(tx), at.getTime());
    const basis = new Map(counts.map((count) => [count.category, count.basis]));
    const rows = looked.map(({ category, ...figures }) => {
      const { armed, lastAlarmAt } = states[category]!;
      const alarmedAt = lastAlarmAt === null ? null : new Date(lastAlarmAt);
      return { category, armed, alarmedAt, figures: { ...figures, basis: basis.get(category) } };
    });
    await saveStates(tx, rows, at);
    for (const alarm of alarms) await raiseAlarm(deps, tx, alarm, at);
    return alarms.map(({ category }) => category);
  });
}

/** One task, one proposal with a banner that is off, and whoever is on call knows. */
async function raiseAlarm(deps: Deps, tx: Tx, alarm: Alarm, at: Date): Promise<void> {
  const { category, now: count } = alarm;
  const once = `surge:${category}:${at.toISOString()}`;
  const [assigneeId = null] = await onCallNow(deps, tx);
  const locale = (assigneeId ? await localeOf(tx, assigneeId) : "en") as Locale;
  const words = taskWords(deps, alarm, locale);
  const dueAt = new Date(at.getTime() + checkWithinMs);
  if (!(await insertCheck(tx, { ...words, assigneeId, dueAt, once }, at))) return;
  await onSurge(deps, tx, { number: await proposal(deps, tx, category, once), count, once });
}

function taskWords(deps: Deps, { category, now, usual }: Alarm, locale: Locale) {
  const topic = deps.content().categories.find(({ id }) => id === category)?.title[locale];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const words = { topic: topic ?? category, count: now, usual: number.format(usual) };
  const title = m.incidents_check_title(words, { locale });
  return { title, detail: m.incidents_check_detail(words, { locale }) };
}

/** @returns the number of the incident that the wave belongs to: the one there is, or a new proposal. */
async function proposal(deps: Deps, tx: Tx, category: string, once: string): Promise<number> {
  await claimPlace(tx, category);
  const createdAt = deps.now();
  const [live] = await liveLike(tx, { category, fixedSince: createdAt });
  if (live) return live.number;
  const made = await insertIncident(tx, {
    ...{ category, region: "", source: "surge", createdAt, once },
    ...draftTexts(deps, "surge", category),
  });
  return made!.number;
}
