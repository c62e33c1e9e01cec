import { DAY, type Instant } from "../sla/instant.ts";
import {
  defaultSurgeLimits,
  dispersionOf,
  falseDiscovery,
  isCalm,
  type Surge,
  type SurgeLimits,
  surge,
} from "./surge.ts";

/** Tickets of a category: the last 24 hours, and each comparable window before. */
export type CategoryCount = { category: string; now: number; windows: readonly number[] };

/** What is remembered of a category between two looks. */
export type AlarmState = { lastAlarmAt: Instant | null; armed: boolean };
export type AlarmStates = Readonly<Record<string, AlarmState>>;

/** What one look found of a category, whether or not it is an alarm. */
export type Alarm = { category: string; now: number; usual: number; dispersion: number } & Surge;

const fresh: AlarmState = { lastAlarmAt: null, armed: true };

/**
 * One look at all categories. An alarm needs all of: big enough and beyond chance by itself, still so
 * when a share `q` of false alarms over all categories is allowed, armed, none in the last 24 hours.
 * @returns the alarms to raise, what to remember for the next look, and every category's figures.
 */
export function lookForSurges(
  counts: readonly CategoryCount[],
  states: AlarmStates,
  at: Instant,
  limits: SurgeLimits = defaultSurgeLimits,
  q = 0.05,
): { alarms: Alarm[]; states: AlarmStates; looked: Alarm[] } {
  const looked = counts.map((count) => look(count, states[count.category] ?? fresh, limits));
  const eligible = looked.filter(({ alarm }) => alarm.eligible);
  const kept = falseDiscovery(
    eligible.map(({ alarm }) => alarm.p),
    q,
  );
  const held = new Set(kept.map((i) => eligible[i]!));
  const raised = looked.filter(
    (one) => held.has(one) && one.alarm.fires && one.state.armed && isRested(one.state, at),
  );
  const next = looked.map((one): [string, AlarmState] => [
    one.alarm.category,
    raised.includes(one) ? { lastAlarmAt: at, armed: false } : one.state,
  ]);
  return {
    looked: looked.map(({ alarm }) => alarm),
    alarms: raised.map(({ alarm }) => alarm),
    states: { ...states, ...Object.fromEntries(next) },
  };
}

const isRested = ({ lastAlarmAt }: AlarmState, at: Instant) =>
  lastAlarmAt === null || at - lastAlarmAt >= DAY;

function look({ category, now, windows }: CategoryCount, state: AlarmState, limits: SurgeLimits) {
  const before = windows.reduce((sum, count) => sum + count, 0);
  const dispersion = dispersionOf(windows);
  const told = surge(now, before, windows.length, dispersion, limits);
  // Without a usual there is nothing to come back to: a day without a surge is calm as well.
  const calm = isCalm(now, before, windows.length) || (before === 0 && now === 0);
  return {
    alarm: { category, now, usual: before / windows.length, dispersion, ...told },
    state: { ...state, armed: state.armed || calm },
  };
}
