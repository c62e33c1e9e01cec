/** Times to offer for the next update; the desk's working hours are those of the clocks. */
import { defaultCalendars } from "../../../../server/sla/defaults.ts";
import { HOUR, type Instant, MINUTE } from "../../../../server/sla/instant.ts";
import { isOpen, nextOpening } from "../../../../server/sla/opentime.ts";

export type Choice = { name: "proposed" | "hour" | "hours" | "tomorrow"; at: Instant };

const quarter = 15 * MINUTE;
const onTheQuarter = (at: Instant): Instant => Math.ceil(at / quarter) * quarter;

/** @param proposed what the policy says. One hour after the next day's opening is "in the morning". */
export function promiseChoices(now: Instant, proposed: Instant | null): Choice[] {
  const choices: Choice[] = [
    ...(proposed === null ? [] : [{ name: "proposed" as const, at: proposed }]),
    { name: "hour", at: onTheQuarter(now + HOUR) },
    { name: "hours", at: onTheQuarter(now + 4 * HOUR) },
    { name: "tomorrow", at: nextOpening(defaultCalendars.working, afterClose(now)) + HOUR },
  ];
  const isFirst = ({ at }: Choice, index: number) =>
    choices.findIndex((other) => other.at === at) === index;
  return choices.filter((choice, index) => choice.at > now && isFirst(choice, index));
}

function afterClose(now: Instant): Instant {
  let at = now;
  while (isOpen(defaultCalendars.working, at)) at += HOUR;
  return at;
}
