import { Alert, Button, SegmentedControl, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { type Locale, locales } from "../../../content/schema.ts";
import { TimeField } from "../ticket/work/TimeField.tsx";
import { serverNow } from "../time/now.ts";
import type { Cause } from "../words/causes.ts";
import { isDone } from "../words/statuses.ts";
import { CauseSelect } from "./CauseSelect.tsx";
import classes from "./incidents.module.css";
import type { Both, Incident, Member } from "./incidents.ts";
import { useToAll } from "./useToAll.ts";

const twoHours = 7_200_000;

type Mode = "tell" | "solve";

/** Written once, said on every open ticket; or all of them solved with one cause. */
export function TellAll({ incident }: { incident: Incident }) {
  const open = incident.tickets.filter(({ status }) => !isDone(status));
  const [mode, setMode] = useState<Mode>(incident.state === "resolved" ? "solve" : "tell");
  if (open.length === 0) return null;
  const count = open.length;
  return (
    <section className={classes.section} aria-labelledby="tell-title">
      <header className={classes.tools}>
        <h2 id="tell-title">
          {mode === "tell" ? m.incidents_tell_title() : m.incidents_solve_title()}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={m.incidents_mode()}
          transitionDuration={0}
          data={[
            { value: "tell", label: m.incidents_mode_tell() },
            { value: "solve", label: m.incidents_mode_solve() },
          ]}
          value={mode}
          onChange={(value) => setMode(value as Mode)}
        />
      </header>
      <p className={classes.aside}>
        {mode === "tell" ? m.incidents_tell_hint({ count }) : m.incidents_solve_hint({ count })}
      </p>
      <Words incident={incident} open={open} mode={mode} />
    </section>
  );
}

const nothing = { en: "", zh: "" };
type WordsProps = { incident: Incident; open: readonly Member[]; mode: Mode };

function Words({ incident, open, mode }: WordsProps) {
  const [text, setText] = useState<Both>(nothing);
  const [promiseAt, setPromise] = useState<Date | null>(() => new Date(serverNow() + twoHours));
  const [causeTag, setCause] = useState<Cause | "">((incident.causeTag as Cause) || "");
  const sending = useToAll(incident.id, () => setText(nothing));
  const reads = (locale: Locale) => open.some((ticket) => ticket.locale === locale);
  const isWritten = locales.every((locale) => !reads(locale) || text[locale].trim());
  const isReady = isWritten && (mode === "tell" ? promiseAt !== null : causeTag !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mode === "tell" && promiseAt) sending.post({ mode, text, promiseAt });
    if (mode === "solve" && causeTag) sending.post({ mode, text, causeTag });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Text locale="zh" isRead={reads("zh")} text={text} onChange={setText} />
      <Text locale="en" isRead={reads("en")} text={text} onChange={setText} />
      {mode === "tell" ? (
        <TimeField label={m.incidents_promise()} value={promiseAt} onChange={setPromise} />
      ) : (
        <CauseSelect value={causeTag} onChange={setCause} />
      )}
      {sending.refused && (
        <Alert color="breached" variant="light" role="alert">
          {sending.refused}
        </Alert>
      )}
      <Leaving sending={sending} isReady={isReady} mode={mode} count={open.length} />
    </form>
  );
}

type LeavingProps = {
  sending: ReturnType<typeof useToAll>;
  isReady: boolean;
  mode: Mode;
  count: number;
};

function Leaving({ sending: { leaving, takeBack }, isReady, mode, count }: LeavingProps) {
  return (
    <div className={classes.buttons} role="status">
      {leaving === null ? (
        <Button type="submit" disabled={!isReady}>
          {mode === "tell" ? m.incidents_send({ count }) : m.incidents_solve({ count })}
        </Button>
      ) : (
        <>
          <span>{m.incidents_leaving({ seconds: leaving })}</span>
          <Button variant="default" onClick={takeBack}>
            {m.incidents_take_back()}
          </Button>
        </>
      )}
    </div>
  );
}

type TextProps = {
  locale: "en" | "zh";
  /** Whether a customer of an open ticket reads this language. */
  isRead: boolean;
  text: Both;
  onChange: (text: Both) => void;
};

function Text({ locale, isRead, text, onChange }: TextProps) {
  return (
    <Textarea
      label={locale === "en" ? m.incidents_text_en() : m.incidents_text_zh()}
      description={isRead ? undefined : m.incidents_text_nobody()}
      lang={locale === "en" ? "en" : "zh-Hans"}
      autosize
      minRows={isRead ? 3 : 1}
      maxLength={20_000}
      value={text[locale]}
      onChange={(event) => onChange({ ...text, [locale]: event.currentTarget.value })}
    />
  );
}
