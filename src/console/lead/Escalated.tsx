import { Table } from "@mantine/core";
import { m } from "#messages";
import type { EscalationCause } from "../../../server/escalation/ladder.ts";
import { count } from "../insight/figures.ts";
import { useLocale } from "../language.ts";
import { When } from "../time/When.tsx";
import { Block } from "./Block.tsx";
import type { Board } from "./board.ts";
import { TicketCell } from "./TicketCell.tsx";

const causes: Record<EscalationCause, () => string> = {
  no_progress: m.lead_cause_no_progress,
  nudged: m.lead_cause_nudged,
  promises_missed: m.lead_cause_promises_missed,
  delayed_twice: m.lead_cause_delayed_twice,
  breached: m.lead_cause_breached,
  sync_missed: m.lead_cause_sync_missed,
  triage: m.lead_cause_triage,
  by_hand: m.lead_cause_by_hand,
};
const causeName = (cause: string): string => causes[cause as EscalationCause]?.() ?? cause;

/** Open tickets that have climbed: how far, why and since when. */
export function Escalated({ block: { total, rows } }: { block: Board["escalated"] }) {
  const locale = useLocale();
  return (
    <Block
      id="escalated"
      title={m.lead_escalated_title()}
      says={
        total > 0
          ? m.lead_escalated_some({ count: total, n: count(total) })
          : m.lead_escalated_none()
      }
      isFine={total === 0}
      columns={[m.lead_column_ticket(), m.lead_escalated_level(), m.lead_escalated_since()]}
      total={total}
      rows={rows.map((row) => (
        <Table.Tr key={row.number}>
          <TicketCell ticket={row} />
          <Table.Td>
            {row.levelName[locale]}
            <small>{causeName(row.cause)}</small>
          </Table.Td>
          <Table.Td>
            <When at={row.since} />
          </Table.Td>
        </Table.Tr>
      ))}
    />
  );
}
