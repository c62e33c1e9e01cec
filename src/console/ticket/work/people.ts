import { m } from "#messages";
import type { Ticket } from "../../api.ts";

/** Name of a member of staff; somebody who has left is somebody. */
export const personName = ({ people }: Pick<Ticket, "people">, id: string | null): string =>
  people.find((person) => person.id === id)?.name ?? m.console_somebody();

export const teamName = ({ work }: Pick<Ticket, "work">, id: string): string =>
  work.teams.find((team) => team.id === id)?.name ?? id;

export const listed = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
