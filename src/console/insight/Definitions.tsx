import { Link, useLocation } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { m } from "#messages";
import classes from "./definitions.module.css";
import { groups } from "./definitions.ts";

/** How every number is counted; each has an address of its own, `#explicit_rate`. */
export function Definitions() {
  const { hash: chosen } = useLocation();
  useEffect(() => {
    document.title = m.charts_definitions();
    document.getElementById(chosen)?.scrollIntoView();
  }, [chosen]);
  return (
    <main className={classes.page}>
      <Link to="/insight" className={classes.back ?? ""}>
        <ArrowLeft size={14} aria-hidden="true" />
        {m.charts_title()}
      </Link>
      <h1>{m.charts_definitions()}</h1>
      {groups.map(({ title, entries }) => (
        <section key={title()} className={classes.group}>
          <h2>{title()}</h2>
          <dl>
            {Object.entries(entries).map(([id, { title, text }]) => (
              <div key={id} id={id} data-chosen={id === chosen}>
                <dt>{title()}</dt>
                <dd>{text()}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </main>
  );
}
