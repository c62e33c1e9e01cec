import {
  CircleCheck,
  CirclePause,
  CircleX,
  type LucideIcon,
  Siren,
  Timer,
  TriangleAlert,
} from "lucide-react";
import { m } from "#messages";
import { statusOf } from "../words/statuses.ts";
import { titleOf } from "./definitions.ts";

/** The state of an open ticket towards its promises, the worst first; each has a shape of its own. */
export const standings = {
  breached: Siren,
  at_risk: TriangleAlert,
  running: Timer,
  paused: CirclePause,
  idle: CircleCheck,
} satisfies Record<string, LucideIcon>;

export type Standing = keyof typeof standings;
export const standingIds = Object.keys(standings) as Standing[];
const isStanding = (state: string): state is Standing => Object.hasOwn(standings, state);

/** The state of a row: of the ticket, or of the clock that was counted. */
export function stateOf(state: string): { label: string; icon: LucideIcon } {
  if (isStanding(state)) return { label: titleOf(state), icon: standings[state] };
  if (state === "met") return { label: m.charts_met(), icon: CircleCheck };
  if (state === "missed") return { label: m.charts_missed(), icon: CircleX };
  const { label, icon } = statusOf(state);
  return { label: label(), icon };
}
