import { m } from "#messages";
import type { Figure, View } from "../../../../server/insight/report.ts";
import { FigureLink } from "./FigureLink.tsx";
import { figureTitle } from "./figurewords.ts";
import classes from "./report.module.css";
import { Change, Verdict } from "./Verdict.tsx";
import { countsText, intervalText, valueText } from "./values.ts";

/** The figures of a view, each with its interval, its target and the period before. */
export function Tiles({ view, figures }: { view: View; figures: readonly Figure[] }) {
  return (
    <section aria-label={m.report_figures()}>
      <ul className={classes.tiles}>
        {figures.map((figure) => (
          <li key={figure.id} className={classes.tile}>
            <h2>{figureTitle(figure.id)}</h2>
            <p className={classes.value}>
              {figure.n === 0 && figure.unit !== "count" ? (
                <span className={classes.none}>–</span>
              ) : (
                <FigureLink view={view} id={figure.id} size="hero" isWeak={figure.show !== "value"}>
                  {valueText(figure)}
                </FigureLink>
              )}
              <Interval figure={figure} />
            </p>
            <Verdict figure={figure} />
            <Change figure={figure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Interval({ figure }: { figure: Figure }) {
  const [interval, counts] = [intervalText(figure), countsText(figure)];
  if (!interval && !counts) return null;
  return (
    <small>
      {interval && (
        <>
          <span aria-hidden="true">{interval}</span>
          <span className="visually-hidden">{m.charts_between(bounds(interval))}</span>
        </>
      )}
      {counts && <span>{counts}</span>}
    </small>
  );
}

function bounds(interval: string): { lower: string; upper: string } {
  const [lower = "", upper = ""] = interval.split("–");
  return { lower, upper };
}
