import type { Nodes, PhrasingContent, TableCell } from "mdast";
import { joined } from "./importphrases.ts";
import type { Item, Means, Tag } from "./importtags.ts";

type Flow = (items: readonly Item[], means: Means) => Nodes[];
type Cell = { blocks: Nodes[]; isHead: boolean; width: number; height: number };

/** An HTML table in our dialect, which has one head row and no joined cells: those are repeated. */
export function tableOf(table: Tag, means: Means, flow: Flow): Nodes[] {
  const caption = table.children.filter(
    (child): child is Tag => "name" in child && child.name === "caption",
  );
  const rows = rowsOf(table)
    .map((row) => cellsOf(row, means, flow))
    .filter((row) => row.length > 0);
  const grid = spread(rows);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const before = flow(caption, means);
  // One column is a frame around text, not a table.
  if (width <= 1) return [...before, ...grid.flatMap((row) => row.flatMap(({ blocks }) => blocks))];
  const filled = grid.map((row) =>
    Array.from({ length: width }, (_, i) => cell(row[i]?.blocks ?? [])),
  );
  const hasHead = rows[0]!.every(({ isHead }) => isHead);
  const head = hasHead ? [] : [Array.from({ length: width }, () => cell([]))];
  const children = [...head, ...filled].map((cells) => ({
    type: "tableRow" as const,
    children: cells,
  }));
  return [...before, { type: "table", align: [], children }];
}

function rowsOf({ children }: Tag): { row: Tag; inHead: boolean }[] {
  return children.flatMap((child) => {
    if (!("name" in child)) return [];
    if (child.name === "tr") return [{ row: child, inHead: false }];
    if (!/^(?:thead|tbody|tfoot)$/.test(child.name)) return [];
    return rowsOf(child).map(({ row }) => ({ row, inHead: child.name === "thead" }));
  });
}

function cellsOf({ row, inHead }: { row: Tag; inHead: boolean }, means: Means, flow: Flow): Cell[] {
  const size = (tag: Tag, name: string): number =>
    Math.min(50, Math.max(1, Number(tag.attributes.get(name)) || 1));
  return row.children
    .filter((child): child is Tag => "name" in child && /^t[dh]$/.test(child.name))
    .map((tag) => ({
      blocks: flow(tag.children, means),
      isHead: inHead || tag.name === "th",
      width: size(tag, "colspan"),
      height: size(tag, "rowspan"),
    }));
}

/** Joined cells written out: to the right they are empty, downwards they repeat what they say. */
function spread(rows: Cell[][]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const one of row) {
      while (grid[y]![x]) x += 1;
      for (let down = 0; down < one.height && y + down < rows.length; down += 1) {
        for (let right = 0; right < one.width; right += 1)
          grid[y + down]![x + right] = right === 0 ? one : { ...one, blocks: [] };
      }
      x += one.width;
    }
  });
  return grid;
}

function cell(blocks: Nodes[]): TableCell {
  const children = joined(blocks).flatMap((node): PhrasingContent[] =>
    node.type === "break" ? [{ type: "text", value: " " }] : [node as PhrasingContent],
  );
  return { type: "tableCell", children };
}
