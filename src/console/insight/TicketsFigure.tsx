import { LineChart } from "@mantine/charts";
import { m } from "#messages";
import { type Bucket, highest, isWeekly } from "./buckets.ts";
import { plain, pointsOf } from "./chart.ts";
import { DayTable } from "./DayTable.tsx";
import { titleOf } from "./definitions.ts";
import { Figure } from "./Figure.tsx";
import { count, longDays } from "./figures.ts";
import { Legend, tipOf } from "./Legend.tsx";
import type { Overview } from "./overview.ts";
import { flowIds, shadeOf } from "./shades.ts";

const tip = tipOf(flowIds, "line");

type Props = { buckets: readonly Bucket[]; numbers: Overview["sla"] };

/** Tickets that came and tickets that were solved, day by day. */
export function TicketsFigure({ buckets, numbers: { opened, solved } }: Props) {
  const title = isWeekly(buckets) ? m.charts_tickets_weeks() : m.charts_tickets_days();
  return (
    <Figure
      title={title}
      says={says(buckets)}
      legend={
        <Legend
          form="line"
          totals={[
            ["opened", opened.count],
            ["solved", solved.count],
          ]}
        />
      }
      chart={<Lines buckets={buckets} />}
      table={<DayTable title={title} ids={flowIds} buckets={buckets} />}
    />
  );
}

function says(buckets: readonly Bucket[]): string {
  const top = highest(buckets, ({ opened }) => opened);
  if (!top) return m.charts_tickets_none();
  return m.charts_tickets_most({ day: longDays(top.from, top.to), most: count(top.opened) });
}

function Lines({ buckets }: { buckets: readonly Bucket[] }) {
  return (
    <LineChart
      {...plain}
      data={pointsOf(buckets)}
      xAxisProps={{ ...plain.xAxisProps, padding: { left: 12, right: 12 } }}
      curveType="linear"
      withDots={buckets.length === 1}
      strokeWidth={2}
      series={flowIds.map((id) => ({ name: id, label: titleOf(id), color: shadeOf(id) }))}
      tooltipProps={{ content: tip }}
    />
  );
}
