/** Who is on call, when it changes hands. Data, not code. */
import { z } from "zod";
import { DAY, type Instant } from "../sla/instant.ts";
import { msOfDay } from "../sla/windows.ts";
import { instantOf, isZone, localDayOf } from "../sla/zone.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const instant = z.iso.datetime({ offset: true });

const rotationSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** IANA zone of the hand-over time. */
  tz: z.string(),
  /** Local date of the first hand-over, YYYY-MM-DD. */
  from: z.iso.date(),
  /** Local time at which it changes hands. */
  handoverAt: time,
  /** Days a turn lasts. */
  days: z.int().min(1).max(31),
  /** User ids in order; the first begins at `from`. */
  people: z.array(z.string().min(1)).min(1),
});
export type Rotation = z.infer<typeof rotationSchema>;

const overrideSchema = z.object({
  rotation: z.string(),
  /** [from, to): ISO instants with an offset. */
  from: instant,
  to: instant,
  person: z.string().min(1),
});

export const onCallSchema = z.object({
  rotations: z.array(rotationSchema).default([]),
  /** Somebody takes a turn for somebody else; a later entry wins over an earlier one. */
  overrides: z.array(overrideSchema).default([]),
});
export type OnCall = z.infer<typeof onCallSchema>;

/** One turn: who has it and from when to when. */
export type Turn = { rotation: string; person: string; from: Instant; to: Instant };

/** Who has this rotation at `now`; null before it begins. */
export function turnAt(doc: OnCall, rotation: Rotation, now: Instant): Turn | null {
  const planned = plannedTurn(rotation, now);
  const stand = doc.overrides.findLast(
    (entry) =>
      entry.rotation === rotation.id && Date.parse(entry.from) <= now && now < Date.parse(entry.to),
  );
  if (!stand) return planned && cutByOverrides(doc, planned, now);
  const [from, to] = [Date.parse(stand.from), Date.parse(stand.to)];
  return { rotation: rotation.id, person: stand.person, from, to };
}

function plannedTurn(
  { id, tz, from, handoverAt, days, people }: Rotation,
  now: Instant,
): Turn | null {
  const first = dayNumber(from);
  const at = (day: number) => instantOf(tz, day, msOfDay(handoverAt));
  const today = localDayOf(tz, now);
  // Before today's hand-over the turn of yesterday goes on.
  const day = now < at(today) ? today - 1 : today;
  const index = Math.floor((day - first) / days);
  if (index < 0) return null;
  const start = first + index * days;
  return {
    rotation: id,
    person: people[index % people.length]!,
    from: at(start),
    to: at(start + days),
  };
}

/** A planned turn lasts until somebody steps in, and begins when they step out. */
function cutByOverrides({ overrides }: OnCall, turn: Turn, now: Instant): Turn {
  const own = overrides.filter((entry) => entry.rotation === turn.rotation);
  const from = Math.max(
    turn.from,
    ...own.map((entry) => Date.parse(entry.to)).filter((to) => to <= now),
  );
  const to = Math.min(
    turn.to,
    ...own.map((entry) => Date.parse(entry.from)).filter((at) => at > now),
  );
  return { ...turn, from, to };
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** Everybody on call at `now`, one turn a rotation, without repeating a person. */
export function onCallAt(doc: OnCall, now: Instant): Turn[] {
  const turns = doc.rotations.map((rotation) => turnAt(doc, rotation, now));
  return turns.filter(
    (turn, index): turn is Turn =>
      turn !== null && turns.findIndex((other) => other?.person === turn.person) === index,
  );
}

export type OnCallProblem = {
  code:
    | "oncall_duplicate"
    | "oncall_unknown_rotation"
    | "oncall_unknown_person"
    | "oncall_zone"
    | "oncall_empty_override";
  path: (string | number)[];
  values: Record<string, string>;
};

/** Why this plan can't be used. `people` are the ids of active staff. */
export function onCallProblems(doc: OnCall, people: ReadonlySet<string>): OnCallProblem[] {
  const ids = doc.rotations.map(({ id }) => id);
  return [
    ...doc.rotations.flatMap((rotation, index) => rotationProblems(rotation, index, ids, people)),
    ...doc.overrides.flatMap((entry, index) => overrideProblems(entry, index, ids, people)),
  ];
}

function rotationProblems(
  { id, tz, people: order }: Rotation,
  index: number,
  ids: readonly string[],
  people: ReadonlySet<string>,
): OnCallProblem[] {
  const path = ["rotations", index];
  const found: OnCallProblem[] = order.flatMap((person, place) =>
    people.has(person)
      ? []
      : [{ code: "oncall_unknown_person", path: [...path, "people", place], values: { person } }],
  );
  if (ids.indexOf(id) < index)
    found.push({ code: "oncall_duplicate", path: [...path, "id"], values: { id } });
  if (!isZone(tz)) found.push({ code: "oncall_zone", path: [...path, "tz"], values: { tz } });
  return found;
}

function overrideProblems(
  { rotation, from, to, person }: OnCall["overrides"][number],
  index: number,
  ids: readonly string[],
  people: ReadonlySet<string>,
): OnCallProblem[] {
  const path = ["overrides", index];
  const found: OnCallProblem[] = [];
  if (!ids.includes(rotation))
    found.push({
      code: "oncall_unknown_rotation",
      path: [...path, "rotation"],
      values: { id: rotation },
    });
  if (!people.has(person))
    found.push({ code: "oncall_unknown_person", path: [...path, "person"], values: { person } });
  if (Date.parse(to) <= Date.parse(from))
    found.push({ code: "oncall_empty_override", path: [...path, "to"], values: { from, to } });
  return found;
}
