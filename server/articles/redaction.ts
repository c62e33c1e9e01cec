import { collapse, type Folded, fold, mark } from "./folding.ts";
import { type Kind, kinds, type Pattern } from "./kinds.ts";
import { knownNamePatterns } from "./names.ts";
import { patterns } from "./patterns.ts";

/** Offsets are UTF-16 positions in the text that was given to `redact`, `end` exclusive. */
export type Finding = {
  kind: Kind;
  start: number;
  end: number;
  /** What stood there, as it was written. */
  original: string;
  /** `[KIND]`. */
  replacement: string;
};

/** Eleven or more digits that no pattern explains: publishing waits for a person's word on each. */
export type Suspect = { start: number; end: number; text: string };

export type RedactionOptions = {
  /** Names of the people in the ticket: requester, agents, the company's contacts. */
  knownNames?: readonly string[];
  /** Phone numbers that may be published, such as the own hotline, in any spelling. */
  allowedPhones?: readonly string[];
};

export type Redaction = {
  text: string;
  /** In the order they were found, which is the order of the patterns, not of the text. */
  findings: Finding[];
  suspects: Suspect[];
};

type State = { folded: Folded; findings: Finding[] };

/**
 * Replaces personal data and secrets. Everything outside the findings stays byte for byte, and
 * redacting the result again changes nothing. Names without a marker and foreign addresses are not
 * found: they are the reviewer's duty.
 */
export function redact(text: string, options: RedactionOptions = {}): Redaction {
  const ordered = [...knownNamePatterns(options.knownNames ?? []), ...patterns];
  const pass = (state: State): State =>
    ordered.reduce((before, pattern) => sweep(before, pattern, text), state);
  let state: State = { folded: settled(fold(text), options.allowedPhones ?? []), findings: [] };
  // A replacement can bring two parts of something else together, so the pass is repeated until it rests.
  for (let next = pass(state); next !== state; next = pass(state)) state = next;
  const { findings } = state;
  return {
    text: replaceFindings(text, findings),
    findings,
    suspects: suspectsOf(state.folded, text),
  };
}

/** Puts the replacements into the text the findings were made from; leave out those to be kept. */
export function replaceFindings(text: string, findings: readonly Finding[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, replacement } of findings.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

function sweep(state: State, pattern: Pattern, text: string): State {
  let current = state;
  let hit = search(pattern, current.folded.text, 0);
  while (hit) {
    const start = current.folded.starts[hit.from]!;
    const end = current.folded.ends[hit.to - 1]!;
    const finding: Finding = {
      kind: pattern.kind,
      start,
      end,
      original: text.slice(start, end),
      replacement: `[${pattern.kind}]`,
    };
    const others = current.findings.filter((other) => other.end <= start || other.start >= end);
    current = {
      folded: collapse(current.folded, hit.from, hit.to),
      findings: [...others, finding],
    };
    hit = search(pattern, current.folded.text, hit.from + 1);
  }
  return current;
}

function search({ pattern, accept }: Pattern, text: string, from: number) {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const value = match.groups?.value ?? match[0];
    const [start, end] = match.indices?.groups?.value ?? match.indices![0]!;
    if (isNew(value) && (accept?.(value) ?? true)) return { from: start, to: end };
    pattern.lastIndex = match.index + (text.codePointAt(match.index)! > 0xffff ? 2 : 1);
  }
  return undefined;
}

/** A placeholder, alone or with a comma after it, is not found once more. */
function isNew(value: string): boolean {
  return !value.includes(mark) || /[\p{L}\p{N}]/u.test(value);
}

/** Placeholders of an earlier redaction and allowed numbers are out of every pattern's sight. */
function settled(folded: Folded, allowedPhones: readonly string[]): Folded {
  const expressions = [placeholder, ...allowedPhones.flatMap(phoneExpression)];
  return expressions.reduce((current, expression) => {
    let rest = current;
    for (const { index, 0: found } of [...current.text.matchAll(expression)].reverse()) {
      rest = collapse(rest, index, index + found.length);
    }
    return rest;
  }, folded);
}

const placeholder = new RegExp(`\\[(?:${kinds.join("|")})\\]`, "g");

function phoneExpression(phone: string): RegExp[] {
  const digits = fold(phone).text.replace(/\D/g, "");
  if (digits.length < 5) return [];
  return [new RegExp(`(?<![0-9A-Za-z])\\(?${[...digits].join("[ ()-]{0,2}")}(?![0-9A-Za-z])`, "g")];
}

function suspectsOf({ text, starts, ends }: Folded, input: string): Suspect[] {
  return [...text.matchAll(/\d(?:[ -]?\d){10,}/g)].map(({ index, 0: run }) => {
    const start = starts[index]!;
    const end = ends[index + run.length - 1]!;
    return { start, end, text: input.slice(start, end) };
  });
}
