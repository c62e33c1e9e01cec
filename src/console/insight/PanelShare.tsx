import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { m } from "#messages";
import { titleOf } from "./definitions.ts";
import { count, percent } from "./figures.ts";
import type { Share } from "./overview.ts";
import classes from "./panel.module.css";

type Props = { share: Share; of: "x" | "n" };

/** A share in figures, and the choice whose rows are to be seen: those of the part or of the whole. */
export function PanelShare({ share, of }: Props) {
  const navigate = useNavigate({ from: "/insight" });
  const choose = (value: string) =>
    void navigate({
      search: (now) => ({ ...now, of: value === "n" ? "n" : undefined, page: undefined }),
      replace: true,
    });
  return (
    <>
      <p className={classes.share}>
        <Figures share={share} />
      </p>
      <SegmentedControl
        size="xs"
        fullWidth
        value={of}
        onChange={choose}
        aria-label={m.charts_rows_of()}
        data={(["x", "n"] as const).map((value) => ({
          value,
          label: `${titleOf(share.of[value])} ${count(share[value])}`,
        }))}
      />
    </>
  );
}

function Figures({ share: { x, n, rate, lower, upper, show } }: { share: Share }) {
  const counts = { x: count(x), n: count(n) };
  if (show === "counts" || rate === null || lower === null || upper === null)
    return m.charts_counts_only(counts);
  const bounds = { lower: percent(lower), upper: percent(upper) };
  return (
    <>
      <b data-weak={show === "greyed"}>{percent(rate)}</b>{" "}
      {m.charts_counts_between({ ...counts, ...bounds })} {n < 30 && m.charts_rate_greyed()}
    </>
  );
}
