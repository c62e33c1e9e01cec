/** Which placeholder of a draft stands for which finding, also after the draft was edited. */
import type { FrontMatter } from "#content/schema.ts";
import type { Decision } from "./decisions.ts";
import { type Finding, replaceFindings } from "./redaction.ts";

/** What stood round a finding, with everything personal replaced: by this its place is known again. */
export type Place = { before: string; after: string };

/** Characters on each side of a finding that tell it from its like. */
const reach = 40;

/** @param findings all of the text, this one among them. */
export function placeIn(
  text: string,
  { start, end }: Finding,
  findings: readonly Finding[],
): Place {
  const rest = findings.map((other) => ({
    ...other,
    start: other.start - end,
    end: other.end - end,
  }));
  return {
    before: replaceFindings(
      text.slice(0, start),
      findings.filter((other) => other.end <= start),
    ).slice(-reach),
    after: replaceFindings(
      text.slice(end),
      rest.filter((other) => other.start >= 0),
    ).slice(0, reach),
  };
}

type Spot = { start: number; end: number };
type Pair = { entry: Decision; place: Place; spot: Spot; likeness: number };

/**
 * Puts what stood there back for the placeholders of some findings. Each placeholder belongs to the
 * finding whose neighbours are most like its own, first come first served where they are all alike.
 * @param back the entries to restore.
 * @param all every entry whose placeholder may still stand in the text.
 */
export function restore(text: string, back: readonly Decision[], all: readonly Decision[]): string {
  const kinds = new Set(back.map(({ kind }) => kind));
  const taken = [...kinds].flatMap((kind) => matched(text, kind, all));
  const ours = taken.filter(({ entry }) => back.some(({ id }) => id === entry.id));
  return ours
    .toSorted((a, b) => b.spot.start - a.spot.start)
    .reduce(
      (done, { spot, entry }) => done.slice(0, spot.start) + entry.original + done.slice(spot.end),
      text,
    );
}

/** Places and placeholders of one kind, the likest first, each used once. */
function matched(text: string, kind: string, all: readonly Decision[]): Pair[] {
  const spots = spotsOf(text, kind);
  const pairs = all
    .filter((entry) => entry.kind === kind)
    .flatMap((entry) =>
      placesOf(entry).flatMap((place) =>
        spots.map((spot) => ({ entry, place, spot, likeness: likeness(text, spot, place) })),
      ),
    )
    .sort((a, b) => b.likeness - a.likeness);
  const used = new Set<Place | Spot>();
  return pairs.filter(({ place, spot }) => {
    if (used.has(place) || used.has(spot)) return false;
    used.add(place).add(spot);
    return true;
  });
}

/** Drafts of before places were kept know only that there was one. */
const placesOf = ({ places }: Decision): readonly Place[] =>
  places.length > 0 ? places : [{ before: "", after: "" }];

function spotsOf(text: string, kind: string): Spot[] {
  const placeholder = new RegExp(`\\\\?\\[${kind}\\\\?\\]`, "g");
  return [...text.matchAll(placeholder)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Markdown's marks, spaces and punctuation say nothing about the place. */
const letters = (text: string): string[] => [...text.replace(/[^\p{L}\p{N}]/gu, "")];

function likeness(text: string, { start, end }: Spot, { before, after }: Place): number {
  const left = letters(text.slice(Math.max(0, start - 2 * reach), start)).reverse();
  const right = letters(text.slice(end, end + 2 * reach));
  return common(left, letters(before).reverse()) + common(right, letters(after));
}

function common(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((letter, index) => letter !== b[index]);
  return differs < 0 ? a.length : differs;
}

type Written = { body: string; frontMatter: FrontMatter };

/** The same for a whole draft: the ticket's subject became the title, its searches became aliases. */
export function restoreDraft(
  { body, frontMatter }: Written,
  back: readonly Decision[],
  all: readonly Decision[],
): Written {
  const inTitle = all.filter(({ source }) => source === "subject");
  const inAliases = all.filter(({ source }) => /^(?:subject|searches)/.test(source));
  const inBody = all.filter(({ source }) => !source.startsWith("searches"));
  const title = restore(frontMatter.title, back, inTitle);
  const aliases = frontMatter.aliases.map((alias) => restore(alias, back, inAliases).slice(0, 200));
  return {
    body: restore(body, back, inBody),
    frontMatter: { ...frontMatter, aliases, ...(title.length <= 120 && { title }) },
  };
}
