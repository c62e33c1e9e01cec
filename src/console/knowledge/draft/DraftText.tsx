import { Input, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import type { Draft } from "../records.ts";
import { HandChange } from "../review/HandChange.tsx";
import classes from "./draft.module.css";
import { Findings } from "./Findings.tsx";
import { type Fault, type Fields, faultsOf } from "./fields.ts";
import { MarkdownField, type MarkdownHandle } from "./MarkdownField.tsx";
import { foundElsewhere } from "./obstacles.ts";
import { StillFound } from "./StillFound.tsx";
import type { useDraftActions } from "./useDraftActions.ts";

type Props = {
  draft: Draft;
  fields: Fields;
  isLocked: boolean;
  onChange: (part: Partial<Fields>) => void;
  actions: ReturnType<typeof useDraftActions>;
};

const words: Record<Fault, () => string> = {
  title_short: m.knowledge_title_short,
  title_long: m.knowledge_title_long,
  description_long: m.knowledge_description_long,
  slug_form: m.knowledge_slug_wrong,
};

/** The side that is written: what was found in the ticket, title, one sentence, the text. */
export function DraftText({ draft, fields, isLocked, onChange, actions }: Props) {
  const editor = useRef<MarkdownHandle>(null);
  const lang = htmlLang[draft.locale as Locale];
  const faults = faultsOf(fields);
  const fault = (field: string) => {
    const found = faults.find((id) => id.startsWith(field));
    return found && words[found]();
  };
  const reveal = (text: string) => editor.current?.reveal(text);
  const isBusy = isLocked || actions.doing !== null;
  return (
    <div className={classes.text}>
      <HandChange draft={draft} onMerged={() => void actions.rebase()} />
      <Findings
        findings={draft.redactions}
        isLocked={isBusy}
        onReveal={reveal}
        onDecide={(decisions) => void actions.decide(decisions)}
      />
      <StillFound
        found={foundElsewhere(draft)}
        isLocked={isBusy}
        onReveal={({ places: [place] }) =>
          place && editor.current?.reveal(place.text, place.before, place.after)
        }
        onReplace={actions.replace}
        onKeep={(text) => void actions.decide([], [text])}
      />
      <TextInput
        label={m.knowledge_field_title()}
        value={fields.title}
        lang={lang}
        maxLength={140}
        readOnly={isLocked}
        error={fault("title")}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Textarea
        label={m.knowledge_field_description()}
        placeholder={m.knowledge_field_description_hint()}
        value={fields.description}
        lang={lang}
        autosize
        minRows={1}
        maxLength={320}
        readOnly={isLocked}
        error={fault("description")}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <div className={classes.field}>
        <Input.Label size="xs" labelElement="div" aria-hidden="true">
          {m.knowledge_field_body()}
        </Input.Label>
        <MarkdownField
          ref={editor}
          label={m.knowledge_field_body()}
          value={fields.body}
          locale={draft.locale as Locale}
          isLocked={isLocked}
          onChange={(body) => onChange({ body })}
        />
      </div>
    </div>
  );
}
