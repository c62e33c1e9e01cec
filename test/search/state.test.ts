/** A new base changes where articles stand in the index, never what is found. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyChange,
  type BaseState,
  type DeltaState,
  foundIn,
  sinceBase,
} from "#server/publishing/searchstate.ts";
import { article } from "./library.ts";

const names = ["a", "b", "c", "d"];
const keyOf = (name: string) => `en/x/${name}`;
const record = (name: string, version: number) => article(keyOf(name), name, `Version ${version}.`);
const hash = ({ key, sections }: ReturnType<typeof article>) => `${key} ${sections[0]?.text}`;

/** Which version of each article: 0 = there is none. */
const shelf = fc.record(Object.fromEntries(names.map((name) => [name, fc.nat(3)])));
type Shelf = Record<string, number>;

const there = (all: Shelf) =>
  Object.entries(all)
    .filter(([, version]) => version > 0)
    .map(([name, version]) => record(name, version));

const baseOf = (path: string, all: Shelf): BaseState => ({
  ...{ path, meta: "", vocabulary: "", averageLength: 1 },
  pages: Object.fromEntries(there(all).map((one) => [one.key, { id: path, hash: hash(one) }])),
});
const nothing = (base: BaseState): DeltaState => ({ base: base.path, changed: {}, removed: [] });
const change = (base: BaseState, delta: DeltaState, to: Shelf): DeltaState => {
  const gone = names.filter((name) => to[name] === 0).map(keyOf);
  return applyChange(delta, base, there(to), gone, hash);
};

test("whatever was published before and while it was built", () => {
  fc.assert(
    fc.property(fc.tuple(shelf, shelf, shelf, shelf), ([first, then, seen, last]) => {
      const old = baseOf("old", first);
      const delta = change(old, change(old, nothing(old), then), last);
      const next = baseOf("next", seen);
      const { known, unknown, gone } = sinceBase({ base: old, delta }, next, hash);
      const made = names
        .filter((name) => unknown.includes(keyOf(name)))
        .map((name) => record(name, last[name]!));
      const after = applyChange(nothing(next), next, [...known, ...made], gone, hash);
      const found = foundIn({ base: next, delta: after }, hash);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(there(last).map((one) => [one.key, hash(one)])),
      );
      expect(Object.keys(after.changed).length).toBeLessThanOrEqual(there(last).length);
    }),
  );
});

test("what the new base knows already is in no delta", () => {
  const old = baseOf("old", { a: 1, b: 1 });
  const delta = change(old, nothing(old), { a: 2, b: 1, c: 1 });
  const next = baseOf("next", { a: 2, b: 1, c: 1 });
  expect(sinceBase({ base: old, delta }, next, hash)).toEqual({ known: [], unknown: [], gone: [] });
});
