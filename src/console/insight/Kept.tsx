import { Table } from "@mantine/core";
import { m } from "#messages";
import { type Priority, prioritySchema } from "../../../server/sla/log.ts";
import classes from "./byclock.module.css";
import { manyOf } from "./clockdefinitions.ts";
import { count, percent, percents } from "./figures.ts";
import { NumberLink } from "./NumberLink.tsx";
import type { Promised, Share } from "./overview.ts";
import section from "./section.module.css";

type Row = Promised["attainment"][number];

/** What came due, by commitment and priority: how much of it was kept. */
export function Kept({ attainment }: { attainment: readonly Row[] }) {
  const shown = prioritySchema.options.filter((id) => attainment.some(({ by }) => by[id].n > 0));
  return (
    <section className={section.section} aria-labelledby="kept">
      <h2 id="kept">{m.charts_kept_title()}</h2>
      <p className={classes.says}>
        {attainment.length === 0 ? m.charts_kept_none() : m.charts_kept_says()}
      </p>
      {attainment.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <div className={classes.scroll} tabIndex={0}>
          <Table verticalSpacing={6} horizontalSpacing="sm" className={classes.table ?? ""}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{m.charts_took_column()}</Table.Th>
                <Table.Th scope="col">{m.charts_kept_all()}</Table.Th>
                {shown.map((id) => (
                  <Table.Th key={id} scope="col">
                    {id}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {attainment.map(({ metric, all, by }) => (
                <Table.Tr key={metric}>
                  <Table.Th scope="row">{manyOf(metric)}</Table.Th>
                  <KeptCell share={all} />
                  {shown.map((id) => (
                    <KeptCell key={id} share={by[id]} priority={id} />
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

type Cell = { share: Share; priority?: Priority };

function KeptCell({ share, priority }: Cell) {
  const { n } = share;
  if (n === 0) return <Table.Td className={classes.none ?? ""}>–</Table.Td>;
  return (
    <Table.Td>
      <ShareOf share={share} {...(priority && { priority })} />
    </Table.Td>
  );
}

/** A share in the space of a cell: the rate over its interval and n, or the counts alone. */
export function ShareOf({ share, priority }: Cell) {
  const { definition, rate, lower, upper, x, n, show } = share;
  const narrowed = priority && { priority };
  if (show === "counts" || rate === null || lower === null || upper === null)
    return (
      <NumberLink show={definition} isWeak {...narrowed}>
        {`${count(x)}/${count(n)}`}
      </NumberLink>
    );
  return (
    <>
      <NumberLink show={definition} isWeak={show === "greyed"} {...narrowed}>
        {percent(rate)}
      </NumberLink>
      <small>
        {percents(lower, upper)} · n {count(n)}
      </small>
    </>
  );
}
