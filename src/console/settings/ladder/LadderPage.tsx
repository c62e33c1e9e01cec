import { Button, NativeSelect, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { m } from "#messages";
import type { Ladder } from "../../../../server/escalation/ladder.ts";
import type { Priority } from "../../../../server/sla/log.ts";
import { trpc } from "../../api.ts";
import { priorityIds, priorityName } from "../../words/grades.ts";
import documentClasses from "../document/document.module.css";
import { edited } from "../document/edited.ts";
import { SettingsPage } from "../document/SettingsPage.tsx";
import { LevelFields } from "./LevelFields.tsx";
import classes from "./ladder.module.css";
import {
  causeIds,
  causeNames,
  chairs,
  ladderChanges,
  levelName,
  roleNames,
} from "./ladderwords.ts";
import { Paths } from "./Path.tsx";

/** Who is told when a ticket gets stuck. */
export const LadderPage = () => (
  <SettingsPage
    kind="ladder"
    title={m.setup_ladder()}
    intro={m.ladder_intro()}
    changesOf={ladderChanges}
  >
    {({ document: ladder, change }) => {
      const put = (make: (ladder: Ladder) => void) => change(edited(ladder, make));
      return (
        <>
          <Way ladder={ladder} onChange={put} />
          <Triggers ladder={ladder} onChange={put} />
          <Chairs ladder={ladder} onChange={put} />
        </>
      );
    }}
  </SettingsPage>
);

type Props = { ladder: Ladder; onChange: (make: (ladder: Ladder) => void) => void };

function Way({ ladder, onChange }: Props) {
  return (
    <section className={documentClasses.section} aria-labelledby="way-title">
      <header className={documentClasses.sectionHead}>
        <h2 id="way-title">{m.ladder_way()}</h2>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<Plus size={12} aria-hidden="true" />}
          onClick={() => onChange(addLevel)}
        >
          {m.ladder_level_add()}
        </Button>
      </header>
      <Paths ladder={ladder} />
      {ladder.levels.map((level, index) => (
        <LevelFields
          key={level.id}
          ladder={ladder}
          index={index}
          onChange={(next) => onChange(({ levels }) => void levels.splice(index, 1, next))}
          onRemove={() => onChange((copy) => removeLevel(copy, index))}
        />
      ))}
      <div className={classes.starts}>
        {priorityIds.map((priority) => (
          <NativeSelect
            key={priority}
            size="xs"
            label={m.ladder_start_of({ priority })}
            value={ladder.start[priority]}
            data={ladder.levels.map(({ id }) => ({ value: id, label: levelName(ladder, id) }))}
            onChange={(event) => {
              const start = event.currentTarget.value;
              onChange((copy) => Object.assign(copy.start, { [priority]: start }));
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** The new level stands between the last and the one before it, so that it is on the way at once. */
function addLevel({ levels }: Ladder): void {
  const taken = levels.map(({ id }) => id);
  let number = levels.length + 1;
  while (taken.includes(`level-${number}`)) number++;
  const id = `level-${number}`;
  const last = levels.at(-1)!;
  const name = { en: `Level ${number}`, zh: `第 ${number} 级` };
  levels.splice(-1, 0, { id, name, brings: ["lead"], team: "", review: false, next: last.id });
  for (const level of levels) if (level.next === last.id && level.id !== id) level.next = id;
}

/** Whoever led to it leads to what came after it. */
function removeLevel(ladder: Ladder, index: number): void {
  const [gone] = ladder.levels.splice(index, 1);
  for (const level of ladder.levels) if (level.next === gone!.id) level.next = gone!.next;
  const heir = gone!.next ?? ladder.levels.at(-1)!.id;
  for (const priority of priorityIds)
    if (ladder.start[priority] === gone!.id) ladder.start[priority] = heir;
}

function Triggers({ ladder, onChange }: Props) {
  return (
    <section className={documentClasses.section} aria-labelledby="triggers-title">
      <h2 id="triggers-title">{m.ladder_triggers()}</h2>
      <p className={documentClasses.hint}>{m.ladder_triggers_hint()}</p>
      <ul className={classes.triggers}>
        {causeIds.map((cause) => {
          const { enabled, from } = ladder.triggers[cause];
          return (
            <li key={cause}>
              <Switch
                size="xs"
                label={causeNames[cause]()}
                checked={enabled}
                onChange={(event) => {
                  const next = event.currentTarget.checked;
                  onChange(({ triggers }) => Object.assign(triggers[cause], { enabled: next }));
                }}
              />
              <NativeSelect
                size="xs"
                disabled={!enabled}
                aria-label={m.ladder_least_of({ cause: causeNames[cause]() })}
                value={from}
                data={priorityIds.map((value) => ({
                  value,
                  label: value === "P0" ? priorityName(value) : m.ladder_from({ priority: value }),
                }))}
                onChange={(event) => {
                  const least = event.currentTarget.value as Priority;
                  onChange(({ triggers }) => Object.assign(triggers[cause], { from: least }));
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Chairs({ ladder, onChange }: Props) {
  const { data } = useQuery(trpc.escalation.onCall.queryOptions());
  const people = (data?.people ?? []).filter(({ active }) => active);
  return (
    <section className={documentClasses.section} aria-labelledby="chairs-title">
      <h2 id="chairs-title">{m.ladder_chairs()}</h2>
      <div className={classes.starts}>
        {chairs.map((role) => (
          <NativeSelect
            key={role}
            size="xs"
            label={roleNames[role]()}
            value={ladder.people[role]}
            data={[
              { value: "", label: m.ladder_chair_lead() },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const id = event.currentTarget.value;
              onChange((copy) => Object.assign(copy.people, { [role]: id }));
            }}
          />
        ))}
      </div>
    </section>
  );
}
