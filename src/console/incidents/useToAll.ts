import { useEffect, useState } from "react";
import { whyNot } from "../ticket/work/refresh.ts";
import type { Cause } from "../words/causes.ts";
import { type Both, useFormDeeds } from "./incidents.ts";

const graceSeconds = 5;

type Words =
  | { mode: "tell"; text: Both; promiseAt: Date }
  | { mode: "solve"; text: Both; causeTag: Cause };
/** The key is made once, so that pressing again after a lost answer tells nobody twice. */
type Waiting = Words & { key: string; left: number };

/** What goes to everybody leaves five seconds later, so that it can be taken back. */
export function useToAll(incidentId: string, onSent: () => void) {
  const { tellAll, solveAll } = useFormDeeds();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const leave = ({ mode, key, text, ...words }: Waiting) => {
    setWaiting(null);
    const told = { incidentId, key, text };
    const then = { onSuccess: onSent };
    if (mode === "tell")
      tellAll.mutate({ ...told, promiseAt: (words as { promiseAt: Date }).promiseAt }, then);
    else solveAll.mutate({ ...told, causeTag: (words as { causeTag: Cause }).causeTag }, then);
  };
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(
      () =>
        waiting.left > 1 ? setWaiting({ ...waiting, left: waiting.left - 1 }) : leave(waiting),
      1000,
    );
    return () => clearTimeout(timer);
  });
  return {
    refused: whyNot(tellAll) || whyNot(solveAll),
    leaving: waiting?.left ?? null,
    post: (words: Words) => setWaiting({ ...words, key: crypto.randomUUID(), left: graceSeconds }),
    takeBack: () => setWaiting(null),
  };
}
