import fc from "fast-check";
import { expect, test } from "vitest";
import { isLuhn, isMod112 } from "#server/articles/checksums.ts";

test.each([
  ["11010519491231002X", true],
  ["11010519491231002x", true],
  ["110105194912310021", false],
  ["440524188001010014", true],
  ["1101051949123100", false],
])("identity number %s: %s", (id, valid) => {
  expect(isMod112(id)).toBe(valid);
});

test.each([
  ["4111111111111111", true],
  ["378282246310005", true],
  ["6222021234567890", false],
  ["", false],
  ["4111-1111", false],
])("card %s: %s", (digits, valid) => {
  expect(isLuhn(digits)).toBe(valid);
});

test("one wrong digit is always noticed", () => {
  const change = fc.tuple(fc.nat(15), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(change, ([at, by]) => {
      const digits = [..."4111111111111111"];
      digits[at] = String((Number(digits[at]) + by) % 10);
      expect(isLuhn(digits.join(""))).toBe(false);
    }),
  );
});

test("an identity number is valid where ISO 7064 says so: its weighted sum leaves 1 of 11", () => {
  const value = (character: string) => (character === "X" ? 10 : Number(character));
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{17}$/), (prefix) => {
      const fitting = [..."0123456789X"].filter((check) => isMod112(prefix + check));
      const sum = [...prefix, ...fitting].reduce(
        (total, character, i) => (total + value(character) * 2 ** (17 - i)) % 11,
        0,
      );
      expect({ count: fitting.length, sum }).toEqual({ count: 1, sum: 1 });
    }),
  );
});
