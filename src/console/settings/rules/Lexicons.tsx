import { NumberInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import type { TriageDocument } from "../../../../server/triage/documents.ts";
import type { Lexicon } from "../../../../server/triage/lexicon.ts";
import documentClasses from "../document/document.module.css";
import { isRefusal, problemsAt, problemText } from "../problems.ts";
import { lexiconName, moodName } from "./names.ts";
import classes from "./rules.module.css";

type Words = Pick<TriageDocument, "lexicons" | "emotion">;
type Props = Words & {
  problems: readonly SettingProblem[];
  onChange: (words: Words) => void;
};

/** The word lists of both languages, and how much each says about the mood. */
export function Lexicons({ lexicons, emotion, problems, onChange }: Props) {
  const put = (i: number, lexicon: Lexicon) =>
    onChange({ emotion, lexicons: lexicons.with(i, lexicon) });
  const weigh = (id: string, points: number) => {
    const { [id]: _, ...others } = emotion.weights;
    const weights = points > 0 ? { ...others, [id]: points } : others;
    onChange({ lexicons, emotion: { ...emotion, weights } });
  };
  return (
    <section className={documentClasses.section} aria-labelledby="words-title">
      <h2 id="words-title">{m.rules_words()}</h2>
      <p className={documentClasses.hint}>{m.rules_words_hint()}</p>
      <Thresholds
        emotion={emotion}
        onChange={(next) => onChange({ lexicons, emotion: next })}
        problems={problemsAt(problems, "emotion")}
      />
      <ul className={classes.lexicons}>
        {lexicons.map((lexicon, i) => (
          <li key={lexicon.id}>
            <LexiconItem
              lexicon={lexicon}
              points={emotion.weights[lexicon.id] ?? 0}
              problems={problemsAt(problems, "lexicons", i)}
              onChange={(next) => put(i, next)}
              onPoints={(points) => weigh(lexicon.id, points)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Thresholds(props: {
  emotion: TriageDocument["emotion"];
  problems: SettingProblem[];
  onChange: (emotion: TriageDocument["emotion"]) => void;
}) {
  const { emotion, problems, onChange } = props;
  return (
    <div className={classes.thresholds}>
      {(["medium", "high"] as const).map((level) => (
        <NumberInput
          key={level}
          min={1}
          max={99}
          label={m.rules_mood_from({ level: moodName(level) })}
          value={emotion.thresholds[level]}
          onChange={(value) =>
            typeof value === "number" &&
            onChange({ ...emotion, thresholds: { ...emotion.thresholds, [level]: value } })
          }
        />
      ))}
      {problems.map((problem) => (
        <p key={problem.code} className={classes.problem} data-refusal role="alert">
          {problemText(problem)}
        </p>
      ))}
    </div>
  );
}

type ItemProps = {
  lexicon: Lexicon;
  points: number;
  problems: SettingProblem[];
  onChange: (lexicon: Lexicon) => void;
  onPoints: (points: number) => void;
};

function LexiconItem({ lexicon, points, problems, onChange, onPoints }: ItemProps) {
  const [opened, setOpened] = useState(false);
  const { terms, except } = lexicon;
  return (
    <details className={classes.lexicon} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <span>{lexiconName(lexicon.id)}</span>
        <small>
          {m.rules_words_count({ count: terms.en.length + terms.zh.length })}
          {points > 0 && ` · ${m.rules_words_points()}: ${points}`}
        </small>
      </summary>
      {opened && (
        <div className={classes.terms}>
          <TermList
            label={m.rules_words_en()}
            terms={terms.en}
            onChange={(en) => onChange({ ...lexicon, terms: { ...terms, en } })}
          />
          <TermList
            label={m.rules_words_zh()}
            terms={terms.zh}
            onChange={(zh) => onChange({ ...lexicon, terms: { ...terms, zh } })}
          />
          <TermList
            label={m.rules_words_except()}
            terms={[...except.en, ...except.zh]}
            onChange={(all) => onChange({ ...lexicon, except: byScript(all) })}
          />
          <NumberInput
            label={m.rules_words_points()}
            min={0}
            max={9}
            value={points}
            onChange={(value) => typeof value === "number" && onPoints(value)}
          />
        </div>
      )}
      {problems.map((problem) => (
        <p
          key={problem.code}
          className={classes.problem}
          data-refusal={isRefusal(problem)}
          role="alert"
        >
          {problemText(problem)}
        </p>
      ))}
    </details>
  );
}

const byScript = (terms: string[]): Lexicon["terms"] => ({
  en: terms.filter((term) => !/\p{Script=Han}/u.test(term)),
  zh: terms.filter((term) => /\p{Script=Han}/u.test(term)),
});

function TermList(props: { label: string; terms: string[]; onChange: (terms: string[]) => void }) {
  const { label, terms, onChange } = props;
  // What is typed stays as typed; what counts are the lines that hold something.
  const [text, setText] = useState(terms.join("\n"));
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={12}
      label={label}
      description={m.rules_words_line()}
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        onChange(next.split("\n").flatMap((line) => line.trim() || []));
      }}
    />
  );
}
