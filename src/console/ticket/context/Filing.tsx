import { NativeSelect, Switch } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { Kind } from "../../../../server/sla/log.ts";
import { client, type Ticket } from "../../api.ts";
import { ReasonDialog } from "../../look/ReasonDialog.tsx";
import { type Named, nameOf, useSettings } from "../../settings.ts";
import { kindIds, kindName } from "../../words/grades.ts";
import { refreshTickets, seenOf } from "../seen.ts";
import classes from "./context.module.css";
import { type Filed, filedOf, isMarkedPublic, isSameFiling, markedPublic } from "./filed.ts";

type Props = { ticket: Ticket; onClose: () => void };

/** Kind, topic, product and whether others can read it, with the reason for the change. */
export function Filing({ ticket, onClose }: Props) {
  const [filed, setFiled] = useState(() => filedOf(ticket));
  return (
    <ReasonDialog
      title={m.console_file_title({ number: `#${ticket.number}` })}
      action={m.console_file_do()}
      label={m.rules_change_reason()}
      hint={m.console_priority_reason_hint()}
      canSend={!isSameFiling(filed, filedOf(ticket))}
      onSend={(reason) => store(ticket, filed, reason).finally(refreshTickets)}
      onClose={onClose}
    >
      <Fields filed={filed} onChange={(part) => setFiled({ ...filed, ...part })} />
      <p className={classes.quiet}>{m.console_file_hint()}</p>
    </ReasonDialog>
  );
}

/** Another kind alone leaves the rules out of it: a person has said what it is. */
function store(ticket: Ticket, filed: Filed, reason: string): Promise<void> {
  const why = { ...seenOf(ticket), reason };
  const { kind, ...filing } = filed;
  const isOnlyKind = isSameFiling({ ...filed, kind: ticket.kind as Kind }, filedOf(ticket));
  return isOnlyKind
    ? client.tickets.changeKind.mutate({ ...why, kind })
    : client.tickets.refile.mutate({ ...why, ...filing, kind });
}

type FieldProps = { filed: Filed; onChange: (part: Partial<Filed>) => void };

function Fields({ filed, onChange }: FieldProps) {
  const { categories, modules } = useSettings();
  return (
    <div className={classes.filing}>
      <NativeSelect
        size="xs"
        data-autofocus
        label={m.console_field_kind()}
        data={kindIds.map((value) => ({ value, label: kindName(value) }))}
        value={filed.kind}
        onChange={(event) => onChange({ kind: event.currentTarget.value as Kind })}
      />
      <NativeSelect
        size="xs"
        label={m.console_field_category()}
        data={choicesOf(categories, filed.category)}
        value={filed.category}
        onChange={(event) => onChange({ category: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={m.console_field_module()}
        data={choicesOf(modules, filed.module)}
        value={filed.module}
        onChange={(event) => onChange({ module: event.currentTarget.value })}
      />
      <Switch
        size="xs"
        className={classes.wide ?? ""}
        label={m.console_file_public()}
        description={m.console_file_public_hint()}
        checked={isMarkedPublic(filed)}
        onChange={(event) => onChange(markedPublic(filed, event.currentTarget.checked))}
      />
    </div>
  );
}

/** Nothing, everything of the company, and what the ticket has although the company has it no more. */
function choicesOf(list: readonly Named[], now: string) {
  const ids = [...new Set(["", ...list.map(({ id }) => id), now])];
  return ids.map((value) => ({
    value,
    label: value ? nameOf(list, value) : m.console_file_none(),
  }));
}
