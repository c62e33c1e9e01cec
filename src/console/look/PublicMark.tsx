import { Tooltip } from "@mantine/core";
import { Megaphone } from "lucide-react";
import { m } from "#messages";
import classes from "./publicmark.module.css";

/** Stands on everything that shows a ticket which others can read. */
export function PublicMark({ flags }: { flags: readonly string[] }) {
  if (!flags.includes("public")) return null;
  return (
    <Tooltip label={m.console_public_title()} multiline maw={280}>
      <span className={classes.mark}>
        <Megaphone size={12} aria-hidden="true" />
        {m.console_public()}
      </span>
    </Tooltip>
  );
}
