import { BarChart } from "@mantine/charts";
import { m } from "#messages";
import { type Bucket, highest, isWeekly } from "./buckets.ts";
import { plain, pointsOf } from "./chart.ts";
import { DayTable } from "./DayTable.tsx";
import { titleOf } from "./definitions.ts";
import { Figure } from "./Figure.tsx";
import { count, longDays } from "./figures.ts";
import { Legend, tipOf } from "./Legend.tsx";
import { outcomeIds, type SeriesId, shadeOf } from "./shades.ts";

const tip = tipOf(outcomeIds, "bar");
const sumOf = (bucket: Bucket): number => outcomeIds.reduce((total, id) => total + bucket[id], 0);

/** Two outcomes are drawn, not filled: of one nobody knows what became, the other is still open. */
const fills: Partial<Record<SeriesId, string>> = {
  abandoned: "url(#given-up)",
  pending: "var(--color-ground)",
};

/** How attempts to contact us ended, day by day. */
export function AttemptsFigure({ buckets }: { buckets: readonly Bucket[] }) {
  const title = isWeekly(buckets) ? m.charts_attempts_weeks() : m.charts_attempts_days();
  const total = (id: SeriesId) => buckets.reduce((sum, bucket) => sum + bucket[id], 0);
  return (
    <Figure
      title={title}
      says={says(buckets)}
      legend={<Legend form="bar" totals={outcomeIds.map((id) => [id, total(id)])} />}
      chart={<Bars buckets={buckets} />}
      table={<DayTable title={title} ids={outcomeIds} buckets={buckets} />}
    />
  );
}

function says(buckets: readonly Bucket[]): string {
  const top = highest(buckets, sumOf);
  if (!top) return m.charts_attempts_none();
  const most = { day: longDays(top.from, top.to), most: count(sumOf(top)) };
  return isWeekly(buckets) ? m.charts_attempts_most_week(most) : m.charts_attempts_most(most);
}

function Bars({ buckets }: { buckets: readonly Bucket[] }) {
  return (
    <BarChart
      {...plain}
      data={pointsOf(buckets)}
      type="stacked"
      maxBarWidth={28}
      series={outcomeIds.map((id) => ({ name: id, label: titleOf(id), color: shadeOf(id) }))}
      barProps={({ name }) => {
        const id = name as SeriesId;
        const isOutlined = id in fills;
        return {
          fill: fills[id] ?? shadeOf(id),
          stroke: isOutlined ? shadeOf(id) : "var(--color-ground)",
          strokeWidth: buckets.length > 45 ? 0.5 : 1,
          strokeOpacity: 1,
        };
      }}
      tooltipProps={{ content: tip }}
    >
      <defs>
        <pattern
          id="given-up"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="4" height="4" fill="var(--color-ground)" />
          <rect width="1.5" height="4" fill="var(--shade-abandoned)" />
        </pattern>
      </defs>
    </BarChart>
  );
}
