import { Table } from "@mantine/core";
import { m } from "#messages";
import { count } from "../insight/figures.ts";
import { dayAndTime } from "../time/dates.ts";
import { duration } from "../time/durations.ts";
import { serverNow } from "../time/now.ts";
import { When } from "../time/When.tsx";
import { Block } from "./Block.tsx";
import type { Board } from "./board.ts";
import { TicketCell } from "./TicketCell.tsx";

/** Customers who have waited too long for a word, the longest first. */
export function Silence({ block: { total, rows } }: { block: Board["silence"] }) {
  return (
    <Block
      id="silence"
      title={m.lead_silence_title()}
      says={
        total > 0 ? m.lead_silence_some({ count: total, n: count(total) }) : m.lead_silence_none()
      }
      isFine={total === 0}
      columns={[m.lead_column_ticket(), m.lead_silence_for(), m.lead_silence_promise()]}
      total={total}
      rows={rows.map((row) => (
        <Table.Tr key={row.number}>
          <TicketCell ticket={row} />
          <Table.Td>
            {duration(row.seconds * 1000)}
            <small>{m.lead_silence_since({ time: dayAndTime(row.since.getTime()) })}</small>
          </Table.Td>
          <Table.Td>
            <NextPromise at={row.nextPromise} />
          </Table.Td>
        </Table.Tr>
      ))}
    />
  );
}

function NextPromise({ at }: { at: Date | null }) {
  if (!at) return m.lead_silence_unpromised();
  return (
    <>
      <When at={at} />
      {at.getTime() < serverNow() && <small data-late="true">{m.lead_silence_past()}</small>}
    </>
  );
}
