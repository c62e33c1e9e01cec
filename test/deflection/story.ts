import type { VisitEvent } from "#server/deflection/events.ts";

const start = Date.parse("2026-11-02T09:00:00Z");

/** The instant so many minutes after the story begins. */
export const minute = (n: number): number => start + n * 60_000;
export const hours = (n: number): number => minute(n * 60);

let told = 0;

/** An event of the visitor v1, so many minutes after the story begins. */
export function event(
  at: number,
  type: VisitEvent["type"],
  rest: Partial<VisitEvent> = {},
): VisitEvent {
  told += 1;
  return {
    id: `e${told}`,
    at: minute(at),
    type,
    visitor: "v1",
    subject: null,
    traffic: "human",
    locale: "en",
    ...rest,
  };
}
