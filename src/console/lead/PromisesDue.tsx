import { Table } from "@mantine/core";
import { m } from "#messages";
import { count } from "../insight/figures.ts";
import { duration } from "../time/durations.ts";
import { useFromNow } from "../time/now.ts";
import { When } from "../time/When.tsx";
import { Block } from "./Block.tsx";
import type { Board } from "./board.ts";
import { TicketCell } from "./TicketCell.tsx";

/** Promised updates that can still be helped to come in time. */
export function PromisesDue({ block: { total, rows } }: { block: Board["promisesDue"] }) {
  return (
    <Block
      id="promises_due"
      title={m.lead_due_title()}
      says={total > 0 ? m.lead_due_some({ count: total, n: count(total) }) : m.lead_due_none()}
      isFine={total === 0}
      columns={[m.lead_column_ticket(), m.lead_due_at()]}
      total={total}
      rows={rows.map((row) => (
        <Table.Tr key={row.number}>
          <TicketCell ticket={row} />
          <Table.Td>
            <When at={row.due} />
            <Left due={row.due} />
          </Table.Td>
        </Table.Tr>
      ))}
    />
  );
}

function Left({ due }: { due: Date }) {
  const left = useFromNow((now) => (due.getTime() > now ? duration(due.getTime() - now) : null));
  return <small>{left === null ? m.lead_due_now() : m.lead_due_in({ time: left })}</small>;
}
