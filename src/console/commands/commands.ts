/** What can be done just now, by key or from the palette: whoever shows something says what it can do. */
import { useEffect, useRef } from "react";
import { type CommandId, commandIds, shortcuts } from "./shortcuts.ts";

const running = new Map<CommandId, () => void>();

/** @param run what the command does here; null while it can't be done. */
export function useCommand(id: CommandId, run: (() => void) | null): void {
  const latest = useRef(run);
  latest.current = run;
  const isPossible = run !== null;
  useEffect(() => {
    if (!isPossible) return;
    const call = () => latest.current?.();
    running.set(id, call);
    return () => {
      if (running.get(id) === call) running.delete(id);
    };
  }, [id, isPossible]);
}

/** Commands that would do something now, in the order of the table. */
export const possibleCommands = (): CommandId[] => commandIds.filter((id) => running.has(id));

export const runCommand = (id: CommandId): void => running.get(id)?.();

const layers = "[role=menu], [role=dialog], [role=listbox]";
const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** A key alone is a letter while one writes; with ⌘ or Ctrl it is one's own only in a dialog. */
function isTaken(id: CommandId, target: EventTarget | null): boolean {
  if (id === "palette" || !(target instanceof Element)) return false;
  const isCombined = shortcuts[id].keys.startsWith("mod+");
  return target.closest(isCombined ? layers : `${layers}, ${fields}`) !== null;
}

function commandOf(event: KeyboardEvent): CommandId | undefined {
  const isMod = event.metaKey || event.ctrlKey;
  if (event.altKey || event.isComposing) return undefined;
  const pressed = (isMod ? "mod+" : "") + event.key.toLowerCase();
  // Enter is what a focused row, link or button does by itself.
  return commandIds.find((id) => id !== "open" && shortcuts[id].keys === pressed);
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const id = commandOf(event);
  if (!id || !running.has(id)) return;
  if (isTaken(id, event.target)) return;
  event.preventDefault();
  runCommand(id);
}

/** Listens as long as the desk is shown. */
export function useKeyboard(): void {
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
