/** What speaks against a document of templates, besides its form. */
import { locales } from "../../content/schema.ts";
import { emptyTexts, type Finding, repeated } from "./finding.ts";
import { rulesOf } from "./purposes.ts";
import { placeholder, placeholdersIn } from "./templatefill.ts";
import type { Fill, Template, Templates, Variable, VariableType } from "./templates.ts";

export type TemplateCode =
  | "template_duplicate_id"
  | "template_duplicate_variable"
  | "text_empty"
  /** A brace that belongs to no placeholder: the customer would see it. */
  | "template_stray_brace"
  | "template_placeholder_without_variable"
  | "template_variable_without_placeholder"
  /** One language uses a variable, the other doesn't. */
  | "template_languages_differ"
  /** The purpose can't do without this variable. */
  | "template_required_variable_missing"
  | "template_required_variable_type"
  /** What fills it is never of its type. */
  | "template_fill_type";

type Found = Finding<TemplateCode>;
type Path = Found["path"];

/** Everything that speaks against the templates; empty when they may be saved. */
export const checkTemplates = ({ templates }: Templates): Found[] => [
  ...repeated(templates).map(
    ({ index, id }): Found => ({
      code: "template_duplicate_id",
      path: ["templates", index, "id"],
      values: { id },
    }),
  ),
  ...templates.flatMap((template, index) => checkTemplate(template, ["templates", index])),
];

const checkTemplate = (template: Template, path: Path): Found[] => [
  ...emptyTexts(template.name, [...path, "name"]),
  ...emptyTexts(template.body, [...path, "body"]),
  ...checkPlaceholders(template, path),
  ...checkNeeds(template, [...path, "variables"]),
  ...template.variables.flatMap((_, index) => checkVariable(template, index, path)),
];

const checkPlaceholders = ({ body, variables }: Template, path: Path): Found[] =>
  locales.flatMap((locale) => {
    const at = [...path, "body", locale];
    const strangers = placeholdersIn(body[locale]).filter(
      (name) => !variables.some((variable) => variable.name === name),
    );
    const stray = /[{}]/.test(body[locale].replace(placeholder, ""));
    return [
      ...strangers.map(
        (name): Found => ({
          code: "template_placeholder_without_variable",
          path: at,
          values: { name },
        }),
      ),
      ...(stray ? [{ code: "template_stray_brace", path: at, values: {} } satisfies Found] : []),
    ];
  });

function checkNeeds({ purpose, variables }: Template, path: Path): Found[] {
  return Object.entries(rulesOf(purpose).needs).flatMap(([name, type]): Found[] => {
    const index = variables.findIndex((variable) => variable.name === name);
    const values = { name, type, purpose };
    if (index < 0) return [{ code: "template_required_variable_missing", path, values }];
    if (variables[index]!.type === type) return [];
    return [{ code: "template_required_variable_type", path: [...path, index, "type"], values }];
  });
}

function checkVariable({ body, variables }: Template, index: number, path: Path): Found[] {
  const variable = variables[index]!;
  const { name } = variable;
  const at = [...path, "variables", index];
  const found: Found[] = emptyTexts(variable.label, [...at, "label"]);
  if (variables.findIndex((other) => other.name === name) < index)
    found.push({ code: "template_duplicate_variable", path: [...at, "name"], values: { name } });
  if (!isTypeOf(variable))
    found.push({
      code: "template_fill_type",
      path: [...at, "fill"],
      values: { name, fill: variable.fill, type: variable.type },
    });
  return [...found, ...usesOf(body, name, path, at)];
}

function usesOf(body: Template["body"], name: string, path: Path, at: Path): Found[] {
  const without = locales.filter((locale) => !placeholdersIn(body[locale]).includes(name));
  if (without.length === locales.length)
    return [
      { code: "template_variable_without_placeholder", path: [...at, "name"], values: { name } },
    ];
  return without.map((locale) => ({
    code: "template_languages_differ",
    path: [...path, "body", locale],
    values: { name, locale },
  }));
}

const typesOf: Record<Exclude<Fill, "by_hand">, readonly VariableType[]> = {
  ticket_number: ["text"],
  customer_name: ["text"],
  agent_name: ["text"],
  promise: ["time", "duration"],
  first_reply_due: ["time", "duration"],
  article: ["link"],
};

const isTypeOf = ({ fill, type }: Variable): boolean =>
  fill === "by_hand" || typesOf[fill].includes(type);
