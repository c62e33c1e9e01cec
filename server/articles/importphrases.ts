import type { Nodes } from "mdast";

const phrasing = new Set(
  "text emphasis strong delete inlineCode break link image linkReference imageReference footnoteReference html".split(
    " ",
  ),
);

/** Whether a node stands within a line. */
export const phrasingIn = (node: Nodes): boolean => phrasing.has(node.type);

/** One line out of blocks and phrases: where blocks meet, punctuation stands unless there is some. */
export function joined(nodes: readonly Nodes[]): Nodes[] {
  const line: Nodes[] = [];
  let isNew = false;
  const add = (part: Nodes[]) => {
    if (part.length === 0) return;
    if (isNew && line.length > 0) line.push({ type: "text", value: joint(line.at(-1)!) });
    isNew = false;
    line.push(...part);
  };
  for (const node of nodes) {
    if (phrasingIn(node)) {
      const isBlank = node.type === "text" && node.value.trim() === "";
      if (!(isBlank && (isNew || line.length === 0))) add([node]);
    } else {
      isNew = true;
      add(inLine(node));
      isNew = true;
    }
  }
  return line;
}

function inLine(node: Nodes): Nodes[] {
  if (node.type === "code") return [{ type: "inlineCode", value: node.value.replace(/\s+/g, " ") }];
  if ("children" in node) return joined(node.children as Nodes[]);
  return [];
}

function joint(before: Nodes): string {
  const end = lastOf(before).trimEnd();
  if (/[\p{P}]$/u.test(end) && !/[)\]）】”"'’]$/.test(end)) return " ";
  return /\p{Script=Han}$/u.test(end) ? "；" : "; ";
}

function lastOf(node: Nodes): string {
  if ("value" in node) return node.value;
  const last = "children" in node ? (node.children as Nodes[]).at(-1) : undefined;
  return last ? lastOf(last) : "";
}
