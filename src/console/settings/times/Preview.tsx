import { NativeSelect } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useState } from "react";
import { m } from "#messages";
import type { SlaBook } from "../../../../server/sla/book.ts";
import { GRADES, type Grade, LEVELS, type Level } from "../../../../server/sla/grades.ts";
import { dateAndTime, fullDate } from "../../time/dates.ts";
import { serverNow } from "../../time/now.ts";
import { clockWords } from "../../words/clocks.ts";
import documentClasses from "../document/document.module.css";
import { gradeName } from "./names.ts";
import { compare, duesOf, type Sample } from "./preview.ts";
import classes from "./times.module.css";

/** By when a ticket would be owed what, in force and as edited. */
export function Preview({ inForce, book }: { inForce: SlaBook; book: SlaBook }) {
  const [grade, setGrade] = useState<Grade>("P2");
  const [level, setLevel] = useState<Level | "">("");
  const [at, setAt] = useState<string | null>(null);
  const [opened] = useState(serverNow);
  const tiers = [...new Set(book.policies.flatMap(({ appliesTo }) => appliesTo?.tiers ?? []))];
  const [tier, setTier] = useState("");
  const sample: Sample = {
    grade,
    level: level || null,
    at: at ? new Date(at.replace(" ", "T")).getTime() : opened,
    ...(tier && { tier }),
  };
  return (
    <section className={documentClasses.section} aria-labelledby="preview-title">
      <h2 id="preview-title">{m.times_preview()}</h2>
      <p className={documentClasses.hint}>{m.times_preview_hint()}</p>
      <div className={classes.sample}>
        <NativeSelect
          size="xs"
          label={m.times_preview_priority()}
          value={grade}
          data={GRADES.map((value) => ({ value, label: gradeName(value) }))}
          onChange={(event) => setGrade(event.currentTarget.value as Grade)}
        />
        <NativeSelect
          size="xs"
          label={m.times_preview_level()}
          value={level}
          data={[{ value: "", label: m.times_preview_level_own() }, ...LEVELS]}
          onChange={(event) => setLevel(event.currentTarget.value as Level | "")}
        />
        {tiers.length > 0 && (
          <NativeSelect
            size="xs"
            label={m.times_tiers()}
            value={tier}
            data={[{ value: "", label: m.times_any() }, ...tiers]}
            onChange={(event) => setTier(event.currentTarget.value)}
          />
        )}
        <DateTimePicker
          size="xs"
          w="11rem"
          label={m.times_preview_at()}
          placeholder={m.times_preview_now()}
          valueFormat="YYYY-MM-DD HH:mm"
          clearable
          value={at}
          onChange={setAt}
          clearButtonProps={{ "aria-label": m.times_preview_now() }}
        />
      </div>
      <Dues inForce={inForce} book={book} sample={sample} />
    </section>
  );
}

function Dues({ inForce, book, sample }: { inForce: SlaBook; book: SlaBook; sample: Sample }) {
  const after = duesOf(book, sample);
  if (!after) return <p className={documentClasses.hint}>{m.times_preview_refused()}</p>;
  const rows = compare(duesOf(inForce, sample) ?? [], after);
  const shown = (at: number | null) =>
    at === null ? "–" : <time title={fullDate(at)}>{dateAndTime(at)}</time>;
  return (
    <table className={classes.dues}>
      <thead>
        <tr>
          <th scope="col">{m.times_clock()}</th>
          <th scope="col">{m.times_before()}</th>
          <th scope="col">{m.times_after()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ metric, before, after }) => (
          <tr key={metric} data-changed={before !== after}>
            <th scope="row">{clockWords(metric).label()}</th>
            <td>{shown(before)}</td>
            <td>{before === after ? m.times_same() : shown(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
