import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import type { FigureId, View } from "../../../../server/insight/report.ts";
import number from "../number.module.css";
import { figureTitle } from "./figurewords.ts";

type Props = {
  view: View;
  id: FigureId;
  children: string;
  /** One row of a table. */
  row?: { by: string; key: string; name: string };
  size?: "hero";
  isWeak?: boolean;
};

/** A figure that opens its definition and its rows. */
export function FigureLink({ view, id, children, row, size, isWeak }: Props) {
  const title = [figureTitle(id), ...(row ? [row.name] : [])].join(", ");
  return (
    <Link
      to="/insight/$view"
      params={{ view }}
      search={(now) => ({
        ...now,
        show: id,
        by: row?.by,
        key: row?.key,
        of: undefined,
        page: undefined,
      })}
      resetScroll={false}
      className={number.number ?? ""}
      data-size={size}
      data-weak={isWeak}
      aria-label={m.charts_number({ number: children, title })}
    >
      {children}
    </Link>
  );
}
