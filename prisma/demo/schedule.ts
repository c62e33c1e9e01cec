/** Lays the stories out in time: past ones over a month of weekdays, present ones back from now. */
import type { Instant } from "../../server/sla/instant.ts";
import { DAY, HOUR } from "../../server/sla/instant.ts";
import { type Customer, customers } from "./customers.ts";
import {
  awake,
  hourIn,
  isWorkingDay,
  quarterUp,
  shareOf,
  wholeMinute,
  workingHoursAfter,
  workingHoursBefore,
} from "./hours.ts";
import type { Step, Story } from "./story.ts";

/** A step with its instant, and the instant of the next update where one is promised. */
export type TimedStep = Step & { at: Instant; promiseAt?: Instant };

export type Script = {
  story: Story;
  customer: Customer;
  receivedAt: Instant;
  steps: TimedStep[];
};

const month = 29;
/** A day on which the desk is closed brings this share of a working day's tickets. */
const weekend = 0.3;

/** Everything that happened until `now`, oldest ticket first. */
export function schedule(stories: readonly Story[], now: Instant): Script[] {
  const past = stories.filter(({ present }) => !present);
  const days = spread(past.length, now);
  const shuffled = past.toSorted((a, b) => shareOf(a.id, a.from) - shareOf(b.id, b.from));
  const scripts = [
    ...shuffled.map((story, index) => pastScript(story, days[index]!, now)),
    ...stories.filter(({ present }) => present).map((story) => presentScript(story, now)),
  ];
  return scripts.sort((a, b) => a.receivedAt - b.receivedAt);
}

/** Days before now for so many tickets, by how busy each day is. */
function spread(count: number, now: Instant): number[] {
  const weights = Array.from({ length: month }, (_, index) => ({
    day: index + 1,
    weight: isWorkingDay(now - (index + 1) * DAY) ? 1 : weekend,
  }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: count }, (_, index) => {
    let left = ((index + 0.5) / count) * total;
    return weights.find(({ weight }) => {
      left -= weight;
      return left <= 0;
    })!.day;
  });
}

/** A story that wouldn't be over by now began a day earlier. */
function pastScript(story: Story, day: number, now: Instant): Script {
  const customer = customers[story.from]!;
  const hour = 8 + 7 * (shareOf(story.id, "morning") + shareOf(story.id, "evening"));
  for (let ago = day; ; ago++) {
    const dayStart = now - ago * DAY;
    const at = wholeMinute(dayStart + (hour - hourIn(customer.timeZone, dayStart)) * HOUR);
    const receivedAt = at + Math.floor(shareOf(story.id, "second") * 60) * 1000;
    const steps = pastSteps(story, customer, receivedAt);
    if ((steps.at(-1)?.at ?? receivedAt) < now - HOUR)
      return { story, customer, receivedAt, steps };
  }
}

function pastSteps(story: Story, customer: Customer, receivedAt: Instant): TimedStep[] {
  const after = (from: Instant, hours: number) =>
    story.wall ? from + hours * HOUR : workingHoursAfter(from, hours);
  let at = receivedAt;
  return story.steps.map((step, index) => {
    at = byCustomer(step)
      ? awake(customer.timeZone, at + step.t * HOUR, shareOf(story.id, String(index)))
      : after(at, step.t);
    at = Math.round(at / 1000) * 1000;
    const promiseAt = step.do === "reply" ? quarterUp(after(at, step.promise)) : undefined;
    return { ...step, at, promiseAt };
  });
}

const byCustomer = (step: Step): boolean => ["write", "nudge", "judge"].includes(step.do);

function presentScript(story: Story, now: Instant): Script {
  const ago = (hours: number): Instant =>
    story.wall ? Math.round((now - hours * HOUR) / 1000) * 1000 : workingHoursBefore(now, hours);
  const { t, open } = story.present!;
  const receivedAt =
    open === undefined
      ? ago(t)
      : Math.max(Math.floor(now / 1000) * 1000 - t * HOUR, workingHoursBefore(now, open));
  const promised = (hours: number): Instant => {
    if (hours < 0) return quarterUp(ago(-hours));
    return quarterUp(story.wall ? now + hours * HOUR : workingHoursAfter(now, hours));
  };
  const steps = story.steps.map((step) => ({
    ...step,
    at: ago(step.t),
    promiseAt: step.do === "reply" ? promised(step.promise) : undefined,
  }));
  return { story, customer: customers[story.from]!, receivedAt, steps };
}
