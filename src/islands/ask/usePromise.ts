import { useEffect, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import type { Kind } from "../../../server/sla/log.ts";
import { api } from "../../api.ts";

export type About = { kind: string; impact: string; category: string; locale: Locale };

/**
 * The time we promise for what is answered so far, kept true while the page is open. Null while
 * unknown, also when the server can't be reached: clocks only run from when it has the message.
 */
export function usePromise({ kind, impact, category, locale }: About): Date | null {
  const [by, setBy] = useState<Date | null>(null);
  useEffect(() => {
    if (!kind) return setBy(null);
    let gone = false;
    const tell = async () => {
      const about = { kind: kind as Kind, impact, category, locale };
      const promised = await api(locale)
        .forms.promise.query(about)
        .catch(() => null);
      if (!gone) setBy(promised);
    };
    tell();
    const timer = setInterval(tell, 60_000);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [kind, impact, category, locale]);
  return by;
}
