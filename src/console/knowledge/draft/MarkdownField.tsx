import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { type RefObject, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import classes from "./draft.module.css";
import { markdownLook } from "./editorlook.ts";

export type MarkdownHandle = {
  /** Selects the first place where the text stands between its neighbours, and shows it. */
  reveal(text: string, before?: string, after?: string): void;
  focus(): void;
};

type Props = {
  ref: RefObject<MarkdownHandle | null>;
  label: string;
  value: string;
  locale: Locale;
  isLocked: boolean;
  onChange: (value: string) => void;
};

/** The article's Markdown. Effects run before the next key, so that none is lost. Tab leaves the field, as it does everywhere else. */
export function MarkdownField({ ref, label, value, locale, isLocked, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const locks = useRef(new Compartment());
  const latest = useRef(onChange);
  latest.current = onChange;
  // The editor is made once; everything that can change is handed to it below.
  useLayoutEffect(() => {
    const tell = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const isTyped = transactions.some((step) => !step.isUserEvent("outside"));
      if (docChanged && isTyped) latest.current(state.doc.toString());
    });
    const attributes = EditorView.contentAttributes.of({
      "aria-label": label,
      lang: htmlLang[locale],
      spellcheck: "true",
    });
    view.current = new EditorView({
      parent: box.current!,
      doc: value,
      extensions: [
        history(),
        keymap.of([...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"), ...historyKeymap]),
        markdown({ base: markdownLanguage }),
        EditorView.lineWrapping,
        locks.current.of(lock(isLocked)),
        attributes,
        tell,
        markdownLook,
      ],
    });
    return () => view.current?.destroy();
  }, []);
  useLayoutEffect(() => replace(view.current!, value), [value]);
  useLayoutEffect(() => {
    view.current?.dispatch({ effects: locks.current.reconfigure(lock(isLocked)) });
  }, [isLocked]);
  useImperativeHandle(ref, () => ({
    reveal: (text, before = "", after = "") => reveal(view.current!, text, before, after),
    focus: () => view.current?.focus(),
  }));
  return <div ref={box} className={classes.editor} />;
}

const lock = (isLocked: boolean) => [
  EditorState.readOnly.of(isLocked),
  EditorView.editable.of(!isLocked),
];

/** What others changed arrives without moving the cursor further than needed. */
function replace(view: EditorView, value: string): void {
  const now = view.state.doc.toString();
  if (now === value) return;
  let start = 0;
  while (start < now.length && start < value.length && now[start] === value[start]) start++;
  let same = 0;
  const most = Math.min(now.length, value.length) - start;
  while (same < most && now.at(-1 - same) === value.at(-1 - same)) same++;
  view.dispatch({
    changes: {
      from: start,
      to: now.length - same,
      insert: value.slice(start, value.length - same),
    },
    userEvent: "outside",
  });
}

function reveal(view: EditorView, text: string, before: string, after: string): void {
  const found = view.state.doc.toString().indexOf(before + text + after);
  if (found < 0) return;
  const at = found + before.length;
  view.focus();
  view.dispatch({
    selection: { anchor: at, head: at + text.length },
    effects: EditorView.scrollIntoView(at, { y: "center" }),
  });
}
