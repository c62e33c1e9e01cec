/** The way up: who is told when a ticket gets stuck, level by level, to an end. Data, not code. */
import { z } from "zod";
import { prioritySchema } from "../sla/log.ts";

const words = z.object({ en: z.string().trim().min(1), zh: z.string().trim().min(1) });

/** Why a ticket climbs. Each fires once per occasion. */
export const escalationCauses = [
  "no_progress",
  "nudged",
  "promises_missed",
  "delayed_twice",
  "breached",
  "sync_missed",
  "triage",
  "by_hand",
] as const;
export const escalationCauseSchema = z.enum(escalationCauses);
export type EscalationCause = z.infer<typeof escalationCauseSchema>;

/** Whom a level brings in. `tech` is a member of the level's team; `on_call` who is on call now. */
export const roleSchema = z.enum([
  "assignee",
  "lead",
  "tech",
  "on_call",
  "support_lead",
  "technical_lead",
  "product_manager",
]);
export type LadderRole = z.infer<typeof roleSchema>;

const levelSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: words,
  /** Everybody here is told and watches the ticket from then on. */
  brings: z.array(roleSchema).min(1),
  /** Team of `tech`; empty string = the ticket's own. */
  team: z.string().default(""),
  /** True = a review with these roles is opened, which ends with a written decision. */
  review: z.boolean().default(false),
  /** The level after this one; null = the end. */
  next: z.string().nullable(),
});
export type LadderLevel = z.infer<typeof levelSchema>;

const triggerSchema = z.object({
  enabled: z.boolean().default(true),
  /** Least priority that climbs by it: P2 = P0, P1 and P2. */
  from: prioritySchema.default("P3"),
});

export const ladderSchema = z.object({
  levels: z.array(levelSchema).min(1),
  /** Level of a ticket nobody has escalated yet, by priority. */
  start: z.record(prioritySchema, z.string()),
  triggers: z.record(escalationCauseSchema, triggerSchema),
  /** Who holds the three roles of a review: user ids; empty string = whoever leads. */
  people: z.object({
    support_lead: z.string().default(""),
    technical_lead: z.string().default(""),
    product_manager: z.string().default(""),
  }),
});
export type Ladder = z.infer<typeof ladderSchema>;

export type LadderProblem = {
  code: "ladder_duplicate" | "ladder_unknown_level" | "ladder_loop" | "ladder_unreachable";
  path: (string | number)[];
  values: Record<string, string>;
};

const levelOf = (ladder: Ladder, id: string): LadderLevel | undefined =>
  ladder.levels.find((level) => level.id === id);

/** The levels from `start` to the end, in order; a level met twice ends the walk. */
export function pathFrom(ladder: Ladder, start: string): LadderLevel[] {
  const path: LadderLevel[] = [];
  for (
    let level = levelOf(ladder, start);
    level && !path.includes(level);
    level = level.next === null ? undefined : levelOf(ladder, level.next)
  )
    path.push(level);
  return path;
}

/** The level above, or null at the end: the last one keeps the ticket. */
export function levelAbove(ladder: Ladder, current: string): LadderLevel | null {
  const next = levelOf(ladder, current)?.next ?? null;
  return next === null ? null : (levelOf(ladder, next) ?? null);
}

/** Whether tickets of this priority climb for this cause. */
export function climbs(ladder: Ladder, cause: EscalationCause, priority: string): boolean {
  const { enabled, from } = ladder.triggers[cause];
  return enabled && priority <= from;
}

/** Why this ladder can't be used; empty when every path comes to an end. */
export function ladderProblems(ladder: Ladder): LadderProblem[] {
  return [...duplicates(ladder), ...unknown(ladder), ...loops(ladder), ...unreachable(ladder)];
}

function duplicates({ levels }: Ladder): LadderProblem[] {
  return levels.flatMap(({ id }, index) =>
    levels.findIndex((level) => level.id === id) < index
      ? [{ code: "ladder_duplicate" as const, path: ["levels", index, "id"], values: { id } }]
      : [],
  );
}

function unknown(ladder: Ladder): LadderProblem[] {
  const named = [
    ...ladder.levels.map(({ next }, index) => ({ id: next, path: ["levels", index, "next"] })),
    ...Object.entries(ladder.start).map(([priority, id]) => ({ id, path: ["start", priority] })),
  ];
  return named.flatMap(({ id, path }) =>
    id === null || levelOf(ladder, id)
      ? []
      : [{ code: "ladder_unknown_level" as const, path, values: { id } }],
  );
}

function loops(ladder: Ladder): LadderProblem[] {
  return ladder.levels.flatMap(({ id, next }, index) => {
    const back = next !== null && pathFrom(ladder, next).some((level) => level.id === id);
    return back
      ? [{ code: "ladder_loop" as const, path: ["levels", index, "next"], values: { id } }]
      : [];
  });
}

function unreachable(ladder: Ladder): LadderProblem[] {
  const reached = new Set(
    Object.values(ladder.start).flatMap((id) => pathFrom(ladder, id).map((level) => level.id)),
  );
  return ladder.levels.flatMap(({ id }, index) =>
    reached.has(id)
      ? []
      : [{ code: "ladder_unreachable" as const, path: ["levels", index, "id"], values: { id } }],
  );
}

const always = { enabled: true, from: "P3" as const };

/** Agent → lead with a technician → review by three roles with a written decision. */
export const defaultLadder: Ladder = ladderSchema.parse({
  levels: [
    { id: "agent", name: { en: "Agent", zh: "客服" }, brings: ["assignee"], next: "lead" },
    {
      id: "lead",
      name: { en: "Lead and technician", zh: "主管与技术" },
      brings: ["lead", "tech"],
      team: "tech",
      next: "review",
    },
    {
      id: "review",
      name: { en: "Review", zh: "联合评审" },
      brings: ["support_lead", "technical_lead", "product_manager"],
      review: true,
      next: null,
    },
  ],
  start: { P0: "agent", P1: "agent", P2: "agent", P3: "agent" },
  triggers: {
    no_progress: always,
    nudged: always,
    promises_missed: always,
    delayed_twice: always,
    breached: { enabled: true, from: "P1" },
    sync_missed: always,
    triage: always,
    by_hand: always,
  },
  people: {},
});
