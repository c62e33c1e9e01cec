import { Table } from "@mantine/core";
import { m } from "#messages";
import { count, sentences } from "../insight/figures.ts";
import { serverNow } from "../time/now.ts";
import { When } from "../time/When.tsx";
import { Block } from "./Block.tsx";
import type { Load } from "./board.ts";
import classes from "./lead.module.css";

type Person = Load[number];

const presences: Record<string, () => string> = {
  online: m.notices_presence_online,
  away: m.notices_presence_away,
  off: m.notices_presence_off,
};

const isFull = ({ open, maxLoad }: Person): boolean => open >= maxLoad;

/** What each person carries. Ordered by that, and not by how well anybody works. */
export function LoadTable({ people }: { people: Load }) {
  return (
    <Block
      id="load"
      title={m.lead_load_title()}
      says={sayingOf(people)}
      isFine={false}
      columns={[
        m.lead_load_person(),
        m.lead_load_open(),
        m.lead_load_running(),
        m.lead_load_next(),
        m.lead_load_late(),
      ]}
      total={people.length}
      rows={people.map((person) => <PersonRow key={person.name} person={person} />)}
    />
  );
}

function sayingOf(people: Load): string {
  if (people.length === 0) return m.lead_load_none();
  const full = people.filter(isFull).length;
  const online = people.filter(({ presence }) => presence === "online").length;
  return sentences([
    full > 0
      ? m.lead_load_full({ count: full, n: count(full) })
      : m.lead_load_fine({ count: online, n: count(online) }),
    m.lead_load_after(),
  ]);
}

function PersonRow({ person }: { person: Person }) {
  const { name, presence, open, maxLoad, running, nextDue, afterHours } = person;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.person ?? ""}>
        {name}
        <small>{presences[presence]?.() ?? presence}</small>
      </Table.Th>
      <Table.Td>
        {count(open)}
        <small data-late={isFull(person)}>
          {isFull(person) ? `${m.lead_load_full_mark()}, ` : ""}
          {m.lead_load_of({ limit: count(maxLoad) })}
        </small>
      </Table.Td>
      <Table.Td>{count(running)}</Table.Td>
      <Table.Td>
        {nextDue ? <When at={nextDue} /> : m.lead_none()}
        {nextDue && nextDue.getTime() < serverNow() && (
          <small data-late="true">{m.lead_load_overdue()}</small>
        )}
      </Table.Td>
      <Table.Td>{count(afterHours)}</Table.Td>
    </Table.Tr>
  );
}
