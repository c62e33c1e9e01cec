/** Which cases of a week are looked at together: the worst of three kinds, and some that are just cases. */

export type Reason = "silence" | "promises" | "emotion" | "random";

export type Candidate = {
  id: string;
  /** Silences longer than the cadence. */
  silences: number;
  brokenPromises: number;
  /** Score of triage when it came; 0 = calm, or not triaged. */
  emotion: number;
};

export type Example = { id: string; reason: Reason };

const size = 5;

/** In this order; a case that is the worst of two kinds leaves the second kind to the next one. */
const kinds = [
  ["silence", ({ silences }: Candidate) => silences],
  ["promises", ({ brokenPromises }: Candidate) => brokenPromises],
  ["emotion", ({ emotion }: Candidate) => emotion],
] as const;

/**
 * Five cases, or all where there are fewer: the same ones for the same week, whoever asks and however
 * the candidates are ordered, so that nobody can choose what is talked about.
 * @param seed names the week.
 */
export function chooseExamples(candidates: readonly Candidate[], seed: string): Example[] {
  const order = new Map(candidates.map(({ id }) => [id, hash(`${seed} ${id}`)]));
  const left = [...candidates].sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  const chosen: Example[] = [];
  const take = (candidate: Candidate | undefined, reason: Reason) => {
    if (!candidate) return;
    left.splice(left.indexOf(candidate), 1);
    chosen.push({ id: candidate.id, reason });
  };
  for (const [reason, of] of kinds) take(worst(left, of), reason);
  while (chosen.length < size && left.length > 0) take(left[0], "random");
  return chosen;
}

/** The first with most of it; undefined where nobody has any. */
function worst(
  candidates: readonly Candidate[],
  of: (candidate: Candidate) => number,
): Candidate | undefined {
  const most = Math.max(0, ...candidates.map(of));
  return most > 0 ? candidates.find((candidate) => of(candidate) === most) : undefined;
}

/** FNV-1a, 32 bits, with a last mix so that texts with one beginning don't stay together. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
