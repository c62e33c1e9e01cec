import { type Document, isMap, isNode, isScalar, type LineCounter } from "yaml";
import type { z } from "zod";

/** `line` counts from 1 in the file; `reason` is one sentence for the person who wrote the file. */
export type FileFault = { line: number; reason: string };

/** What YAML has to say. Only its first fault: the ones after it are mostly its echoes. */
export function syntaxFaults(document: Document.Parsed): FileFault[] {
  return document.errors.slice(0, 1).map(({ linePos, message }) => ({
    line: (linePos?.[0].line ?? 1) + 1,
    reason: `${message.split("\n")[0]!.replace(/ at line .*$/, "")}.`,
  }));
}

/** What the schema has to say, in the order of the lines. */
export function schemaFaults(
  error: z.ZodError,
  document: Document.Parsed,
  lines: LineCounter,
): FileFault[] {
  const at = (path: Path): number => lineOf(document, path, lines);
  return error.issues
    .flatMap((issue): FileFault[] => {
      if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => ({
          line: at([key]),
          reason: `${key} is not a field of an article.`,
        }));
      }
      const path = issue.path as Path;
      return [{ line: at(path), reason: reason(path, issue.message, document) }];
    })
    .toSorted((a, b) => a.line - b.line);
}

type Path = (string | number)[];

function reason(path: Path, message: string, document: Document.Parsed): string {
  if (path.length === 0) return "The front matter must consist of fields, one name: value a line.";
  return document.hasIn(path) ? `${path.join(".")}: ${message}.` : `${path.join(".")} is missing.`;
}

/** Where the value stands, or the line that opens the front matter for one that is missing. */
function lineOf(document: Document.Parsed, path: Path, lines: LineCounter): number {
  const { contents } = document;
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === path[0])
    : undefined;
  const node = path.length > 1 ? document.getIn(path, true) : pair?.key;
  return isNode(node) && node.range ? lines.linePos(node.range[0]).line + 1 : 1;
}
