import { ActionIcon, Button, Select } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { X } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { OnCall } from "../../../../server/escalation/oncall.ts";
import documentClasses from "../document/document.module.css";
import { edited } from "../document/edited.ts";
import { useFault } from "../document/problems.ts";
import type { Person } from "./OnCallPage.tsx";
import classes from "./oncall.module.css";
import { type NameOf, overrideText } from "./oncallchanges.ts";

type Props = {
  plan: OnCall;
  people: readonly Person[];
  name: NameOf;
  onChange: (plan: OnCall) => void;
};

/** Somebody takes a turn for somebody else. */
export function Overrides({ plan, people, name, onChange }: Props) {
  const fault = useFault("overrides");
  return (
    <section className={documentClasses.section} aria-labelledby="stand-in-title">
      <h2 id="stand-in-title">{m.oncall_stand_ins()}</h2>
      <ul className={classes.turns}>
        {plan.overrides.map((entry, index) => (
          <li key={`${entry.rotation} ${entry.person} ${entry.from}`}>
            <span>
              {overrideText(entry, name)} <small>{entry.rotation}</small>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={m.setup_remove({ name: overrideText(entry, name) })}
              onClick={() =>
                onChange(edited(plan, ({ overrides }) => void overrides.splice(index, 1)))
              }
            >
              <X size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {fault && <p className={classes.fault}>{fault}</p>}
      <AddOverride plan={plan} people={people} onChange={onChange} />
    </section>
  );
}

const instantOf = (local: string): string => new Date(local.replace(" ", "T")).toISOString();

function AddOverride({ plan, people, onChange }: Omit<Props, "name">) {
  const [rotation, setRotation] = useState(plan.rotations[0]?.id ?? "");
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const add = () => {
    const entry = { rotation, person: person!, from: instantOf(from!), to: instantOf(to!) };
    onChange(edited(plan, ({ overrides }) => void overrides.push(entry)));
    setPerson(null);
  };
  const time = { size: "xs", w: "11rem", valueFormat: "YYYY-MM-DD HH:mm" } as const;
  return (
    <div className={classes.fields}>
      <Select
        size="xs"
        label={m.oncall_rotation()}
        allowDeselect={false}
        value={rotation}
        data={plan.rotations.map(({ id }) => id)}
        onChange={(id) => id && setRotation(id)}
      />
      <Select
        size="xs"
        searchable
        label={m.oncall_person()}
        value={person}
        data={people
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setPerson}
      />
      <DateTimePicker {...time} label={m.oncall_starts()} value={from} onChange={setFrom} />
      <DateTimePicker {...time} label={m.oncall_ends()} value={to} onChange={setTo} />
      <Button variant="default" disabled={!person || !from || !to} onClick={add}>
        {m.setup_add()}
      </Button>
    </div>
  );
}
