import { isMap, parseDocument } from "yaml";

/** The front matter of a foreign file as it stands there, and the text behind it. */
export type Split =
  | { ok: true; fields: ReadonlyMap<string, unknown>; body: string }
  | { ok: false; reason: string };

const opening = /^\ufeff?\s*?(---|\+\+\+)[ \t]*\r?\n/;

/** Reads YAML between `---`, and the TOML between `+++` that Hugo writes. */
export function splitFile(text: string): Split {
  const start = opening.exec(text);
  if (!start) return { ok: true, fields: new Map(), body: text.replace(/^\ufeff/, "") };
  const fence = start[1]!;
  const rest = text.slice(start[0].length);
  const end = new RegExp(
    `^${fence === "---" ? "(?:---|\\.\\.\\.)" : "\\+\\+\\+"}[ \\t]*\\r?$`,
    "m",
  ).exec(rest);
  // A rule at the top of a text looks like the beginning of front matter.
  const isFields = /^\s*(?:#.*\n\s*)*(?:["']?[\w.-]+["']?[ \t]*[:=]|$)/.test(
    rest.slice(0, end?.index),
  );
  if (!isFields) return { ok: true, fields: new Map(), body: text };
  if (!end) {
    const reason = `The front matter is not closed: add a line with ${fence} behind its last field.`;
    return { ok: false, reason };
  }
  const head = rest.slice(0, end.index);
  const body = rest.slice(end.index + end[0].length).replace(/^\r?\n/, "");
  return fence === "---" ? yamlFields(head, body) : { ok: true, fields: tomlFields(head), body };
}

function yamlFields(head: string, body: string): Split {
  const document = parseDocument(head, { uniqueKeys: false });
  const fault = document.errors[0];
  if (fault) {
    const line = (fault.linePos?.[0].line ?? 1) + 1;
    const why = fault.message.split("\n")[0]!.replace(/ at line .*$/, "");
    return { ok: false, reason: `The front matter is not YAML. Line ${line}: ${why}.` };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return {
      ok: false,
      reason: "The front matter must consist of fields, one name: value a line.",
    };
  }
  try {
    return {
      ok: true,
      fields: new Map(Object.entries(document.toJS({ maxAliasCount: 50 }) ?? {})),
      body,
    };
  } catch {
    // Only references that multiply themselves get here.
    return {
      ok: false,
      reason: "The front matter refers to itself too often: write its values out.",
    };
  }
}

/** Values on one line, which is all that articles use of TOML; tables are other people's settings. */
function tomlFields(head: string): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const line of head.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) break;
    const [, key, value] = /^\s*["']?([\w.-]+)["']?\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (key && value) fields.set(key, tomlValue(value));
  }
  return fields;
}

function tomlValue(text: string): unknown {
  const array = /^\[(.*)\]/.exec(text);
  if (array)
    return [...array[1]!.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b);
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(text);
  if (quoted) return quoted[2] ?? quoted[1]!.replace(/\\(["\\])/g, "$1");
  const bare = text.replace(/\s+#.*$/, "");
  return bare === "true" ? true : bare === "false" ? false : bare;
}
