// Random tickets for properties: any order of events, also such as the desk would not allow.
import fc from "fast-check";
import { MINUTE } from "#server/sla/instant.ts";
import { type LogEvent, logEventSchema, statusSchema } from "#server/sla/log.ts";
import { MILESTONES } from "#server/sla/metrics.ts";

const priority = fc.constantFrom("P0", "P1", "P2", "P3");
const kind = fc.constantFrom("question", "suggestion", "fault");
const level = fc.constantFrom("L1", "L2", "L3");
const recordId = fc.constantFrom("r-1", "r-2");
const minutes = fc.integer({ min: 1, max: 3 * 1440 });
const type = <T extends string>(name: T) => fc.constant(name);

const happening = fc.oneof(
  fc.record({
    type: type("public_reply"),
    by: fc.constantFrom("agent", "agent", "automatic"),
    promised: fc.option(minutes),
    substantive: fc.boolean(),
    full: fc.boolean(),
    delay: fc.boolean(),
  }),
  fc.record({ type: type("customer_message") }),
  fc.record({ type: type("nudged") }),
  fc.record({ type: type("acknowledged") }),
  fc.record({ type: type("note") }),
  fc.record({
    type: type("status_changed"),
    from: type("open"),
    to: fc.constantFrom(...statusSchema.options),
  }),
  fc.record({
    type: type("status_changed"),
    from: type("open"),
    to: fc.constantFrom("waiting_customer", "solved"),
  }),
  fc.record({ type: type("reopened") }),
  fc.record({ type: type("priority_changed"), from: type("P2"), to: priority }),
  fc.record({ type: type("kind_changed"), to: kind }),
  fc.record({ type: type("level_changed"), to: level }),
  fc.record({ type: type("milestone"), name: fc.constantFrom(...MILESTONES) }),
  fc.record({ type: type("third_party_opened"), recordId }),
  fc.record({ type: type("third_party_closed"), recordId }),
);

const creation = fc.record({
  type: type("created"),
  priority,
  kind,
  channel: fc.constantFrom("web", "live"),
  tier: fc.constantFrom("normal", "vip"),
});

/** Logs of up to 14 events within some weeks of autumn 2026, parsed; several may share a minute. */
export const logs: fc.Arbitrary<LogEvent[]> = fc
  .tuple(
    creation,
    fc.integer({ min: 0, max: 30 * 1440 }),
    fc.array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 90 }), minutes), happening), {
      maxLength: 13,
    }),
  )
  .map(([first, start, rest]) => {
    let at = Date.parse("2026-09-15T00:00:00Z") + start * MINUTE;
    const log = [logEventSchema.parse({ ...first, at })];
    for (const [gap, event] of rest) {
      at += gap * MINUTE;
      const { promised, ...told } = event as typeof event & { promised?: number | null };
      const promiseAt = promised ? at + promised * MINUTE : null;
      log.push(logEventSchema.parse({ ...told, at, promiseAt }));
    }
    return log;
  });
