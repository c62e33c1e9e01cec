import { type Locale, locales } from "../../content/schema.ts";

/** What speaks against a document of settings, told so that a form can point at it. */
export type Finding<Code extends string> = {
  /** Names the message `console_setting_<code>`. */
  code: Code;
  /** From the document's root: `["templates", 2, "body", "zh"]`. */
  path: (string | number)[];
  /** Values for the sentence that tells it: names and ids as they stand in the document. */
  values: Record<string, string | number>;
};

/** Positions of ids that stand further up already. */
export const repeated = (items: readonly { id: string }[]): { index: number; id: string }[] =>
  items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) < index ? [{ index, id }] : [],
  );

/** The languages in which a text says nothing. */
export const emptyTexts = (
  text: Readonly<Record<Locale, string>>,
  path: readonly (string | number)[],
): Finding<"text_empty">[] =>
  locales
    .filter((locale) => !text[locale].trim())
    .map((locale) => ({ code: "text_empty", path: [...path, locale], values: {} }));
