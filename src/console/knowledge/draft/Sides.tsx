import { Tabs } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { m } from "#messages";
import type { Locale } from "../../../../content/schema.ts";
import type { Draft } from "../records.ts";
import { Changes } from "../review/Changes.tsx";
import { Checklist } from "../review/Checklist.tsx";
import { Details } from "./Details.tsx";
import classes from "./draft.module.css";
import type { Fields } from "./fields.ts";
import { Preview } from "./Preview.tsx";

type Props = {
  draft: Draft;
  fields: Fields;
  /** The side that is written. */
  text: ReactNode;
  /** One side at a time. */
  isNarrow: boolean;
  isLocked: boolean;
  onChange: (part: Partial<Fields>) => void;
};

const names = {
  text: m.knowledge_tab_text,
  preview: m.knowledge_preview,
  details: m.knowledge_tab_details,
  checklist: m.knowledge_tab_checklist,
  changes: m.knowledge_tab_changes,
};
type Side = keyof typeof names;

/** The text, and beside it, or in its place where there is no room, what belongs to it. */
export function Sides({ draft, fields, text, isNarrow, isLocked, onChange }: Props) {
  const [chosen, setChosen] = useState<Side>(isNarrow ? "text" : "preview");
  const side = !isNarrow && chosen === "text" ? "preview" : chosen;
  const shown = (Object.keys(names) as Side[])
    .filter((id) => isNarrow || id !== "text")
    .filter((id) => draft.file !== null || id !== "changes");
  const { confidence } = draft.frontMatter;
  return (
    <div className={classes.sides}>
      {!isNarrow && text}
      <Tabs
        value={side}
        onChange={(next) => setChosen((next ?? "preview") as Side)}
        keepMounted={false}
        classNames={{
          root: classes.beside ?? "",
          list: classes.tabs ?? "",
          panel: classes.panel ?? "",
        }}
      >
        <Tabs.List aria-label={m.knowledge_tabs()}>
          {shown.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {names[id]()}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {isNarrow && (
          <Tabs.Panel value="text" keepMounted>
            {text}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="preview" data-flush>
          <Preview
            fields={fields}
            locale={draft.locale as Locale}
            isValidated={confidence === "validated"}
          />
        </Tabs.Panel>
        <Tabs.Panel value="details">
          <Details draft={draft} fields={fields} isLocked={isLocked} onChange={onChange} />
        </Tabs.Panel>
        <Tabs.Panel value="checklist">
          <Checklist id={draft.id} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <Changes draft={draft} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
