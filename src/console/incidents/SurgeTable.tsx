import { Table } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { m } from "#messages";
import { intlLocale } from "../language.ts";
import { nameOf, useSettings } from "../settings.ts";
import { dayAndTime } from "../time/dates.ts";
import classes from "./incidents.module.css";
import type { Surge } from "./incidents.ts";

type Figures = {
  now: number;
  usual: number;
  growth: number | null;
  p: number;
  eligible: boolean;
  basis?: string;
};

/** What the hourly look saw, the busiest first, and what such a look can't see. */
export function SurgeTable({ surges }: { surges: readonly Surge[] }) {
  const rows = surges
    .map((surge) => ({ ...surge, figures: surge.figures as Figures }))
    .sort((a, b) => b.figures.now - a.figures.now);
  return (
    <section className={classes.section} aria-labelledby="surges-title">
      <h2 id="surges-title">{m.incidents_surges_title()}</h2>
      <p className={classes.aside}>
        {rows[0]
          ? m.incidents_surges_at({ time: dayAndTime(rows[0].at.getTime()) })
          : m.incidents_surges_none()}
      </p>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={440}>
          <Table className={classes.table ?? ""}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{m.incidents_surges_topic()}</Table.Th>
                <Table.Th ta="end">{m.incidents_surges_now()}</Table.Th>
                <Table.Th ta="end">{m.incidents_surges_usual()}</Table.Th>
                <Table.Th ta="end">{m.incidents_surges_growth()}</Table.Th>
                <Table.Th ta="end">{m.incidents_surges_chance()}</Table.Th>
                <Table.Th>{m.incidents_surges_state()}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={row.category} surge={row} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <p className={classes.blind}>{m.incidents_surges_blind()}</p>
    </section>
  );
}

function Row({ surge }: { surge: Omit<Surge, "figures"> & { figures: Figures } }) {
  const { categories } = useSettings();
  const { now, usual, growth, p, eligible, basis } = surge.figures;
  const number = new Intl.NumberFormat(intlLocale(), { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(intlLocale(), {
    ...{ style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 0 },
  });
  const compared =
    basis === "weekdays" ? m.incidents_surges_basis_weekdays() : m.incidents_surges_basis_days();
  return (
    <Table.Tr>
      <Table.Td>{nameOf(categories, surge.category)}</Table.Td>
      <Table.Td ta="end">{number.format(now)}</Table.Td>
      <Table.Td ta="end" title={compared}>
        {number.format(usual)}
      </Table.Td>
      <Table.Td ta="end">
        {growth === null ? (now > 0 ? m.incidents_surges_new() : "–") : share.format(growth)}
      </Table.Td>
      <Table.Td ta="end">{eligible ? chance(p) : "–"}</Table.Td>
      <Table.Td>
        {surge.armed ? (
          m.incidents_surges_calm()
        ) : (
          <span className={classes.alarm}>
            <TriangleAlert size={13} aria-hidden="true" />
            {m.incidents_surges_alarm()}
          </span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

const chance = (p: number): string => {
  const percent = { style: "percent", maximumSignificantDigits: 2 } as const;
  const small = 0.001;
  const format = new Intl.NumberFormat(intlLocale(), percent);
  return p < small ? `< ${format.format(small)}` : format.format(p);
};
