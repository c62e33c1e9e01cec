import { Drawer, SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import type { FactId } from "../../../../server/insight/facts.ts";
import type { Filter } from "../../../../server/insight/period.ts";
import type { By, Figure, FigureId, Report, View } from "../../../../server/insight/report.ts";
import { useSettings } from "../../settings.ts";
import { type Asked, nothingNarrower } from "../asked.ts";
import { shortDays } from "../figures.ts";
import panel from "../panel.module.css";
import { scopeOf } from "../scope.ts";
import { FactRows } from "./FactRows.tsx";
import { figureTitle, figureWords, isFigure } from "./figurewords.ts";
import type { NameOfRow } from "./rownames.ts";
import { countsText, intervalText, valueText } from "./values.ts";

type Props = {
  view: View;
  asked: Asked;
  filter: Filter;
  report: Report | undefined;
  nameOf: NameOfRow;
};

/** What a figure means and the rows it counts, beside the page; its address can be sent to others. */
export function FigurePanel(props: Props) {
  const { view, asked } = props;
  const navigate = useNavigate();
  const shown = isFigure(asked.show) ? asked.show : null;
  const close = () =>
    void navigate({
      to: "/insight/$view",
      params: { view },
      search: (now) => ({ ...now, ...nothingNarrower, show: undefined }),
      resetScroll: false,
    });
  return (
    <Drawer
      opened={shown !== null}
      onClose={close}
      position="right"
      size="48rem"
      title={shown && figureTitle(shown)}
      closeButtonProps={{ "aria-label": m.console_close() }}
      transitionProps={{ duration: 120 }}
    >
      {shown && <Content {...props} shown={shown} />}
    </Drawer>
  );
}

/** The figure that is meant: of the page, or of one row of a table. */
function meant({ report, asked }: Pick<Props, "report" | "asked">, shown: FigureId) {
  const { by, key } = asked;
  if (by === undefined || key === undefined) return report?.figures.find(({ id }) => id === shown);
  const row = report?.tables
    .filter((table) => table.by === by && table.columns.includes(shown))
    .flatMap(({ rows }) => rows)
    .find((each) => each.key === key);
  return row?.cells[shown];
}

function Content({ view, asked, filter, report, nameOf, shown }: Props & { shown: FigureId }) {
  const navigate = useNavigate();
  const { categories } = useSettings();
  const value = meant({ report, asked }, shown);
  const facts = factsOfFigure(report, shown);
  const { by, key, of = "x" } = asked;
  const narrowed = by !== undefined && key !== undefined ? { ...filter, [by]: key } : filter;
  const row =
    by !== undefined && key !== undefined ? [nameOf(by as By, rowOf(report, by, key))] : [];
  const fact = facts && (of === "n" || !facts.x ? facts.n : facts.x);
  return (
    <div className={panel.panel}>
      <p className={panel.text}>{figureWords[shown].text()}</p>
      <p className={panel.scope}>
        {[shortDays(filter.from, filter.to), ...scopeOf(filter, categories), ...row].join(" · ")}
      </p>
      {value && (
        <p className={panel.share}>
          <b data-weak={value.show !== "value"}>{valueText(value)}</b>{" "}
          {[intervalText(value), countsText(value)].filter(Boolean).join(" · ")}
        </p>
      )}
      {facts?.x && (
        <SegmentedControl
          size="xs"
          fullWidth
          value={of}
          onChange={(next) =>
            void navigate({
              to: "/insight/$view",
              params: { view },
              search: (now) => ({ ...now, of: next === "n" ? "n" : undefined, page: undefined }),
              replace: true,
              resetScroll: false,
            })
          }
          aria-label={m.report_rows_of()}
          data={[
            { value: "x", label: m.report_rows_x() },
            { value: "n", label: m.report_rows_n() },
          ]}
        />
      )}
      {fact && <FactRows view={view} fact={fact} filter={narrowed} page={(asked.page ?? 1) - 1} />}
    </div>
  );
}

function rowOf(report: Report | undefined, by: string, key: string) {
  const rows = report?.tables.filter((table) => table.by === by).flatMap((table) => table.rows);
  return rows?.find((row) => row.key === key) ?? { key, name: null };
}

/** Which rows a figure counts is told with the figure; a row of a table counts the same ones. */
function factsOfFigure(report: Report | undefined, id: FigureId): { n: FactId; x?: FactId } | null {
  const figure: Figure | undefined = report?.figures.find((each) => each.id === id);
  return figure?.facts ?? report?.facts[id] ?? null;
}
