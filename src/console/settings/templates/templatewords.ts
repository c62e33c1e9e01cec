import { m } from "#messages";
import type {
  Fill,
  Purpose,
  Template,
  Templates,
  VariableType,
} from "../../../../server/tickets/templates.ts";
import { currentLocale } from "../../language.ts";
import type { Change } from "../document/ChangeList.tsx";
import { isSame } from "../document/localdraft.ts";

export const purposeNames: Record<Purpose, () => string> = {
  received: m.template_purpose_received,
  progress: m.template_purpose_progress,
  delay: m.template_purpose_delay,
  resolved: m.template_purpose_resolved,
  third_party: m.template_purpose_third_party,
  calm_first: m.template_purpose_calm_first,
  l1_first: m.template_purpose_l1_first,
  compensation: m.template_purpose_compensation,
  verify: m.template_purpose_verify,
  custom: m.template_purpose_custom,
};

export const typeNames: Record<VariableType, () => string> = {
  text: m.template_type_text,
  time: m.template_type_time,
  duration: m.template_type_duration,
  number: m.template_type_number,
  link: m.template_type_link,
};

export const fillNames: Record<Fill, () => string> = {
  by_hand: m.template_fill_by_hand,
  ticket_number: m.template_fill_ticket_number,
  customer_name: m.template_fill_customer_name,
  agent_name: m.template_fill_agent_name,
  promise: m.template_fill_promise,
  first_reply_due: m.template_fill_first_reply_due,
  article: m.template_fill_article,
};

/** For lists of choices. */
export const choices = <T extends string>(names: Record<T, () => string>) =>
  (Object.keys(names) as T[]).map((value) => ({ value, label: names[value]() }));

export const templateName = ({ name, id }: Template): string => name[currentLocale()] || id;

export function templateChanges(before: Templates, after: Templates): Change[] {
  const found = ({ templates }: Templates, id: string) => templates.find((it) => it.id === id);
  const ids = new Set([...before.templates, ...after.templates].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [one, two] = [found(before, id), found(after, id)];
    if (!one || !two)
      return [
        {
          what: m.template_one(),
          before: one ? templateName(one) : null,
          after: two ? templateName(two) : null,
        },
      ];
    return changesWithin(one, two);
  });
}

function changesWithin(one: Template, two: Template): Change[] {
  const name = templateName(two);
  const texts = (["en", "zh"] as const).flatMap((locale) => [
    { what: `${name} · ${localeName(locale)}`, before: one.body[locale], after: two.body[locale] },
    {
      what: `${name} · ${m.template_name()}`,
      before: one.name[locale],
      after: two.name[locale],
    },
  ]);
  const variables = ({ variables }: Template) => variables.map((it) => it.name).join(", ");
  return [
    ...texts,
    {
      what: `${name} · ${m.template_purpose()}`,
      before: purposeNames[one.purpose](),
      after: purposeNames[two.purpose](),
    },
    ...(isSame(one.variables, two.variables)
      ? []
      : [
          {
            what: `${name} · ${m.template_variables()}`,
            before: variables(one),
            after: `${variables(two)} `,
          },
        ]),
  ].filter((change) => change.before !== change.after);
}

export const localeName = (locale: "en" | "zh"): string =>
  locale === "en" ? m.template_english() : m.template_chinese();
