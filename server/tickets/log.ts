/** The ticket log as it is stored: what the clocks read, and what only people read. */
import { z } from "zod";
import { escalationCauseSchema } from "../escalation/ladder.ts";
import { type LogEvent, logEventSchema } from "../sla/log.ts";
import { causeTagSchema } from "./ticket.ts";

const at = z.int();

/** Events that move no clock. Ids and enumerations only, as in the rest of the log. */
const deskEventSchema = z.discriminatedUnion("type", [
  z.object({ at, type: z.literal("cause_set"), tag: causeTagSchema }),
  /** What the agent answered when asked about an article. */
  z.object({ at, type: z.literal("captured"), choice: z.enum(["use", "add", "skip", "later"]) }),
  z.object({
    at,
    type: z.literal("article_linked"),
    articleId: z.string(),
    role: z.enum(["resolved_by", "created_from", "referenced"]),
  }),
  /** A step up the ladder: why, and the level it reached. */
  z.object({
    at,
    type: z.literal("escalated"),
    cause: escalationCauseSchema,
    level: z.string(),
  }),
  z.object({ at, type: z.literal("review_decided") }),
  /** A person filed it under a topic and product, and marked it; ids of the content folder. */
  z.object({
    at,
    type: z.literal("filed"),
    category: z.string(),
    module: z.string(),
    flags: z.array(z.string()),
  }),
  /** What is planned in the long run was told, and the ticket closed with it. */
  z.object({ at, type: z.literal("plan_told") }),
  /** Asked how it was; what the customer answered stands with the survey. */
  z.object({ at, type: z.literal("survey_sent") }),
  z.object({ at, type: z.literal("survey_answered") }),
  /** It goes on from a request that was closed too long ago to be opened again. */
  z.object({ at, type: z.literal("follows"), ticketId: z.string(), number: z.int() }),
  z.object({ at, type: z.literal("followed_by"), ticketId: z.string(), number: z.int() }),
  /** A procedure began, or began again; null: none applies any more. */
  z.object({
    at,
    type: z.literal("procedure_begun"),
    procedure: z.string().nullable(),
    /** Of the settings kind `stages`. */
    version: z.int(),
  }),
  z.object({
    at,
    type: z.literal("stage_finished"),
    stage: z.string(),
    position: z.int().nonnegative(),
  }),
  /** Work for somebody else: given, first answered, done. */
  z.object({
    at,
    type: z.literal("task_given"),
    taskId: z.string(),
    team: z.string(),
    assigneeId: z.string().nullable(),
  }),
  z.object({ at, type: z.literal("task_answered"), taskId: z.string() }),
  z.object({ at, type: z.literal("task_done"), taskId: z.string() }),
  /** What the customer suggested is there, and they were told. */
  z.object({ at, type: z.literal("shipped"), taskId: z.string() }),
  /** It belongs to an incident from here on, or no longer. */
  z.object({ at, type: z.literal("incident_joined"), incidentId: z.string(), number: z.int() }),
  z.object({ at, type: z.literal("incident_left"), incidentId: z.string(), number: z.int() }),
  /** Whoever has the link has read this answer, on the page of the request. Written once for each. */
  z.object({ at, type: z.literal("reply_read"), messageId: z.string() }),
  /** The customer said that it is solved. */
  z.object({ at, type: z.literal("solution_confirmed") }),
]);

export type TicketEvent = LogEvent | z.infer<typeof deskEventSchema>;

/** Whether a ticket closes with this. */
export const closes = (event: TicketEvent): boolean =>
  event.type === "status_changed" && event.to === "closed";

const clockTypes = new Set<string>(logEventSchema.options.map(({ shape }) => shape.type.value));

/** Whether clocks are made of it; all other entries leave them as they are. */
export const isClockEvent = ({ type }: TicketEvent): boolean => clockTypes.has(type);

/** One stored row: the event without its time and type is `data`. */
export type StoredEvent = {
  type: string;
  at: Date;
  data: unknown;
  actorKind: string;
  actorId: string | null;
};

export function toRow({ at, type, ...data }: TicketEvent): {
  at: Date;
  type: string;
  data: object;
} {
  return { at: new Date(at), type, data };
}

/** The part of the log that clocks are made of. */
export function clockEvents(
  rows: readonly Pick<StoredEvent, "type" | "at" | "data">[],
): LogEvent[] {
  return rows.flatMap(({ type, at, data }) => {
    const event = logEventSchema.safeParse({ ...(data as object), type, at: at.getTime() });
    return event.success ? [event.data] : [];
  });
}
