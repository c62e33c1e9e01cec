import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { intlLocale } from "../../language.ts";
import { listed } from "./people.ts";
import classes from "./work.module.css";

/** Who follows the ticket without owning it. */
export function Followers({ ticket }: { ticket: Ticket }) {
  const names = ticket.work.ladder.watchers.map(({ user }) => user.name);
  if (names.length === 0) return null;
  return (
    <p className={classes.aside}>{m.work_followers({ names: listed(names, intlLocale()) })}</p>
  );
}
