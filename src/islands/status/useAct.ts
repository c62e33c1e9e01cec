import { useState } from "react";
import { attempt, type Outcome } from "../trouble.ts";

type Done = "nudged" | "solved" | "unsolved" | "asked" | "rated";

export type Act = { busy: boolean; done: Done | null; trouble: Outcome<void> | null };

/** One tap that changes the ticket: what it is doing and what came of it. */
export function useAct(after: () => void) {
  const [act, setAct] = useState<Act>({ busy: false, done: null, trouble: null });
  const run = async (done: Done, work: () => Promise<unknown>) => {
    if (act.busy) return;
    setAct({ busy: true, done: null, trouble: null });
    const outcome = await attempt(async () => void (await work()));
    const ok = outcome.kind === "done";
    setAct({ busy: false, done: ok ? done : null, trouble: ok ? null : outcome });
    if (ok) after();
  };
  return { act, run };
}
