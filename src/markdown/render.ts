import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { rehypeSteps, remarkSteps } from "./index.ts";
import type { Outline } from "./sections.ts";

export type { Heading, Outline, Section } from "./sections.ts";

/** An article's body as the page, search and structured data need it. */
export type RenderedArticle = Outline & { html: string };

/** Where the article lies: `place` is `<locale>/<category>/<slug>`, from which its links are resolved. */
export type RenderOptions = { locale: Locale; place: string };

type Processor = ReturnType<typeof createMarkdownProcessor>;

const processors = new Map<Locale, Processor>();

/**
 * Renders Markdown without its front matter. The site, the resident renderer and the preview all
 * call this, so that a reviewer sees what the reader will get. Same input, same bytes.
 */
export async function renderMarkdown(
  markdown: string,
  { locale, place }: RenderOptions,
): Promise<RenderedArticle> {
  const processor = await processorFor(locale);
  const { code, metadata } = await processor.render(markdown, { frontmatter: { place } });
  return { html: code, ...(metadata.frontmatter.outline as Outline) };
}

function processorFor(locale: Locale): Processor {
  const known = processors.get(locale) ?? createProcessor(locale);
  processors.set(locale, known);
  return known;
}

function createProcessor(locale: Locale): Processor {
  return createMarkdownProcessor({
    // The dialect is ours (content/syntax.ts), quotes stay as written, and code needs no colours.
    gfm: false,
    smartypants: false,
    syntaxHighlight: false,
    remarkPlugins: remarkSteps(locale) as never,
    rehypePlugins: rehypeSteps(locale) as never,
    remarkRehype: {
      footnoteLabel: m.site_footnotes({}, { locale }),
      footnoteBackLabel: m.site_footnote_back({}, { locale }),
    },
  });
}
