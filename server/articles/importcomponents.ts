import { calloutKind, closeCallout, openCallout } from "./importkinds.ts";

type Frame = {
  name: string;
  /** Where the content's lines should begin, in characters. */
  target: number;
  /** How far they are moved; known with the first of them. */
  shift: number | null;
  end: string[];
};

type Attributes = ReadonlyMap<string, string>;

const attribute =
  /([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^{}]*))\s*\}))?/g;

/** The attributes of a tag that are texts; `{expressions}` count by their source. */
export function attributesOf(source: string): Attributes {
  return new Map(
    [...source.matchAll(attribute)].map(([, name, ...values]) => [
      name!.toLowerCase(),
      values.find((value) => value !== undefined) ?? "",
    ]),
  );
}

const names = String.raw`[A-Z][\w.]*|details`;
const inTag = String.raw`(?:[^<>{}"']|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*?`;
const spread = new RegExp(String.raw`^[ \t]*<(?:${names})\s${inTag}>`, "gm");
const opening = new RegExp(String.raw`^([ \t]*)<(${names})(\s${inTag})?(/?)>[ \t]*(.*)$`);
const closing = new RegExp(String.raw`^(.*?)[ \t]*</(${names})>[ \t]*$`);

/**
 * Turns components that stand on lines of their own into Markdown: notes into callouts, steps into
 * a numbered list, titles into bold lines. What is left of them is their text, moved back to where it
 * would stand without them.
 * @param dropped is told the names of those that have no meaning here.
 */
export function unwrapComponents(text: string, dropped: (name: string) => void): string {
  const out: string[] = [];
  const stack: Frame[] = [];
  const pending = text
    .replace(spread, (tag) => tag.replace(/\s*\n\s*/g, " "))
    .split("\n")
    .reverse();
  const closed = new Set([...text.matchAll(/<\/([A-Za-z][\w.]*)>/g)].map(([, name]) => name));
  while (pending.length > 0) {
    const line = moved(pending.pop()!, stack);
    const tag = opening.exec(line);
    if (tag && isBlock(tag, closed)) {
      const [, indent = "", name = "", attributes = "", isVoid, rest = ""] = tag;
      const made = openFrame(name, attributesOf(attributes), indent.length, isVoid !== "");
      if (made.plain) dropped(name);
      out.push(
        ...["", ...made.start, ""].map((part) =>
          part === "" ? "" : " ".repeat(indent.length) + part,
        ),
      );
      if (isVoid === "") stack.push({ ...made, name });
      if (rest !== "") pending.push(" ".repeat(indent.length) + rest);
      continue;
    }
    const end = closing.exec(line);
    const at = end ? stack.findLastIndex(({ name }) => name === end[2]) : -1;
    if (end && at >= 0 && !end[1]!.includes(`<${end[2]}`)) {
      if (end[1]!.trim() !== "") out.push(end[1]!);
      for (const frame of stack.splice(at).reverse()) out.push(...frame.end, "");
    } else out.push(line);
  }
  for (const frame of stack.reverse()) out.push(...frame.end);
  return out.join("\n");
}

/** A lone `<PID>` is a word in brackets; a component is closed somewhere or says something more. */
function isBlock(
  [, , name = "", attributes = "", isVoid, rest = ""]: RegExpExecArray,
  closedNames: ReadonlySet<string | undefined>,
): boolean {
  if (isVoid !== "") return rest === "";
  if (!closedNames.has(name)) return false;
  const closed = rest.indexOf(`</${name}>`);
  const behind = closed < 0 ? "" : rest.slice(closed + name.length + 3).trim();
  return behind === "" || /^<\//.test(behind) || (attributes.trim() !== "" && /^</.test(behind));
}

function moved(line: string, stack: Frame[]): string {
  if (line.trim() === "") return "";
  return stack.reduce((text, frame) => {
    const indent = /^[ \t]*/.exec(text)![0].length;
    frame.shift ??= /^\s*<\//.test(text) ? null : frame.target - indent;
    if (frame.shift === null) return text;
    return " ".repeat(Math.max(frame.target, indent + frame.shift, 0)) + text.slice(indent);
  }, line);
}

type Made = { start: string[]; end: string[]; target: number; shift: null; plain: boolean };

function openFrame(name: string, attributes: Attributes, indent: number, isVoid: boolean): Made {
  const title =
    attributes.get("title") ??
    attributes.get("label") ??
    attributes.get("header") ??
    attributes.get("name") ??
    attributes.get("value") ??
    "";
  const made = (start: string[], more: Partial<Made> = {}): Made => ({
    start,
    end: [],
    target: indent,
    shift: null,
    plain: false,
    ...more,
  });
  const kind = calloutOf(name, attributes);
  const space = " ".repeat(indent);
  if (kind && !isVoid)
    return made([openCallout(kind, attributes.get("title") ?? "")], {
      end: [`${space}${closeCallout}`],
    });
  const src = attributes.get("src") ?? attributes.get("image") ?? "";
  if (isVoid && src !== "" && !src.includes("("))
    return made([
      `![${escaped(attributes.get("alt") ?? attributes.get("caption") ?? title)}](<${src}>)`,
    ]);
  if (name === "Step") return made([`1. **${title || "…"}**`], { target: indent + 3 });
  const href = attributes.get("href") ?? attributes.get("to") ?? "";
  if (href !== "")
    return made([`**[${escaped(title || href)}](<${href}>)**`, ...described(attributes)]);
  if (title !== "") return made([`**${title}**`, ...described(attributes)]);
  return made(described(attributes), {
    plain: !/^(?:details|Steps|Tabs|CodeGroup|Frame|CardGroup|AccordionGroup|Columns|Cards)$/.test(
      name,
    ),
  });
}

const escaped = (text: string): string => text.replace(/[[\]]/g, "\\$&");

function described(attributes: Attributes): string[] {
  const text = attributes.get("description") ?? attributes.get("caption") ?? "";
  return text === "" ? [] : ["", text];
}

function calloutOf(name: string, attributes: Attributes) {
  const own = calloutKind(name);
  if (own || !/^(?:Callout|Admonition|Alert|Aside|Hint|Notice|Message|Box)$/.test(name)) return own;
  const said =
    attributes.get("type") ??
    attributes.get("variant") ??
    attributes.get("intent") ??
    attributes.get("kind") ??
    "";
  return calloutKind(said) ?? "note";
}
