import type { SlaBook } from "../../../../server/sla/book.ts";
import { calendarChanges } from "../calendars/calendarchanges.ts";
import type { Change } from "../document/ChangeList.tsx";
import { policyChanges } from "./policychanges.ts";

/** What differs between two versions of policies and calendars, in words. */
export const bookChanges = (before: SlaBook, after: SlaBook): Change[] => [
  ...policyChanges(before.policies, after.policies),
  ...calendarChanges(before.calendars, after.calendars),
];
