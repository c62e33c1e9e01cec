import { defaultSchema, type Options } from "rehype-sanitize";

/**
 * What may be in an article's HTML: the default list of GitHub, and our callouts.
 * Raw HTML never gets this far as elements: its nodes are unknown to the sanitiser and dropped.
 */
export const articleSchema: Options = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    div: [
      ["className", "callout", /^callout-[a-z]+$/],
      ["role", "note"],
    ],
    p: [["className", "callout-title"]],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ["http", "https", "mailto", "tel"],
  },
  // Ids can only come from footnotes, which carry this prefix already.
  clobber: [],
};
