/** What goes along with a message unless its writer removes it. */
import type { Submission } from "../../../server/tickets/submission.ts";

export type Context = Submission["context"];

export const partKinds = [
  "page",
  "articles",
  "searches",
  "browser",
  "os",
  "screen",
  "timeZone",
] as const;
export type PartKind = (typeof partKinds)[number];

/** One thing that can be removed. `id` also names it among those that were removed. */
export type Part = { id: string; kind: PartKind; text: string };

/** @param titles of articles by id, for the reader; what is sent is the id. */
export function partsOf(context: Context, titles: Readonly<Record<string, string>>): Part[] {
  return partKinds.flatMap((kind) => {
    const value = context[kind];
    if (value === undefined) return [];
    if (typeof value === "string") return [{ id: kind, kind, text: value }];
    return value.map((one) => ({ id: `${kind}:${one}`, kind, text: titles[one] ?? one }));
  });
}

/** The context without the parts that were removed. */
export function withoutParts(context: Context, removed: readonly string[]): Context {
  const kept = partKinds.flatMap((kind): [PartKind, string | string[]][] => {
    const value = context[kind];
    if (value === undefined || removed.includes(kind)) return [];
    if (typeof value === "string") return [[kind, value]];
    const rest = value.filter((one) => !removed.includes(`${kind}:${one}`));
    return rest.length > 0 ? [[kind, rest]] : [];
  });
  return Object.fromEntries(kept);
}
