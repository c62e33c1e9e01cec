import { firmBold } from "./importbold.ts";
import { unwrapComponents } from "./importcomponents.ts";
import { calloutKind, closeCallout, openCallout } from "./importkinds.ts";
import { mask } from "./importmask.ts";
import { shortcodes } from "./importshortcodes.ts";

/**
 * What other systems add to Markdown by lines and signs, as plain Markdown with `:::` callouts.
 * @param say is told, once per thing, what was dropped.
 */
export function plainMarkdown(body: string, say: (remark: string) => void): string {
  const { text, unmask } = mask(body.replace(/\r\n?/g, "\n").replace(/^\ufeff/, ""));
  const told = new Set<string>();
  const dropped = (what: string) => (name: string) => {
    const remark = `${what} ${name} is not known here: it was taken out, its text was kept.`;
    if (!told.has(remark)) say(remark);
    told.add(remark);
  };
  const steps = [
    withoutExcess,
    withoutComments,
    withoutModules,
    tripleColons,
    (part: string) => shortcodes(part, dropped("The shortcode")),
    mkdocs,
    looseLabels,
    (part: string) => unwrapComponents(part, dropped("The component")),
    tightTables,
    wholeQuotes,
    wholeAddresses,
    nestedFences,
    firmBold,
  ];
  return unmask(steps.reduce((part, step) => step(part), text));
}

/** Blanks that mean nothing and only cost time. */
const withoutExcess = (text: string): string =>
  text.replace(/[ \t]{300,}/g, " ").replace(/\n[ \t]*\n(?:[ \t]*\n)+/g, "\n\n");

const withoutComments = (text: string): string =>
  text.replace(/\{\/\*[\s\S]*?\*\/\}/g, "").replace(/<!--[\s\S]*?-->/g, "");

/** The `import` and `export` lines of MDX, which name a file in quotes or begin a program. */
function withoutModules(text: string): string {
  return text
    .replace(/^import\s+(?:[\w*{][^;'"]{0,600}?\sfrom\s+)?(['"])[^'"\n]+\1;?[ \t]*$/gm, "")
    .replace(
      /^export\s+(?:const|let|var|default|function|async|class|\{)(?:(?!\n\s*\n)[\s\S])*/gm,
      "",
    );
}

/** Microsoft's `:::image source="x":::` and its kin: one sign that opens and closes. */
function tripleColons(text: string): string {
  return text
    .replace(/:::\s*image\b([^\n]*?):::/g, (_, attributes: string) => {
      const [, src = ""] = /source="([^"]*)"/.exec(attributes) ?? [];
      const [, alt = ""] = /alt-text="([^"]*)"/.exec(attributes) ?? [];
      return `![${alt.replace(/[[\]]/g, "\\$&")}](<${src}>)`;
    })
    .replace(/:::\s*no-loc\b[^\n]*?text="([^"]*)"[^\n]*?:::/g, "$1")
    .replace(
      /^[ \t]*:::\s*(?:image-end|row|row-end|column|column-end|code|moniker|moniker-end|zone|zone-end)\b[^\n]*$/gm,
      "",
    )
    .replace(/\[!INCLUDE\s*\[[^\]]*\]\([^)]*\)\]/gi, "")
    .replace(/^([ \t>]*)\[!VIDEO\s+(\S+?)\]/gim, "$1[Video](<$2>)");
}

/** `!!! note "Title"` with its indented text, as MkDocs writes it. */
function mkdocs(text: string): string {
  const block =
    /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)[^"\n]*(?:"([^"\n]*)")?[ \t]*\n((?:\1(?: {4}|\t)[^\n]*(?:\n|$)|[ \t]*\n)*)/gm;
  return text.replace(
    block,
    (whole, indent: string, name: string, title: string | undefined, content: string) => {
      const kind = calloutKind(name) ?? "note";
      const inner = content.replace(new RegExp(`^${indent}(?: {4}|\\t)`, "gm"), indent);
      return content.trim() === ""
        ? whole
        : `${indent}${openCallout(kind, title ?? "")}\n${mkdocs(inner.trimEnd())}\n${indent}${closeCallout}\n\n`;
    },
  );
}

/** `::: tip A title` is written `:::tip[A title]` here; names that are not callouts only keep their title. */
function looseLabels(text: string): string {
  const line =
    /^([ \t]*(?:>[ \t]*)*)(:{3,})[ \t]*([A-Za-z][\w-]*|[\u4e00-\u9fff]+)(?:\[([^\n]*)\]|[ \t]+([^\n{[][^\n]*?))?(?:\{([^}\n]*)\})?[ \t]*$/gm;
  return text.replace(
    line,
    (
      _whole,
      indent: string,
      _signs: string,
      name: string,
      label?: string,
      loose?: string,
      attributes?: string,
    ) => {
      const kind = calloutKind(name);
      const said = label ?? loose ?? /title=["']?([^"']+)/.exec(attributes ?? "")?.[1] ?? "";
      if (kind) return `${indent}:::${kind}${said ? `[${said}]` : ""}`;
      return `${indent}:::details${said ? `[${said}]` : ""}`;
    },
  );
}

/** A table in HTML is one block, which blank lines and deep indentation would tear apart. */
function tightTables(text: string): string {
  return text.replace(
    /^([ \t]*)<table\b[\s\S]{0,100000}?<\/table>/gm,
    (table, indent: string) => `${indent}${table.trim().replace(/\n\s*/g, `\n${indent}`)}\n`,
  );
}

/** A quotation in a list whose further lines were written at the margin is still one quotation. */
function wholeQuotes(text: string): string {
  let indent = "";
  return text
    .split("\n")
    .map((line) => {
      const quote = /^([ \t]*)>/.exec(line);
      if (!quote) indent = "";
      else if (quote[1] === "" && indent !== "") return indent + line;
      else indent = quote[1]!;
      return line;
    })
    .join("\n");
}

/** Addresses with spaces, as note-taking programs write them, need brackets to be addresses. */
const wholeAddresses = (text: string): string =>
  text.replace(
    /(\]\()((?:#|[./\w])[^()<>\n"']*[^\s()<>"'][ \t]+[^()<>\n"']*[^\s()<>"'])\)/g,
    "$1<$2>)",
  );

/** Callouts in callouts; the parser's time doubles with each. */
const deepest = 30;

/**
 * Gives every callout a fence that is longer than those inside it, which is how the parser tells them
 * apart, and takes out fences that end nothing, which it would show as words.
 */
function nestedFences(text: string): string {
  let open = 0;
  const long = (depth: number): string => ":".repeat(3 + deepest - depth);
  return text
    .split("\n")
    .flatMap((line) => {
      const [, before = "", name] =
        /^([ \t>]*):{3,}[ \t]*([A-Za-z][\w-]*(?:\[.*\])?(?:\{.*\})?)?[ \t]*$/.exec(line) ?? [];
      if (name) {
        open += 1;
        if (open > deepest) throw new RangeError("callouts too deep");
        return [`${before}${long(open)}${name}`];
      }
      if (!/^[ \t>]*:{3,}[ \t]*$/.test(line)) return [line];
      open -= 1;
      if (open >= 0) return [`${before}${long(open + 1)}`];
      open = 0;
      return [];
    })
    .join("\n");
}
