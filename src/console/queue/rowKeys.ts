/** `j` and `k`: the focus walks through the rows; the row of the open ticket is where it begins. */
import type { RefObject } from "react";
import { useCommand } from "../commands/commands.ts";

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-queue-row]")];

function focus(row: HTMLElement | undefined): void {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

export function focusRow(which: "first" | 1 | -1): void {
  const all = rows();
  if (which === "first") {
    focus(all[0]);
    return;
  }
  const focused = all.indexOf(document.activeElement as HTMLElement);
  const shown = all.findIndex((row) => row.hasAttribute("aria-current"));
  const from = focused >= 0 ? focused : shown;
  const to = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + which));
  focus(all[to]);
}

export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useCommand("next", () => list.current && focusRow(1));
  useCommand("previous", () => list.current && focusRow(-1));
}
