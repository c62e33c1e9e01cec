import { useEffect, useRef } from "react";
import { m } from "#messages";
import type { FormField } from "../../../content/forms.ts";
import { inputId } from "./Field.tsx";
import { useTo } from "./language.ts";

export type Shown = { field: FormField; text: string };

type Props = {
  faults: readonly Shown[];
  /** What is wrong with the whole, or empty. */
  general: string;
  /** Raised with every attempt to send: the summary then takes the focus. */
  attempt: number;
};

/** At the head of the form: what keeps it from being sent, with a way to each field. */
export function Summary({ faults, general, attempt }: Props) {
  const to = useTo();
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0 || general !== "";
  useEffect(() => {
    if (attempt > 0 && shown) box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div className="ask-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="ask-summary">
      <h2 id="ask-summary">{m.ask_summary_title({}, to)}</h2>
      {general && <p>{general}</p>}
      <ul>
        {faults.map(({ field, text }) => (
          <li key={field.id}>
            <a href={`#${targetId(field)}`} onClick={(event) => jump(event, field)}>
              {m.ask_summary_line({ field: bare(field.label[to.locale]), problem: text }, to)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// A colon follows: "What is this about?:" would end twice.
const bare = (label: string): string => label.replace(/[?？.。:：]$/, "");

const targetId = (field: FormField): string =>
  field.type === "choice" || field.type === "since" ? `${inputId(field)}-first` : inputId(field);

function jump(event: { preventDefault(): void }, field: FormField): void {
  event.preventDefault();
  document.getElementById(inputId(field))?.scrollIntoView({ block: "center" });
  document.getElementById(targetId(field))?.focus();
}
