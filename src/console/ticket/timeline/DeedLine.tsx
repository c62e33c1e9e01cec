import { Bell, Dot, Star } from "lucide-react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { useTeams } from "../../settings/rules/names.ts";
import { When } from "../../time/When.tsx";
import { tell } from "../../words/events.ts";
import type { Deed } from "./story.ts";
import classes from "./timeline.module.css";

const icons: Record<string, typeof Dot> = { nudged: Bell, solution_confirmed: Star };

/** What somebody did, in one line of plain words. */
export function DeedLine({
  deed,
  ticket,
}: {
  deed: Deed;
  ticket: Pick<Ticket, "people" | "customer" | "work">;
}) {
  const Icon = icons[deed.events[0]?.type ?? ""] ?? Dot;
  const teams = useTeams();
  const { people, work } = ticket;
  const stages = work.procedure?.stages ?? [];
  const what = deed.events.map((event) => tell(event, people, teams, stages)).join(" · ");
  return (
    <p className={classes.deed}>
      <Icon size={14} aria-hidden="true" />
      <span>
        <b>{actorName(deed, ticket)}</b> {what}
        {"\u2003"}
        <When at={deed.at} />
      </span>
    </p>
  );
}

function actorName(
  { actor, who }: Deed,
  { people, customer }: Pick<Ticket, "people" | "customer">,
) {
  if (actor === "customer") return customer.name ?? m.console_customer();
  if (actor === "system") return m.console_system();
  return people.find(({ id }) => id === who)?.name ?? m.console_somebody();
}
