import { CloudOff } from "lucide-react";
import { m } from "#messages";
import classes from "./draft.module.css";
import type { EditingState, Standing } from "./editing.ts";

const words: Record<Standing, () => string> = {
  saved: m.knowledge_saved,
  waiting: m.knowledge_saving,
  saving: m.knowledge_saving,
  invalid: m.knowledge_kept_here,
  refused: m.knowledge_kept_here,
  conflict: m.knowledge_kept_here,
};

/** Whether what was typed is safe, and where. */
export function Saving({ state: { standing } }: { state: EditingState }) {
  const isUnsafe = !["saved", "waiting", "saving"].includes(standing);
  return (
    <span className={classes.saving} data-unsafe={isUnsafe}>
      {isUnsafe && <CloudOff size={12} aria-hidden="true" />}
      {words[standing]()}
    </span>
  );
}
