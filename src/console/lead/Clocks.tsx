import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Siren, TriangleAlert } from "lucide-react";
import { m } from "#messages";
import { count } from "../insight/figures.ts";
import { clockWords } from "../words/clocks.ts";
import { Block } from "./Block.tsx";
import type { Board } from "./board.ts";
import classes from "./lead.module.css";

type Sums = Board["clocks"];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** Commitments that are late or may soon be, by clock. */
export function Clocks({ sums }: { sums: Sums }) {
  const late = sum(sums.map(({ breached }) => breached));
  const risk = sum(sums.map(({ atRisk }) => atRisk));
  return (
    <Block
      id="clocks"
      title={m.lead_clocks_title()}
      says={
        sums.length > 0
          ? m.lead_clocks_some({ late: count(late), risk: count(risk) })
          : m.lead_clocks_none()
      }
      isFine={sums.length === 0}
      columns={[
        m.lead_clocks_clock(),
        m.lead_clocks_late(),
        m.lead_clocks_risk(),
        m.lead_clocks_first(),
      ]}
      total={sums.length}
      rows={sums.map((row) => <SumRow key={row.metric} row={row} />)}
    />
  );
}

function SumRow({ row: { metric, breached, atRisk, first } }: { row: Sums[number] }) {
  const { label, icon: Icon } = clockWords(metric);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.clock ?? ""}>
        <Icon size={14} aria-hidden="true" />
        {label()}
      </Table.Th>
      <Table.Td>
        {breached > 0 ? (
          <span className={classes.late}>
            <Siren size={14} aria-hidden="true" />
            {count(breached)}
          </span>
        ) : (
          m.lead_none()
        )}
      </Table.Td>
      <Table.Td>
        {atRisk > 0 ? (
          <span className={classes.risk}>
            <TriangleAlert size={14} aria-hidden="true" />
            {count(atRisk)}
          </span>
        ) : (
          m.lead_none()
        )}
      </Table.Td>
      <Table.Td>
        <Link to="/tickets/$number" params={{ number: String(first) }} data-lead-row={first}>
          #{first}
        </Link>
      </Table.Td>
    </Table.Tr>
  );
}
