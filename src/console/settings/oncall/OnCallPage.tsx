import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { m } from "#messages";
import type { OnCall } from "../../../../server/escalation/oncall.ts";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { serverNow } from "../../time/now.ts";
import documentClasses from "../document/document.module.css";
import { edited } from "../document/edited.ts";
import { SettingsPage } from "../document/SettingsPage.tsx";
import type { Editing } from "../document/useEditing.ts";
import { Handovers } from "./Handovers.tsx";
import { OnCallNow } from "./OnCallNow.tsx";
import { Overrides } from "./Overrides.tsx";
import type { NameOf } from "./oncallchanges.ts";
import { onCallChanges } from "./oncallchanges.ts";
import { RotationFields } from "./RotationFields.tsx";

export type Person = { id: string; name: string; active: boolean };

/** Who is called when something can't wait until the morning. */
export function OnCallPage() {
  const { data } = useQuery(trpc.escalation.onCall.queryOptions());
  const people = data?.people ?? [];
  const name: NameOf = (id) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <SettingsPage
      kind="oncall"
      title={m.setup_oncall()}
      intro={m.oncall_intro()}
      changesOf={(before, after) => onCallChanges(before, after, name)}
    >
      {(editing) => (
        <>
          <OnCallNow plan={editing.inForce} name={name} />
          <Rotations editing={editing} people={people} />
          {editing.document.rotations.length > 0 && (
            <Overrides
              plan={editing.document}
              people={people}
              name={name}
              onChange={editing.change}
            />
          )}
          <Handovers handovers={data?.handovers ?? []} name={name} />
        </>
      )}
    </SettingsPage>
  );
}

function Rotations({ editing, people }: { editing: Editing<"oncall">; people: Person[] }) {
  const { document: plan, change } = editing;
  const put = (make: (plan: OnCall) => void) => change(edited(plan, make));
  const add = () =>
    put(({ rotations }) => {
      rotations.push({
        id: freeId(rotations.map(({ id }) => id)),
        tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
        from: new Date(serverNow()).toISOString().slice(0, 10),
        handoverAt: "09:00",
        days: 7,
        people: people
          .filter(({ active }) => active)
          .slice(0, 1)
          .map(({ id }) => id),
      });
    });
  return (
    <section className={documentClasses.section} aria-labelledby="rotations-title">
      <header className={documentClasses.sectionHead}>
        <h2 id="rotations-title">{m.oncall_rotations()}</h2>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<Plus size={12} aria-hidden="true" />}
          onClick={add}
        >
          {m.oncall_rotation_add()}
        </Button>
      </header>
      {plan.rotations.length === 0 && (
        <Notice title={m.oncall_none()}>{m.oncall_none_hint()}</Notice>
      )}
      {plan.rotations.map((rotation, index) => (
        <RotationFields
          key={index}
          rotation={rotation}
          index={index}
          people={people}
          onChange={(next) => put(({ rotations }) => rotations.splice(index, 1, next))}
          onRemove={() =>
            put((copy) => {
              copy.rotations.splice(index, 1);
              copy.overrides = copy.overrides.filter((entry) => entry.rotation !== rotation.id);
            })
          }
        />
      ))}
    </section>
  );
}

function freeId(taken: readonly string[]): string {
  if (!taken.includes("on-call")) return "on-call";
  let number = 2;
  while (taken.includes(`on-call-${number}`)) number++;
  return `on-call-${number}`;
}
