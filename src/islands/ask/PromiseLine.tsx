import { Clock } from "lucide-react";
import { m } from "#messages";
import { timeText, zoneText } from "./clock.ts";
import { useTo } from "./language.ts";
import { type About, usePromise } from "./usePromise.ts";

/** By when a person answers, said before anything is sent. */
export function PromiseLine(about: Omit<About, "locale">) {
  const to = useTo();
  const by = usePromise({ ...about, locale: to.locale });
  return (
    <p className="ask-promise" role="status">
      <Clock className="icon" size={18} aria-hidden="true" />
      <span>
        {by ? (
          <>
            <strong>{m.ask_promise({ time: timeText(by, to.locale) }, to)}</strong>{" "}
            <small>{m.ask_zone({ zone: zoneText(to.locale, by) }, to)}</small>
          </>
        ) : (
          m.ask_promise_unknown({}, to)
        )}
      </span>
    </p>
  );
}
