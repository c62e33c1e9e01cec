import { ActionIcon, Button, NumberInput, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { ArrowDown, ArrowUp, Trash2, X } from "lucide-react";
import { m } from "#messages";
import type { Rotation } from "../../../../server/escalation/oncall.ts";
import { timeTyped } from "../calendars/hours.ts";
import { moved } from "../document/edited.ts";
import { useFault } from "../document/problems.ts";
import type { Person } from "./OnCallPage.tsx";
import classes from "./oncall.module.css";

type Props = {
  rotation: Rotation;
  /** Its place in the plan. */
  index: number;
  people: readonly Person[];
  onChange: (rotation: Rotation) => void;
  onRemove: () => void;
};

/** Who takes turns, for how long, and when one hands over to the next. */
export function RotationFields(props: Props) {
  const { rotation, index, onChange, onRemove } = props;
  const set = (fields: Partial<Rotation>) => onChange({ ...rotation, ...fields });
  const at = ["rotations", index] as const;
  return (
    <fieldset className={classes.rotation}>
      <legend className="visually-hidden">{rotation.id}</legend>
      <div className={classes.fields}>
        <TextInput
          label={m.oncall_name()}
          value={rotation.id}
          error={useFault(...at, "id")}
          onChange={(event) => set({ id: event.currentTarget.value })}
        />
        <NumberInput
          size="xs"
          w="6rem"
          label={m.oncall_days()}
          min={1}
          max={31}
          value={rotation.days}
          error={useFault(...at, "days")}
          onChange={(days) => typeof days === "number" && set({ days })}
        />
        <TextInput
          w="6rem"
          label={m.oncall_handover_at()}
          value={rotation.handoverAt}
          error={useFault(...at, "handoverAt")}
          onChange={(event) => set({ handoverAt: event.currentTarget.value })}
          onBlur={(event) => set({ handoverAt: timeTyped(event.currentTarget.value) })}
        />
        <DateInput
          size="xs"
          w="9rem"
          label={m.oncall_from()}
          valueFormat="YYYY-MM-DD"
          value={rotation.from}
          onChange={(from) => from && set({ from })}
        />
        <Select
          size="xs"
          searchable
          allowDeselect={false}
          label={m.times_zone()}
          value={rotation.tz}
          data={[...new Set([rotation.tz, "UTC", ...Intl.supportedValuesOf("timeZone")])]}
          error={useFault(...at, "tz")}
          onChange={(tz) => tz && set({ tz })}
        />
      </div>
      <Turns {...props} />
      <Button
        variant="subtle"
        color="breached"
        size="compact-xs"
        leftSection={<Trash2 size={12} aria-hidden="true" />}
        onClick={onRemove}
      >
        {m.setup_remove({ name: rotation.id })}
      </Button>
    </fieldset>
  );
}

function Turns({ rotation, index, people, onChange }: Props) {
  const fault = useFault("rotations", index, "people");
  const order = rotation.people;
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  const set = (next: string[]) => onChange({ ...rotation, people: next });
  const free = people.filter(({ active, id }) => active && !order.includes(id));
  return (
    <div>
      <p className={classes.label}>{m.oncall_order()}</p>
      <ol className={classes.turns}>
        {order.map((id, place) => (
          <li key={id}>
            <span>{name(id)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={place === 0}
              aria-label={m.setup_move_up({ name: name(id) })}
              onClick={() => set(moved(order, place, -1))}
            >
              <ArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={place === order.length - 1}
              aria-label={m.setup_move_down({ name: name(id) })}
              onClick={() => set(moved(order, place, 1))}
            >
              <ArrowDown size={14} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={m.setup_remove({ name: name(id) })}
              onClick={() => set(order.filter((other) => other !== id))}
            >
              <X size={14} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Select
        size="xs"
        w="14rem"
        searchable
        aria-label={m.oncall_person_add()}
        placeholder={m.oncall_person_add()}
        value={null}
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        error={fault}
        onChange={(id) => id && set([...order, id])}
      />
    </div>
  );
}
