import fc from "fast-check";
import { expect, test } from "vitest";
import { slugSchema } from "#content/schema.ts";
import { freeSlug, proposeSlug } from "#server/articles/slug.ts";

test.each([
  ["Camera won't connect to Wi-Fi", "camera-wont-connect-to-wi-fi"],
  ["  Café: 2.4 GHz & Übertragung! ", "cafe-2-4-ghz-ubertragung"],
  ["[NAME] can't sign in", "cant-sign-in"],
  ["门铃连不上 Wi-Fi", "kb-000123"],
  ["???", "kb-000123"],
  [
    "A very long title about the things that happen when nobody cuts it short",
    "a-very-long-title-about-the-things-that-happen-when-nobody",
  ],
])("%s -> %s", (title, slug) => {
  expect(proposeSlug(title, "kb-000123")).toBe(slug);
});

test("every proposal is a slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      expect(slugSchema.safeParse(proposeSlug(title, "kb-000123")).success).toBe(true);
    }),
  );
});

test("a taken slug gets the first free number", () => {
  expect(freeSlug("reset", new Set())).toBe("reset");
  expect(freeSlug("reset", new Set(["reset", "reset-2"]))).toBe("reset-3");
  expect(freeSlug("index", new Set())).toBe("index-2");
});
