import type { Answers, Form, FormField } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import type { Choice } from "./definition.ts";
import { FilesField } from "./FilesField.tsx";
import { ChoiceField, type FieldProps, SelectField, TextField } from "./fields.tsx";
import { useTo } from "./language.ts";
import { placeOf } from "./placing.ts";
import { SinceField } from "./SinceField.tsx";
import type { FilesModel } from "./useFiles.ts";

type Props = Omit<FieldProps, "answer"> & {
  form: Form;
  answers: Answers;
  files: FilesModel;
  categories: readonly Choice[];
  modules: readonly Choice[];
  maxBytes: number;
  /** Whether the script has taken over from the plain form. */
  ready: boolean;
};

/** One field of the form's definition as the control that its type calls for. */
export function Question(props: Props) {
  const { locale } = useTo();
  const { field, form, answers, files, categories, modules, maxBytes, ready, ...rest } = props;
  const own: FieldProps = { field, answer: answers[field.id], ...rest };
  switch (field.type) {
    case "choice":
      return <ChoiceField {...own} />;
    case "category":
      return <SelectField {...own} choices={categories} />;
    case "module":
      return <SelectField {...own} choices={modules} />;
    case "select":
      return <SelectField {...own} choices={optionsOf(field, locale)} />;
    case "since":
      return <SinceField {...own} ready={ready} />;
    case "files": {
      const items = files.items.filter((item) => placeOf(form, answers, item.field) === field.id);
      return <FilesField {...own} {...{ files, items, maxBytes, ready }} />;
    }
    default:
      return <TextField {...own} />;
  }
}

const optionsOf = ({ options }: FormField, locale: Locale): Choice[] =>
  options.map(({ id, label }) => ({ id, title: label[locale] }));
