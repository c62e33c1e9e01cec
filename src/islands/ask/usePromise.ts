import { useEffect, useState } from "react";
import type { Kind } from "../../../server/sla/log.ts";

/** The time we promise for what is answered so far, kept true while the page is open; null while unknown. */
export function usePromise(kind: string, impact: string): Date | null {
  const [by, setBy] = useState<Date | null>(null);
  useEffect(() => {
    if (!kind) return setBy(null);
    let gone = false;
    const tell = async () => {
      const [{ firstReplyBy }, { firstPriority }] = await Promise.all([
        import("../../../server/tickets/promise.ts"),
        import("../../../server/tickets/ticket.ts"),
      ]);
      const about = kind as Kind;
      if (!gone) setBy(firstReplyBy(firstPriority(about, impact), about, new Date()));
    };
    tell();
    const timer = setInterval(tell, 60_000);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [kind, impact]);
  return by;
}
