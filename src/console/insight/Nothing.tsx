import { useNavigate } from "@tanstack/react-router";
import { ChartNoAxesColumn } from "lucide-react";
import { m } from "#messages";
import { currentLocale } from "../language.ts";
import { Notice } from "../look/Notice.tsx";
import { type Asked, askLength, hasFilter, lengthOf } from "./asked.ts";
import classes from "./insight.module.css";
import type { Overview } from "./overview.ts";

/** Nothing happened in the period, and no ticket is open. */
export function isNothing({ deflection, sla }: Overview): boolean {
  const { episodes, pending } = deflection;
  const counts = [episodes, pending, sla.open, sla.opened, sla.solved];
  return counts.every(({ count }) => count === 0) && sla.attainment.every(({ n }) => n === 0);
}

/** Why there is nothing to see, and what to do: look further, or begin. */
export function Nothing({ asked }: { asked: Asked }) {
  const navigate = useNavigate({ from: "/insight" });
  if (hasFilter(asked) || lengthOf(asked) !== 90) {
    const search = askLength(90);
    return (
      <Notice
        icon={ChartNoAxesColumn}
        title={m.charts_nothing_here()}
        action={{ label: m.charts_look_further(), run: () => void navigate({ search }) }}
      >
        {m.charts_nothing_new()}
      </Notice>
    );
  }
  const home = `/${currentLocale()}/`;
  return (
    <Notice icon={ChartNoAxesColumn} title={m.charts_begin_title()}>
      <ol className={classes.begin}>
        <li>{m.charts_begin_articles()}</li>
        <li>{m.charts_begin_link()}</li>
        <li>{m.charts_begin_wait()}</li>
      </ol>
      <a href={home}>{m.charts_begin_look()}</a>
    </Notice>
  );
}
