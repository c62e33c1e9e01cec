import { Table } from "@mantine/core";
import { Siren } from "lucide-react";
import { m } from "#messages";
import { count, sentences } from "../insight/figures.ts";
import { When } from "../time/When.tsx";
import { Block } from "./Block.tsx";
import type { Board } from "./board.ts";
import classes from "./lead.module.css";
import { TicketCell } from "./TicketCell.tsx";

type Broken = Board["promisesBroken"];

/** Whose customers were promised a word today that did not come, those who still wait first. */
export function PromisesBroken({ block }: { block: Broken }) {
  const { total, rows } = block;
  return (
    <Block
      id="promises_broken"
      title={m.lead_broken_title()}
      says={sayingOf(block)}
      isFine={total === 0}
      columns={[m.lead_column_ticket(), m.lead_broken_due(), m.lead_broken_answered()]}
      total={total}
      rows={rows.map((row) => (
        <Table.Tr key={`${row.number} ${row.due.getTime()}`}>
          <TicketCell ticket={row} />
          <Table.Td>
            <When at={row.due} />
          </Table.Td>
          <Table.Td>
            {row.answered ? (
              <When at={row.answered} />
            ) : (
              <span className={classes.late}>
                <Siren size={14} aria-hidden="true" />
                {m.lead_broken_waiting()}
              </span>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    />
  );
}

function sayingOf({ total, unanswered }: Broken): string {
  if (total === 0) return m.lead_broken_none();
  return sentences([
    m.lead_broken_some({ count: total, n: count(total) }),
    unanswered > 0
      ? m.lead_broken_open({ count: unanswered, n: count(unanswered) })
      : m.lead_broken_closed(),
  ]);
}
