import { Link } from "@tanstack/react-router";
import { GitMerge } from "lucide-react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import classes from "./merged.module.css";

/** Above the story: which ticket goes on for this one, or whose messages stand here as well. */
export function Merged({ ticket: { mergedInto, merged } }: { ticket: Ticket }) {
  if (mergedInto !== null)
    return (
      <p className={classes.merged}>
        <GitMerge size={14} aria-hidden="true" />
        <Link to="/tickets/$number" params={{ number: String(mergedInto) }}>
          {m.incidents_merge_into({ number: mergedInto })}
        </Link>
      </p>
    );
  if (merged.length === 0) return null;
  return (
    <p className={classes.merged}>
      <GitMerge size={14} aria-hidden="true" />
      {m.incidents_merged_from()}
      {merged.map(({ number }) => (
        <Link key={number} to="/tickets/$number" params={{ number: String(number) }}>
          #{number}
        </Link>
      ))}
    </p>
  );
}
