import { Table } from "@mantine/core";
import { m } from "#messages";
import type { TicketRow } from "../../../server/insight/rows.service.ts";
import { When } from "../time/When.tsx";
import { priorityName } from "../words/grades.ts";
import { clockName } from "./clocknames.ts";
import classes from "./panel.module.css";
import { stateOf } from "./standings.ts";
import { TicketLink } from "./TicketLink.tsx";

/** Tickets with the clock in question and their state. */
export function TicketRows({ rows }: { rows: readonly TicketRow[] }) {
  return (
    <Table className={classes.table ?? ""} verticalSpacing={6} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{m.charts_column_ticket()}</Table.Th>
          <Table.Th scope="col">{m.charts_column_due()}</Table.Th>
          <Table.Th scope="col">{m.charts_column_state()}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.number} ${row.clock} ${row.due?.getTime()}`}>
            <Table.Td className={classes.subject ?? ""}>
              <TicketLink number={row.number} subject={row.subject} />
              <small>{priorityName(row.priority)}</small>
            </Table.Td>
            <Table.Td className={classes.brief ?? ""}>
              {row.due && <When at={row.due} />}
              {row.clock && <small>{clockName(row.clock)}</small>}
            </Table.Td>
            <Table.Td>
              <State state={row.state} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function State({ state }: { state: string }) {
  const { label, icon: Icon } = stateOf(state);
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      {label}
    </span>
  );
}
