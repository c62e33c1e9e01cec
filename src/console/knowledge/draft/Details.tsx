import { MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import { m } from "#messages";
import { htmlLang, type Locale } from "../../../../content/schema.ts";
import { articlePath } from "../../../paths.ts";
import { currentLocale } from "../../language.ts";
import { useSettings } from "../../settings.ts";
import type { Draft } from "../records.ts";
import { dayWord, languageWord } from "../words.ts";
import classes from "./draft.module.css";
import type { Fields } from "./fields.ts";
import { faultsOf } from "./fields.ts";

type Props = {
  draft: Draft;
  fields: Fields;
  isLocked: boolean;
  onChange: (part: Partial<Fields>) => void;
};

const audiences = {
  public: m.knowledge_audience_public,
  customers: m.knowledge_audience_customers,
  internal: m.knowledge_audience_internal,
};

/** Where the article stands, for whom, and by which words it is found. */
export function Details({ draft, fields, isLocked, onChange }: Props) {
  const { categories, modules } = useSettings();
  const locale = draft.locale as Locale;
  const named = (list: typeof modules) =>
    list.map(({ id, label }) => ({ value: id, label: label[currentLocale()] }));
  const isPlaced = draft.baseSha !== null;
  const address = articlePath(locale, fields.category, fields.slug);
  return (
    <div className={classes.details}>
      <TagsInput
        label={m.knowledge_aliases()}
        description={m.knowledge_aliases_hint()}
        value={fields.aliases}
        lang={htmlLang[locale]}
        onChange={(aliases) => onChange({ aliases: aliases.map((text) => text.slice(0, 200)) })}
        maxTags={60}
        splitChars={[";", "；"]}
        acceptValueOnBlur
        readOnly={isLocked}
        size="xs"
      />
      <Select
        label={m.knowledge_column_category()}
        data={named(categories)}
        value={fields.category}
        onChange={(category) => category && onChange({ category })}
        allowDeselect={false}
        disabled={isLocked}
      />
      <TextInput
        label={m.knowledge_slug()}
        description={isPlaced ? m.knowledge_slug_moves({ address }) : address}
        value={fields.slug}
        onChange={(event) => onChange({ slug: event.currentTarget.value.trim().toLowerCase() })}
        error={faultsOf(fields).includes("slug_form") && m.knowledge_slug_wrong()}
        inputWrapperOrder={["label", "input", "description", "error"]}
        maxLength={120}
        disabled={isLocked}
      />
      <MultiSelect
        label={m.knowledge_modules()}
        data={named(modules)}
        value={fields.modules}
        onChange={(modules) => onChange({ modules })}
        readOnly={isLocked}
        searchable
        size="xs"
      />
      <Select
        label={m.knowledge_audience()}
        data={Object.entries(audiences).map(([value, label]) => ({ value, label: label() }))}
        value={fields.audience}
        onChange={(audience) => audience && onChange({ audience: audience as Fields["audience"] })}
        allowDeselect={false}
        disabled={isLocked}
        {...(fields.audience !== "public" && { description: m.knowledge_audience_hidden() })}
      />
      <dl className={classes.fixed}>
        <div>
          <dt>{m.knowledge_column_language()}</dt>
          <dd>{languageWord(locale)}</dd>
        </div>
        <div>
          <dt>{m.knowledge_id()}</dt>
          <dd>{draft.articleId}</dd>
        </div>
        {draft.frontMatter.review_by && (
          <div>
            <dt>{m.knowledge_column_review()}</dt>
            <dd>{dayWord(draft.frontMatter.review_by)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
