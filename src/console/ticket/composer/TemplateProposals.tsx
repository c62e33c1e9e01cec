import { Button } from "@mantine/core";
import { m } from "#messages";
import type { Locale } from "../../../../content/schema.ts";
import { firstPurpose, type Template } from "../../../../server/tickets/templates.ts";
import type { Ticket } from "../../api.ts";
import { currentLocale } from "../../language.ts";
import { serverNow } from "../../time/now.ts";
import { standingOf } from "../../time/standing.ts";
import classes from "./advice.module.css";
import { type Situation, suggestedTemplates } from "./suggested.ts";
import { levelOfTicket } from "./useTemplate.ts";

type Props = {
  ticket: Ticket;
  templates: readonly Template[];
  onChoose: (template: Template) => void;
};

/** Texts to begin with that fit what was written and how the ticket stands. */
export function TemplateProposals({ ticket, templates, onChoose }: Props) {
  const found = suggestedTemplates(templates, situationOf(ticket));
  if (found.length === 0) return null;
  const locale = currentLocale();
  return (
    <p className={classes.begin}>
      <span>{m.console_begin_with()}</span>
      {found.map((template) => (
        <Button
          key={template.id}
          variant="default"
          size="compact-xs"
          onClick={() => onChoose(template)}
        >
          {template.name[locale]}
        </Button>
      ))}
    </p>
  );
}

function situationOf(ticket: Ticket): Situation {
  const { kind, category, flags, messages, subject, status, clocks } = ticket;
  const now = serverNow();
  const promise = clocks.find(({ metric, stoppedAt }) => metric === "promise" && !stoppedAt);
  const said = messages.filter((message) => message.kind === "customer").map(({ body }) => body);
  return {
    locale: ticket.locale as Locale,
    said: [subject, ...said].join("\n"),
    status,
    isUnanswered: !messages.some((message) => message.kind === "public"),
    isLate: promise !== undefined && ["risk", "late"].includes(standingOf(promise, now)),
    first: firstPurpose({ kind, category, flags, level: levelOfTicket(ticket) }),
  };
}
