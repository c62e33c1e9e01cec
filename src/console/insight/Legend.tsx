import type { CSSProperties } from "react";
import { titleOf } from "./definitions.ts";
import classes from "./figure.module.css";
import { count } from "./figures.ts";
import { RowsLink } from "./NumberLink.tsx";
import { type SeriesId, shadeOf } from "./shades.ts";

type Form = "line" | "bar";

/** The colour, or the pattern, of a series. */
export function Swatch({ of: id, form }: { of: SeriesId; form: Form }) {
  const shade = { "--shade": shadeOf(id) } as CSSProperties;
  return (
    <span
      className={classes.swatch}
      data-shade={id}
      data-form={form}
      style={shade}
      aria-hidden="true"
    />
  );
}

type Totals = readonly (readonly [SeriesId, number])[];

/** Every series with its sum, which opens its rows. */
export function Legend({ totals, form }: { totals: Totals; form: Form }) {
  return (
    <ul className={classes.legend}>
      {totals.map(([id, n]) => (
        <li key={id}>
          <RowsLink show={id}>
            <Swatch of={id} form={form} />
            <span>{titleOf(id)}</span> <b>{count(n)}</b>
          </RowsLink>
        </li>
      ))}
    </ul>
  );
}

/** What a pointer over the chart is told. */
export function tipOf(ids: readonly SeriesId[], form: Form) {
  return ({ payload }: { payload?: readonly { payload?: unknown }[] }) => {
    const point = payload?.[0]?.payload as
      | (Record<SeriesId, number> & { name: string })
      | undefined;
    if (!point) return null;
    const shown = ids.filter((id) => form === "line" || point[id] > 0);
    return (
      <div className={classes.tip}>
        <p>{point.name}</p>
        <ul className={classes.tipList}>
          {shown.toReversed().map((id) => (
            <li key={id}>
              <Swatch of={id} form={form} />
              {titleOf(id)} <b>{count(point[id])}</b>
            </li>
          ))}
        </ul>
      </div>
    );
  };
}
