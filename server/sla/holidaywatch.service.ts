/** Looks whether calendars know next year's holidays, while there is time to add them. */
import type { Deps } from "../deps.ts";
import { onHolidaysMissing } from "../reactions.ts";
import { missingYears } from "./nextyear.ts";

export async function watchHolidays(deps: Deps): Promise<void> {
  const { document: book } = await deps.settings.current("sla");
  const missing = missingYears(book.calendars, deps.now().getTime());
  if (missing.length === 0) return;
  await deps.db.$transaction((tx) => onHolidaysMissing(deps, tx, missing));
}
