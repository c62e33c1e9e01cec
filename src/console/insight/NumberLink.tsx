import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { Priority } from "../../../server/sla/log.ts";
import { nothingNarrower } from "./asked.ts";
import { type DefinitionId, titleOf } from "./definitions.ts";
import classes from "./number.module.css";

type Props = {
  show: DefinitionId;
  /** As it is written: `61`, `46%`. */
  children: string;
  /** Of a share, the rows of the whole. */
  of?: "n";
  /** One bar of a chart. */
  on?: string;
  /** One column of a table by priority. */
  priority?: Priority;
  size?: "hero";
  /** The number says less than others. */
  isWeak?: boolean;
};

/** A number that opens its definition and its rows. Read out, it says what it counts. */
export function NumberLink({ show, children, of, on, priority, size, isWeak }: Props) {
  return (
    <Link
      to="/insight"
      search={(now) => ({ ...now, show, of, on, priority, page: undefined })}
      className={classes.number ?? ""}
      data-size={size}
      data-weak={isWeak}
      aria-label={m.charts_number({
        number: children,
        title: [titleOf(show), ...(priority ? [priority] : [])].join(", "),
      })}
    >
      {children}
    </Link>
  );
}

/** The same with words or pictures around the number. */
export function RowsLink({ show, children }: { show: DefinitionId; children: ReactNode }) {
  return (
    <Link
      to="/insight"
      search={(now) => ({ ...now, ...nothingNarrower, show })}
      className={classes.rows ?? ""}
    >
      {children}
    </Link>
  );
}
