/** What differs between two plans of who is on call, in words. */
import { m } from "#messages";
import type { OnCall, Rotation } from "../../../../server/escalation/oncall.ts";
import { dateAndTime } from "../../time/dates.ts";
import type { Change } from "../document/ChangeList.tsx";
import { isSame } from "../document/localdraft.ts";

/** Name of a member of staff by id. */
export type NameOf = (id: string) => string;

export const rotationText = ({ tz, from, handoverAt, days, people }: Rotation, name: NameOf) =>
  m.oncall_rotation_text({
    people: people.map(name).join(" → "),
    days,
    from,
    time: handoverAt,
    zone: tz,
  });

type Override = OnCall["overrides"][number];
export const overrideText = ({ person, from, to }: Override, name: NameOf): string =>
  `${name(person)}, ${dateAndTime(Date.parse(from))} – ${dateAndTime(Date.parse(to))}`;

export function onCallChanges(before: OnCall, after: OnCall, name: NameOf): Change[] {
  return [...rotationChanges(before, after, name), ...overrideChanges(before, after, name)];
}

function rotationChanges(before: OnCall, after: OnCall, name: NameOf): Change[] {
  const ids = [...before.rotations, ...after.rotations].map(({ id }) => id);
  const text = (plan: OnCall, id: string) => {
    const rotation = plan.rotations.find((each) => each.id === id);
    return rotation ? rotationText(rotation, name) : null;
  };
  return [...new Set(ids)].flatMap((id) => {
    const change = { what: id, before: text(before, id), after: text(after, id) };
    return change.before === change.after ? [] : [change];
  });
}

function overrideChanges(before: OnCall, after: OnCall, name: NameOf): Change[] {
  const missing = (list: Override[], others: Override[]) =>
    list.filter((one) => !others.some((other) => isSame(one, other)));
  return [
    ...missing(before.overrides, after.overrides).map((gone) => ({
      what: `${gone.rotation} · ${m.oncall_stands_in()}`,
      before: overrideText(gone, name),
      after: null,
    })),
    ...missing(after.overrides, before.overrides).map((added) => ({
      what: `${added.rotation} · ${m.oncall_stands_in()}`,
      before: null,
      after: overrideText(added, name),
    })),
  ];
}
