import { Table } from "@mantine/core";
import { m } from "#messages";
import type { TimeRow } from "../../../server/insight/rows.service.ts";
import { duration } from "../time/durations.ts";
import { When } from "../time/When.tsx";
import { priorityName } from "../words/grades.ts";
import classes from "./panel.module.css";
import { TicketLink } from "./TicketLink.tsx";
import { State } from "./TicketRows.tsx";

/** Tickets with how long the thing in question took. */
export function TimeRows({ rows }: { rows: readonly TimeRow[] }) {
  return (
    <Table className={classes.table ?? ""} verticalSpacing={6} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{m.charts_column_ticket()}</Table.Th>
          <Table.Th scope="col">{m.charts_column_took()}</Table.Th>
          <Table.Th scope="col">{m.charts_column_began()}</Table.Th>
          <Table.Th scope="col">{m.charts_column_state()}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.number} ${row.started.getTime()}`}>
            <Table.Td>
              <TicketLink number={row.number} subject={row.subject} />
              <small>{priorityName(row.priority)}</small>
            </Table.Td>
            <Table.Td className={classes.brief ?? ""}>
              {row.seconds === null ? m.charts_took_not_yet() : duration(row.seconds * 1000)}
            </Table.Td>
            <Table.Td className={classes.brief ?? ""}>
              <When at={row.started} />
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
