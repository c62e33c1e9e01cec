/** What the words of incidents are called. */
import { CircleCheck, CircleHelp, CircleSlash, type LucideIcon, Siren } from "lucide-react";
import { m } from "#messages";
import { currentLocale, intlLocale } from "../language.ts";
import type { Both } from "./incidents.ts";

type State = { label: () => string; icon: LucideIcon };

export const states: Record<string, State> = {
  proposed: { label: m.incidents_state_proposed, icon: CircleHelp },
  open: { label: m.incidents_state_open, icon: Siren },
  resolved: { label: m.incidents_state_resolved, icon: CircleCheck },
  dismissed: { label: m.incidents_state_dismissed, icon: CircleSlash },
};

export const sources: Record<string, () => string> = {
  batch: m.incidents_source_batch,
  surge: m.incidents_source_surge,
  hand: m.incidents_source_hand,
};

export const outcomes: Record<string, () => string> = {
  closed: m.incidents_outcome_closed,
  left: m.incidents_outcome_left,
  late: m.incidents_outcome_late,
  needs_person: m.incidents_outcome_needs_person,
};

/** In the reader's language, else in the other rather than nothing. */
export function inWords(text: unknown): string {
  const { en = "", zh = "" } = text as Partial<Both>;
  return (currentLocale() === "zh" ? zh || en : en || zh).trim();
}

/** A time zone by its name, such as China Time; anything else as staff wrote it. */
export function regionName(region: string): string {
  if (!region) return m.incidents_anywhere();
  try {
    const format = new Intl.DateTimeFormat(intlLocale(), {
      ...{ timeZone: region, timeZoneName: "longGeneric" },
    });
    return format.formatToParts().find(({ type }) => type === "timeZoneName")?.value ?? region;
  } catch {
    return region;
  }
}

export const ticketCount = (count: number): string =>
  count === 1 ? m.incidents_ticket_count_one() : m.incidents_tickets_count({ count });
