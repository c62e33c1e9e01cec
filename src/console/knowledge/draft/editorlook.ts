/** Markdown as it is typed: its marks quiet, headings and placeholders easy to find. */
import { syntaxTree } from "@codemirror/language";
import type { Range } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";

const classOf: Record<string, string> = {
  HeaderMark: "md-mark",
  EmphasisMark: "md-mark",
  CodeMark: "md-mark",
  LinkMark: "md-mark",
  QuoteMark: "md-mark",
  ListMark: "md-mark",
  URL: "md-address",
  StrongEmphasis: "md-strong",
  Emphasis: "md-emphasis",
  InlineCode: "md-code",
  FencedCode: "md-code",
};

function nodeClass(name: string): string | undefined {
  return /^(?:ATX|Setext)Heading/.test(name) ? "md-heading" : classOf[name];
}

function marksIn(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const name = nodeClass(node.name);
        if (name && node.to > node.from) {
          marks.push(Decoration.mark({ class: name }).range(node.from, node.to));
        }
      },
    });
  }
  return Decoration.set(marks, true);
}

const syntaxMarks = ViewPlugin.define(
  (view) => ({
    decorations: marksIn(view),
    update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate) {
      const isParsed = syntaxTree(startState) !== syntaxTree(state);
      if (docChanged || viewportChanged || isParsed) this.decorations = marksIn(view);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

/** `[NAME]`, as promotion left it in place of something personal. */
const placeholders = new MatchDecorator({
  regexp: /\\?\[[A-Z][A-Z_0-9]+\\?\](?!\()/g,
  decoration: Decoration.mark({ class: "md-placeholder" }),
});

const placeholderMarks = ViewPlugin.define(
  (view) => ({
    decorations: placeholders.createDeco(view),
    update(update: ViewUpdate) {
      this.decorations = placeholders.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

const look = EditorView.theme({
  "&": { color: "var(--color-text)", backgroundColor: "transparent", fontSize: "var(--text-s)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono), var(--font-cjk)", lineHeight: "1.65" },
  ".cm-content": { padding: "var(--space-3) 0", caretColor: "var(--color-accent)" },
  ".cm-line": { padding: "0 var(--space-4)" },
  ".cm-content ::selection, .cm-content::selection": { backgroundColor: "var(--color-mark)" },
  ".md-heading": { fontWeight: "var(--weight-strong)" },
  ".md-strong": { fontWeight: "var(--weight-strong)" },
  ".md-emphasis": { fontStyle: "italic" },
  ".md-mark, .md-address": { color: "var(--color-muted)", fontWeight: "var(--weight-text)" },
  ".md-code": { backgroundColor: "var(--color-surface)" },
  ".md-placeholder": {
    padding: "0 0.125rem",
    color: "var(--color-open)",
    backgroundColor: "var(--color-open-soft)",
    borderRadius: "0.25rem",
  },
});

export const markdownLook = [syntaxMarks, placeholderMarks, look];
