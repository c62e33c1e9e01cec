import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { m } from "#messages";
import { type DiffPiece, type DiffRow, diffLines, foldSame } from "./linediff.ts";
import classes from "./review.module.css";

type Props = { before: string; after: string; names: { before: string; after: string } };

/** Two versions of a text, line by line; a sign says what changed besides the colour. */
export function SideBySide({ before, after, names }: Props) {
  const pieces = useMemo(() => foldSame(diffLines(before, after)), [before, after]);
  if (before === after) return <p className={classes.quiet}>{m.knowledge_diff_same()}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.diff} aria-label={m.knowledge_diff_label(names)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
          </tr>
        </thead>
        {pieces.map((piece) => (
          <Piece key={keyOf(piece)} piece={piece} />
        ))}
      </table>
    </section>
  );
}

const keyOf = ({ kind, rows }: DiffPiece) =>
  `${kind} ${rows[0]?.before?.line ?? ""} ${rows[0]?.after?.line ?? ""}`;

function Piece({ piece }: { piece: DiffPiece }) {
  const [isOpen, setOpen] = useState(piece.kind === "rows");
  if (isOpen) {
    return (
      <tbody>
        {piece.rows.map((row) => (
          <Row key={`${row.before?.line} ${row.after?.line}`} row={row} />
        ))}
      </tbody>
    );
  }
  return (
    <tbody>
      <tr>
        <td colSpan={2} className={classes.fold}>
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setOpen(true)}>
            {m.knowledge_diff_fold({ count: piece.rows.length })}
          </Button>
        </td>
      </tr>
    </tbody>
  );
}

function Row({ row: { before, after, isSame } }: { row: DiffRow }) {
  const [left, right] = isSame ? [[], []] : differing(before?.text ?? "", after?.text ?? "");
  return (
    <tr data-same={isSame}>
      <td data-side={before && !isSame ? "before" : undefined}>
        {before && <Line text={before.text} changed={after ? left : []} />}
      </td>
      <td data-side={after && !isSame ? "after" : undefined}>
        {after && <Line text={after.text} changed={before ? right : []} />}
      </td>
    </tr>
  );
}

/** The stretch of each line that the other one doesn't have, as `[from, to]`. */
function differing(a: string, b: string): [number[], number[]] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const room = Math.min(a.length, b.length) - start;
  while (end < room && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [
    [start, a.length - end],
    [start, b.length - end],
  ];
}

function Line({ text, changed: [from, to] }: { text: string; changed: number[] }) {
  if (from === undefined || to === undefined || from >= to) return text;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
