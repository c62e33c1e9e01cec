import { type FormEvent, useEffect, useState } from "react";
import { m } from "#messages";
import { api } from "../../api.ts";
import { useTo } from "../ask/language.ts";
import type { Ticket } from "./ticket.ts";
import { useAct } from "./useAct.ts";

type Props = { ticket: Ticket; token: string; look: () => void };

/** How it was: asked once. A link from the mail chooses an answer; only the button sends it. */
export function Survey({ ticket, token, look }: Props) {
  const to = useTo();
  const { act, run } = useAct(look);
  const [csat, setCsat] = useState<number | null>(null);
  const [nps, setNps] = useState<number | null>(null);
  const [comment, setComment] = useState("");
  useEffect(() => {
    const chosen = Number(new URLSearchParams(location.search).get("csat"));
    if (chosen >= 1 && chosen <= 5) setCsat(Math.floor(chosen));
  }, []);
  if (!ticket.survey) return null;
  if (ticket.survey.isAnswered) {
    return (
      <p className="status-said" role="status">
        {m.ask_survey_thanks({}, to)}
      </p>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (csat === null) return;
    run("rated", () => api(to.locale).surveys.answer.mutate({ token, csat, nps, comment }));
  };
  return (
    <form className="status-survey" onSubmit={send} aria-labelledby="status-survey">
      <h2 id="status-survey">{m.ask_survey_title({}, to)}</h2>
      <Scale
        name="csat"
        question={m.ask_survey_csat({}, to)}
        ends={[m.ask_survey_csat_low({}, to), m.ask_survey_csat_high({}, to)]}
        values={[1, 2, 3, 4, 5]}
        value={csat}
        onChange={setCsat}
      />
      <Scale
        name="nps"
        question={m.ask_survey_nps({}, to)}
        ends={[m.ask_survey_nps_low({}, to), m.ask_survey_nps_high({}, to)]}
        values={[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}
        value={nps}
        onChange={setNps}
      />
      <label>
        {m.ask_survey_comment({}, to)}
        <textarea
          rows={2}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <div className="ask-actions">
        <button type="submit" className="button" aria-disabled={csat === null || act.busy}>
          {m.ask_survey_send({}, to)}
        </button>
      </div>
      <p className="status-said wrong" role="alert">
        {act.trouble &&
          (act.trouble.kind === "refused" ? act.trouble.refusal.message : m.ask_act_away({}, to))}
      </p>
    </form>
  );
}

type ScaleProps = {
  name: string;
  question: string;
  /** What the lowest and the highest number mean. */
  ends: [string, string];
  values: number[];
  value: number | null;
  onChange: (value: number) => void;
};

function Scale({ name, question, ends, values, value, onChange }: ScaleProps) {
  const [low, high] = ends;
  const said = (number: number, index: number) => {
    if (index === 0) return `${number}, ${low}`;
    return index === values.length - 1 ? `${number}, ${high}` : String(number);
  };
  return (
    <fieldset className="status-scale">
      <legend>{question}</legend>
      <div>
        {values.map((number, index) => (
          <label key={number}>
            <input
              type="radio"
              aria-label={said(number, index)}
              name={name}
              checked={value === number}
              onChange={() => onChange(number)}
            />
            <span aria-hidden="true">{number}</span>
          </label>
        ))}
      </div>
      <p aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}
