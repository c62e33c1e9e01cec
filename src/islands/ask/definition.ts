/** What the contact page is built from: the form, and what its choices are. Read at build time. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Form, formsSchema } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import { readSettings } from "../../catalog/settings.ts";
import { contentDir } from "../../catalog.ts";

export type Choice = { id: string; title: string };

/** `content/forms.yml`; the server has refused to start if it is faulty. */
export function contactForm(): Form {
  const forms = formsSchema.parse(parse(readFileSync(join(contentDir(), "forms.yml"), "utf8")));
  return forms.find(({ id }) => id === "contact") ?? forms[0]!;
}

export function moduleChoices(locale: Locale): Choice[] {
  const { modules } = readSettings(contentDir()).settings;
  return modules.map(({ id, title }) => ({ id, title: title[locale] }));
}

/** Largest attachment in bytes, as the server is told by its environment. */
export const largestFile = (): number => Number(process.env.MAX_FILE_BYTES) || 25 * 2 ** 20;
