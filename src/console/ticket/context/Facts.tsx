import { Progress } from "@mantine/core";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { intlLocale } from "../../language.ts";
import { flagName, tagName } from "../../settings/rules/names.ts";
import { nameOf, useSettings } from "../../settings.ts";
import { causeName } from "../../words/causes.ts";
import { channelName } from "../../words/channels.ts";
import { kindName } from "../../words/grades.ts";
import classes from "./context.module.css";

/** The ticket's fields. */
export function Facts({ ticket }: { ticket: Ticket }) {
  const { categories, modules, forms } = useSettings();
  const fields = forms.find(({ id }) => id === "contact")?.fields ?? [];
  const optionName = (field: string, value: string) =>
    nameOf(fields.find(({ id }) => id === field)?.options ?? [], value);
  const rows: [string, string][] = [
    [m.console_field_kind(), kindName(ticket.kind)],
    [m.console_field_category(), ticket.category && nameOf(categories, ticket.category)],
    [m.console_field_module(), ticket.module && nameOf(modules, ticket.module)],
    [m.console_field_impact(), ticket.impact && optionName("impact", ticket.impact)],
    [m.console_field_urgency(), ticket.urgency && optionName("urgency", ticket.urgency)],
    [m.console_field_marks(), ticket.flags.map(flagName).join(m.rules_s_list())],
    [m.rules_field_tag(), ticket.tag && tagName(ticket.tag, (id) => nameOf(modules, id))],
    [m.console_field_channel(), channelName(ticket.channel)],
    [m.console_field_cause(), ticket.causeTag ? causeName(ticket.causeTag) : ""],
  ];
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      <Completeness share={ticket.completeness} />
    </dl>
  );
}

/** How many of the facts that were asked for the customer gave. */
function Completeness({ share }: { share: number }) {
  const text = new Intl.NumberFormat(intlLocale(), { style: "percent" }).format(share / 100);
  return (
    <div>
      <dt>{m.console_field_completeness()}</dt>
      <dd className={classes.completeness}>
        <Progress value={share} size={4} aria-hidden="true" className={classes.progress ?? ""} />
        {text}
      </dd>
    </div>
  );
}
