import { Popover, UnstyledButton } from "@mantine/core";
import {
  Ban,
  CircleCheck,
  CirclePause,
  CircleX,
  type LucideIcon,
  Siren,
  Timer,
  TriangleAlert,
} from "lucide-react";
import { m } from "#messages";
import { isCommitment } from "../../../../server/sla/clock.ts";
import { type Metric, metricSchema } from "../../../../server/sla/metrics.ts";
import type { StoredClock, Ticket } from "../../api.ts";
import { dayAndTime, fullDate } from "../../time/dates.ts";
import { duration } from "../../time/durations.ts";
import { useFromNow } from "../../time/now.ts";
import { type Standing, standingOf } from "../../time/standing.ts";
import { clockWords } from "../../words/clocks.ts";
import classes from "./clocks.module.css";
import { Why } from "./Why.tsx";

const always: readonly Metric[] = ["ack", "first_reply", "promise", "resolution"];
const order = metricSchema.options
  .filter((metric) => isCommitment({ metric }) && metric !== "resolution")
  .concat("resolution");

const icons: Record<Standing, LucideIcon> = {
  running: Timer,
  risk: TriangleAlert,
  late: Siren,
  paused: CirclePause,
  met: CircleCheck,
  missed: CircleX,
  cancelled: Ban,
};

/**
 * What the customer may expect, in the order in which it usually ends: the clocks that every ticket
 * has, and of the others those that still count or were missed. Of several rounds the last.
 */
export function Clocks({ ticket }: { ticket: Ticket }) {
  const clocks = order.flatMap(
    (metric) =>
      ticket.clocks
        .filter((clock) => clock.metric === metric)
        .sort((a, b) => a.instance - b.instance)
        .filter(isShown)
        .at(-1) ?? [],
  );
  return (
    <ul className={classes.clocks} aria-label={m.console_clocks_label()}>
      {clocks.map((clock) => (
        <ClockItem key={clock.metric} clock={clock} ticket={ticket} />
      ))}
    </ul>
  );
}

const isShown = ({ metric, state }: StoredClock): boolean =>
  always.includes(metric as Metric) || (state !== "met" && state !== "cancelled");

function ClockItem({ clock, ticket }: { clock: StoredClock; ticket: Ticket }) {
  const standing = useFromNow((now) => standingOf(clock, now));
  const state = useFromNow((now) => stateOf(clock, standingOf(clock, now), now));
  const { label } = clockWords(clock.metric);
  const Icon = icons[standing];
  const due = clock.dueAt?.getTime();
  const at = clock.stoppedAt ?? clock.dueAt;
  return (
    <li className={classes.clock} data-standing={standing}>
      <Popover
        position="bottom-start"
        width="min(21.25rem, calc(100vw - 2rem))"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <UnstyledButton
            className={classes.open ?? ""}
            title={at ? fullDate(at.getTime()) : undefined}
          >
            <span className={classes.label}>{label()}</span>
            <span className={classes.state}>
              <Icon size={13} aria-hidden="true" />
              {state}
              {due !== undefined && !clock.stoppedAt && (
                <span className={classes.due}>{dayAndTime(due)}</span>
              )}
            </span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={m.work_why_title({ clock: label() })}>
          <h2 className={classes.question}>{m.work_why_title({ clock: label() })}</h2>
          <Why ticket={ticket} clock={clock} />
        </Popover.Dropdown>
      </Popover>
    </li>
  );
}

function stateOf(clock: StoredClock, standing: Standing, now: number): string {
  const due = clock.dueAt?.getTime() ?? now;
  const stopped = clock.stoppedAt?.getTime() ?? now;
  switch (standing) {
    case "running":
    case "risk":
      return duration(due - now);
    case "late":
      return m.console_clock_late({ time: duration(now - due) });
    case "paused":
      return m.console_clock_paused();
    case "met":
      return m.console_clock_met();
    case "missed":
      return m.console_clock_missed({
        time: duration(stopped - (clock.breachedAt?.getTime() ?? stopped)),
      });
    case "cancelled":
      return m.console_clock_cancelled();
  }
}
