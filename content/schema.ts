/**
 * The contract of a knowledge-base file, read by the site, by publishing and by the importer.
 *
 * A file lies at `content/<locale>/<category>/<slug>.md`: the folders say the locale and the
 * category, the file name says the slug, and the front matter says everything else.
 * The same `id` in two locales means that the files are translations of each other.
 */
import { z } from "zod";

/** Locale ids used in paths and in the database. In HTML `zh` is written `zh-Hans`. */
export const locales = ["en", "zh"] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** The value of `lang=""` and `hreflang=""` for a locale. */
export const htmlLang: Record<Locale, string> = { en: "en", zh: "zh-Hans" };

/** Lower-case words joined by hyphens: safe as a folder, a file name and a URL. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens")
  .max(120);

/** A calendar day, `YYYY-MM-DD`. YAML dates are folded to the same form. */
export const daySchema = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);

/** Who may read the article. Only `public` reaches the static site. */
export const audienceSchema = z.enum(["public", "customers", "internal"]);

/** How far the article is trusted (KCS). Only `not_validated` and `validated` are published. */
export const confidenceSchema = z.enum(["wip", "not_validated", "validated", "archived"]);

export const frontMatterSchema = z
  .object({
    /** Stable and never reused, `kb-` and a number: `kb-000123`. Shared by translations. */
    id: z.string().regex(/^kb-\d{4,9}$/, "must look like kb-000123"),
    /** The problem or the task in the customer's words, without a full stop. At most 120 characters. */
    title: z.string().trim().min(2).max(120),
    /** One sentence for lists, search results and `<meta name="description">`. At most 300 characters. */
    description: z.string().trim().max(300).default(""),
    audience: audienceSchema.default("public"),
    confidence: confidenceSchema.default("validated"),
    /** `compliance` articles need their owner's approval before they change. */
    governance: z.enum(["experience", "compliance"]).default("experience"),
    /** The team that answers for the text. */
    owner: z.string().trim().max(80).default("support"),
    /** Product modules the article speaks of, by their id in `content/modules.yml`. */
    modules: z.array(z.string()).default([]),
    /** Keyed hashes of the tickets the article came from, never their numbers. */
    source_tickets: z.array(z.string()).default([]),
    created: daySchema,
    /** The day of the last change of substance, shown to the reader. */
    updated: daySchema.optional(),
    /** The day after which the owner is asked whether the text still holds. */
    review_by: daySchema.optional(),
    /** Searched words that the text itself does not use; indexed, not shown. */
    aliases: z.array(z.string().trim().min(1).max(200)).max(60).default([]),
    /** Ids of articles to show under the text, in this order. */
    related: z.array(z.string()).default([]),
    /** Addresses it had before, `category/slug` in its language: readers are led on from there. */
    redirect_from: z
      .array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/))
      .max(50)
      .default([]),
    /** Id of the article that took the place of an archived one: readers are led there. */
    replaced_by: z
      .string()
      .regex(/^kb-\d{4,9}$/, "must look like kb-000123")
      .optional(),
    /** Position in the home page's list of popular articles, 1 first; absent = not listed. */
    featured: z.number().int().positive().optional(),
  })
  .strict();

/** The front matter of one article as stored in its file, with defaults filled in. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A text in every locale. */
const localizedSchema = z.object({ en: z.string(), zh: z.string() });

/** `content/categories.yml`: the folders of the help center, in the order they are shown. */
export const categoriesSchema = z.array(
  z.object({
    /** The folder's name. */
    id: slugSchema,
    title: localizedSchema,
    description: localizedSchema,
    /** A lucide icon name, kebab-case. */
    icon: z.string().default("folder"),
  }),
);
export type Category = z.infer<typeof categoriesSchema>[number];

/** `content/modules.yml`: the parts of the product a ticket or an article can be about. */
export const modulesSchema = z.array(z.object({ id: slugSchema, title: localizedSchema }));
export type ProductModule = z.infer<typeof modulesSchema>[number];

/** `content/site.yml`: whose help center this is. */
export const siteSchema = z.object({
  name: localizedSchema,
  tagline: localizedSchema,
  /** Shown in the footer and never redacted as personal data. */
  hotline: z.string().default(""),
  hours: localizedSchema.default({ en: "", zh: "" }),
  email: z.string().default(""),
  /** Whether the desk is told when a customer has read an answer on the page of their request. */
  receipts: z.boolean().default(true),
});
export type Site = z.infer<typeof siteSchema>;

/** `content/synonyms.<locale>.yml`: groups of phrases that can stand for each other in a title. */
export const synonymsSchema = z.array(z.array(z.coerce.string().trim().min(1).max(60)).min(2));
export type Synonyms = z.infer<typeof synonymsSchema>;
