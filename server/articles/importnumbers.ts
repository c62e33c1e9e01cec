import type { Locale } from "#content/schema.ts";
import type { Candidate } from "./importcandidate.ts";
import { textField } from "./importfields.ts";
import type { Setting } from "./importmodel.ts";

export type Numbers = (candidate: Candidate) => string;

/** Gives translations the same number, and a new number to what has none. */
export function numbering(
  candidates: readonly Candidate[],
  { ledger, source, existing }: Setting,
): Numbers {
  const memories = Object.entries(ledger).flatMap(([name, files]) =>
    Object.values(files).map((memory) => ({ name, memory })),
  );
  const used = new Set(
    [...existing, ...memories.map(({ memory }) => memory)].map(
      ({ id, locale }) => `${locale} ${id}`,
    ),
  );
  const byPair = new Map<string, string>();
  const remember = (pair: string, id: string): void => {
    if (!byPair.has(pair)) byPair.set(pair, id);
  };
  for (const { name, memory } of memories) if (name === source) remember(memory.pair, memory.id);
  // Two folders, one a language: the same path below them is the same text. A bare file name says too little.
  for (const { name, memory } of memories)
    if (name !== source && memory.pair.includes("/")) remember(memory.pair, memory.id);
  const highest = [...existing, ...memories.map(({ memory }) => memory)].map(({ id }) =>
    Number(id.slice(3)),
  );
  let next = Math.max(0, ...highest.filter(Number.isFinite)) + 1;
  const claim = (id: string, locale: Locale): boolean => {
    if (used.has(`${locale} ${id}`)) return false;
    used.add(`${locale} ${id}`);
    return true;
  };
  // Ids that files bring along come first, so that no new number takes one of them.
  const brought = new Map<Candidate, string>();
  for (const candidate of candidates) {
    const id = textField(candidate.fields, "id");
    if (!/^kb-\d{4,9}$/.test(id) || ledger[source]?.[candidate.path]) continue;
    if (claim(id, candidate.locale)) brought.set(candidate, id);
    next = Math.max(next, Number(id.slice(3)) + 1);
  }
  return (candidate) => {
    const own = brought.get(candidate);
    const shared = byPair.get(candidate.pair);
    const id =
      own ??
      (shared && claim(shared, candidate.locale)
        ? shared
        : `kb-${String(next++).padStart(6, "0")}`);
    used.add(`${candidate.locale} ${id}`);
    remember(candidate.pair, id);
    return id;
  };
}
