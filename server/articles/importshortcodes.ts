import { attributesOf } from "./importcomponents.ts";
import { calloutKind, closeCallout, openCallout } from "./importkinds.ts";

const escaped = (text: string): string => text.replace(/[[\]]/g, "\\$&");

/** The first value without a name: `{{< ref "setup.md" >}}`. */
const bare = (source: string): string =>
  /^\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)(?=\s|$))/.exec(source)?.slice(1).find(Boolean) ?? "";

/**
 * Hugo's `{{< note >}}` and GitBook's `{% hint %}` as Markdown. Variables such as `{{ name }}` are
 * part of the text and stay.
 */
export function shortcodes(text: string, dropped: (name: string) => void): string {
  const hugo = /\{\{[<%]\s*(\/?)\s*([\w./-]+)((?:[^<>%"'{}]|"[^"]*"|'[^']*')*?)\s*\/?[%>]\}\}/g;
  const done = text.replace(hugo, (_, slash: string, name: string, source: string) => {
    const attributes = attributesOf(source);
    const kind = kindOf(
      name,
      attributes.get("type") ??
        attributes.get("context") ??
        attributes.get("color") ??
        bare(source),
    );
    if (kind)
      return `\n${slash ? closeCallout : openCallout(kind, attributes.get("title") ?? "")}\n`;
    if (/^(?:rel)?ref$/.test(name)) return bare(source).replace(/\s/g, "%20");
    if (/^(?:figure|img|image)$/.test(name) && attributes.get("src"))
      return `![${escaped(attributes.get("alt") ?? attributes.get("caption") ?? attributes.get("title") ?? "")}](<${attributes.get("src")}>)`;
    if (name === "youtube")
      return `[YouTube](https://www.youtube.com/watch?v=${encodeURIComponent(attributes.get("id") ?? bare(source))})`;
    if (!slash) dropped(name);
    const title =
      attributes.get("title") ??
      attributes.get("name") ??
      (/^(?:tab|details|expand|collapse)$/.test(name) ? bare(source) : "");
    return slash || title === "" ? "" : `\n\n**${title}**\n\n`;
  });
  return gitbook(done);
}

function kindOf(name: string, said: string) {
  if (/^(?:alert|callout|admonition|hint|notice|card)$/.test(name))
    return name === "card" ? undefined : (calloutKind(said) ?? "note");
  return calloutKind(name);
}

function gitbook(text: string): string {
  return text
    .replace(
      /^([ \t]*)\{%-?\s*hint\b([^%\n]*)%\}[ \t]*$/gm,
      (_, indent: string, source: string) =>
        `${indent}${openCallout(calloutKind(attributesOf(source).get("style") ?? "") ?? "note", "")}`,
    )
    .replace(/^([ \t]*)\{%-?\s*endhint\s*-?%\}[ \t]*$/gm, `$1${closeCallout}`)
    .replace(
      /^([ \t]*)\{%-?\s*(?:tab|step|code|file)\b[^%\n]*?title="([^"\n]*)"[^%\n]*%\}[ \t]*$/gm,
      "\n$1**$2**\n",
    )
    .replace(/^([ \t]*)\{%-?\s*embed\b[^%\n]*?url="([^"\n]*)"[^%\n]*%\}[ \t]*$/gm, "$1[$2](<$2>)")
    .replace(
      /^[ \t]*\{%-?\s*(?:end)?(?:tabs?|steps?|stepper|code|embed|content-ref|columns?|file)\b[^%\n]*%\}[ \t]*$/gm,
      "",
    );
}
