/** Two texts side by side, line by line. */

/** Numbers count from 1; a line that only one side has leaves the other one null. */
export type DiffRow = {
  before: { line: number; text: string } | null;
  after: { line: number; text: string } | null;
  isSame: boolean;
};

/** Lines compared at most in the middle that differs; beyond that the whole middle counts as replaced. */
const most = 1500;

export function diffLines(before: string, after: string): DiffRow[] {
  const left = before.split("\n");
  const right = after.split("\n");
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head++;
  let tail = 0;
  const room = Math.min(left.length, right.length) - head;
  while (tail < room && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  const pairs: [number, number][] = Array.from({ length: head }, (_, i) => [i, i]);
  const middle = common(
    left.slice(head, left.length - tail),
    right.slice(head, right.length - tail),
  );
  pairs.push(...middle.map(([i, j]): [number, number] => [i + head, j + head]));
  for (let i = tail; i > 0; i--) pairs.push([left.length - i, right.length - i]);
  return rowsOf(left, right, pairs);
}

/** Positions of the longest common subsequence. */
function common(left: string[], right: string[]): [number, number][] {
  if (left.length > most || right.length > most) return [];
  const width = right.length + 1;
  const length = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number) => length[i * width + j]!;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      length[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** What lies between two common lines stands side by side as far as it goes. */
function rowsOf(left: string[], right: string[], pairs: [number, number][]): DiffRow[] {
  const rows: DiffRow[] = [];
  const side = (lines: string[], i: number, end: number) =>
    i < end ? { line: i + 1, text: lines[i]! } : null;
  let [i, j] = [0, 0];
  for (const [toI, toJ] of [...pairs, [left.length, right.length] as const]) {
    for (; i < toI || j < toJ; i++, j++) {
      rows.push({ before: side(left, i, toI), after: side(right, j, toJ), isSame: false });
    }
    [i, j] = [toI, toJ];
    if (i >= left.length && j >= right.length) break;
    rows.push({
      before: side(left, i, left.length),
      after: side(right, j, right.length),
      isSame: true,
    });
    i++;
    j++;
  }
  return rows;
}

export type DiffPiece = { kind: "rows"; rows: DiffRow[] } | { kind: "same"; rows: DiffRow[] };

/** Long stretches without a change are set apart, `around` lines of them stay. */
export function foldSame(rows: readonly DiffRow[], around = 3): DiffPiece[] {
  const isNear = rows.map((_, index) =>
    rows.slice(Math.max(0, index - around), index + around + 1).some(({ isSame }) => !isSame),
  );
  const pieces: DiffPiece[] = [];
  rows.forEach((row, index) => {
    const kind = isNear[index] ? "rows" : "same";
    const last = pieces.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else pieces.push({ kind, rows: [row] });
  });
  return pieces;
}
