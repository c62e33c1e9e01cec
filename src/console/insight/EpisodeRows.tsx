import { Table } from "@mantine/core";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import type { EpisodeRow } from "../../../server/insight/rows.service.ts";
import { nameOf, useSettings } from "../settings.ts";
import { When } from "../time/When.tsx";
import { isDefined, titleOf } from "./definitions.ts";
import classes from "./panel.module.css";
import { languages } from "./scope.ts";
import { TicketLink } from "./TicketLink.tsx";

const none = "–";

/** Attempts to contact us, the newest first; nothing in them says whose. */
export function EpisodeRows({ rows }: { rows: readonly EpisodeRow[] }) {
  const { categories } = useSettings();
  const hasTickets = rows.some(({ ticket }) => ticket !== null);
  return (
    <Table className={classes.table ?? ""} verticalSpacing={6} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{m.charts_column_began()}</Table.Th>
          <Table.Th scope="col">{m.charts_column_outcome()}</Table.Th>
          <Table.Th scope="col">{m.charts_category()}</Table.Th>
          {hasTickets && <Table.Th scope="col">{m.charts_column_ticket()}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ opened, status, locale, category, ticket }) => (
          <Table.Tr key={`${opened.getTime()} ${status} ${ticket} ${category}`}>
            <Table.Td className={classes.brief ?? ""}>
              <When at={opened} />
              <small>{languages[locale as Locale] ?? locale}</small>
            </Table.Td>
            <Table.Td className={classes.brief ?? ""}>
              {isDefined(status) ? titleOf(status) : status}
            </Table.Td>
            <Table.Td>{category ? nameOf(categories, category) : none}</Table.Td>
            {hasTickets && (
              <Table.Td>{ticket === null ? none : <TicketLink number={ticket} />}</Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
