import { useState } from "react";
import { m } from "#messages";
import { zoneText } from "./clock.ts";
import { describedBy, Field, inputId } from "./Field.tsx";
import { type FieldProps, TextField, textOf } from "./fields.tsx";
import { useTo } from "./language.ts";
import { readSince, type SinceKind, sinceKinds, writeSince } from "./since.ts";
import { timeZone } from "./surroundings.ts";

/** A time, as exactly as it is known. Without script: a line of text. */
export function SinceField(props: FieldProps & { ready: boolean }) {
  return props.ready ? <ChosenSince {...props} /> : <TextField {...props} />;
}

function ChosenSince({ field, answer, fault, set, leave }: FieldProps) {
  const to = useTo();
  const [since, setSince] = useState(() => readSince(textOf(answer), new Date()));
  const choose = (next: { kind: SinceKind; text: string }) => {
    setSince(next);
    set(writeSince(next, new Date(), timeZone()));
  };
  const detail = {
    id: `${inputId(field)}-detail`,
    value: since.text,
    "aria-describedby": [describedBy(field, fault), `${inputId(field)}-zone`]
      .filter(Boolean)
      .join(" "),
    onBlur: leave,
  };
  return (
    <Field {...{ field, fault }} group>
      <input type="hidden" name={field.id} value={textOf(answer)} />
      <div className="ask-choices">
        {sinceKinds.map((kind, index) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${field.id}.kind`}
              id={index === 0 ? `${inputId(field)}-first` : undefined}
              checked={since.kind === kind}
              onChange={() => choose({ kind, text: "" })}
            />
            {sinceText(kind, to)}
          </label>
        ))}
      </div>
      {since.kind === "exact" && (
        <div className="ask-detail">
          <label htmlFor={detail.id}>{m.ask_since_time({}, to)}</label>
          <input
            type="datetime-local"
            max={nowText()}
            {...detail}
            onChange={(event) => choose({ kind: "exact", text: event.target.value })}
          />
          <p className="ask-hint" id={`${inputId(field)}-zone`}>
            {m.ask_since_zone({ zone: zoneText(to.locale) }, to)}
          </p>
        </div>
      )}
      {since.kind === "words" && (
        <div className="ask-detail">
          <label htmlFor={detail.id}>{m.ask_since_words_label({}, to)}</label>
          <input
            {...detail}
            maxLength={field.max}
            onChange={(event) => choose({ kind: "words", text: event.target.value })}
          />
        </div>
      )}
    </Field>
  );
}

function sinceText(kind: SinceKind, to: ReturnType<typeof useTo>): string {
  if (kind === "today") return m.ask_since_today({}, to);
  if (kind === "yesterday") return m.ask_since_yesterday({}, to);
  if (kind === "week") return m.ask_since_week({}, to);
  return kind === "exact" ? m.ask_since_exact({}, to) : m.ask_since_words({}, to);
}

/** The reader's own clock, as the control takes it. */
function nowText(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
