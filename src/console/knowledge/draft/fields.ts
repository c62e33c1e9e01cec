/** The part of a draft that people write. */
import { z } from "zod";
import { audienceSchema, slugSchema } from "../../../../content/schema.ts";
import type { Draft } from "../records.ts";

export const fieldsSchema = z.object({
  title: z.string(),
  description: z.string(),
  body: z.string(),
  category: z.string(),
  slug: z.string(),
  modules: z.array(z.string()),
  aliases: z.array(z.string()),
  audience: audienceSchema,
  owner: z.string(),
});
export type Fields = z.infer<typeof fieldsSchema>;

export function fieldsOf({ frontMatter, body, category, slug }: Draft): Fields {
  const { title, description, modules, aliases, audience, owner } = frontMatter;
  return { title, description, body, category, slug, modules, aliases, audience, owner };
}

/** What `articles.save` takes. */
export function savingOf({ body, category, slug, ...frontMatter }: Fields) {
  return { body, category, slug, frontMatter };
}

export const sameFields = (a: Fields, b: Fields): boolean =>
  JSON.stringify(fieldsSchema.parse(a)) === JSON.stringify(fieldsSchema.parse(b));

export type Fault = "title_short" | "title_long" | "description_long" | "slug_form";

/** Why the server would refuse to keep these fields. */
export function faultsOf({ title, description, slug }: Fields): Fault[] {
  const faults: [Fault, boolean][] = [
    ["title_short", title.trim().length < 2],
    ["title_long", title.trim().length > 120],
    ["description_long", description.trim().length > 300],
    ["slug_form", !slugSchema.safeParse(slug).success],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}
