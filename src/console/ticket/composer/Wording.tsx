import { Button } from "@mantine/core";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import { jargonWords, vagueWords } from "../../../../server/triage/wording.ts";
import classes from "./advice.module.css";

type Props = { text: string; locale: Locale; onChange: (text: string) => void };

/** What a customer would stumble over: "soon" without a time, and words that only colleagues know. */
export function Wording({ text, locale, onChange }: Props) {
  const vague = firsts(vagueWords(text));
  const jargon = firsts(jargonWords(text));
  if (vague.length + jargon.length === 0) return null;
  const replace = (index: number, term: string, plain: string) =>
    onChange(text.slice(0, index) + plain + text.slice(index + term.length));
  return (
    <ul className={classes.wording} aria-label={m.console_wording()} aria-live="polite">
      {vague.map(({ term, index }) => (
        <li key={`vague ${term}`}>
          <Excerpt text={text} index={index} term={term} locale={locale} />
          <span>{m.console_vague_time()}</span>
        </li>
      ))}
      {jargon.map(({ term, index, plain: { [languageOf(term)]: plain } }) => (
        <li key={`jargon ${term}`}>
          <Excerpt text={text} index={index} term={term} locale={locale} />
          <span>{m.console_jargon()}</span>
          <Button
            variant="default"
            size="compact-xs"
            lang={htmlLang[languageOf(term)]}
            onClick={() => replace(index, term, plain)}
            aria-label={m.console_jargon_replace({ term, plain })}
          >
            {plain}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A word is replaced in its own language, whichever the rest is written in. */
const languageOf = (term: string): Locale => (/[\u4e00-\u9fff]/.test(term) ? "zh" : "en");

/** Each term once. */
const firsts = <T extends { term: string }>(found: T[]): T[] =>
  found.filter(
    ({ term }, index) =>
      found.findIndex((one) => one.term.toLowerCase() === term.toLowerCase()) === index,
  );

const around = 14;

/** The term where it stands, with a few letters on each side. */
function Excerpt({
  text,
  index,
  term,
  locale,
}: Omit<Props, "onChange"> & { index: number; term: string }) {
  const start = Math.max(0, index - around);
  const end = Math.min(text.length, index + term.length + around);
  return (
    <q lang={htmlLang[locale]}>
      {start > 0 && "…"}
      {text.slice(start, index)}
      <mark>{term}</mark>
      {text.slice(index + term.length, end)}
      {end < text.length && "…"}
    </q>
  );
}
