import { useState } from "react";
import { m } from "#messages";
import type { Policy } from "../../../../server/sla/policy.ts";
import { edited } from "../document/edited.ts";
import { SettingsPage } from "../document/SettingsPage.tsx";
import type { Editing } from "../document/useEditing.ts";
import { bookChanges } from "./bookchanges.ts";
import { ClockTable } from "./ClockTable.tsx";
import { LevelTable } from "./LevelTable.tsx";
import { OpenTickets } from "./OpenTickets.tsx";
import { PolicyBar } from "./PolicyBar.tsx";
import { Preview } from "./Preview.tsx";

/** How quickly what is promised. */
export const TimesPage = () => (
  <SettingsPage kind="sla" title={m.setup_times()} intro={m.times_intro()} changesOf={bookChanges}>
    {(editing) => <Times editing={editing} />}
  </SettingsPage>
);

function Times({ editing }: { editing: Editing<"sla"> }) {
  const [shown, setShown] = useState(0);
  const { document: book, inForce, version, isChanged } = editing;
  const index = Math.min(shown, book.policies.length - 1);
  const policy = book.policies[index]!;
  const place = {
    policy,
    index,
    inForce: inForce.policies.find(({ id }) => id === policy.id),
    onChange: (change: (policy: Policy) => void) =>
      editing.change(edited(book, ({ policies }) => change(policies[index]!))),
  };
  return (
    <>
      <LevelTable key={`levels ${policy.id} ${version}`} {...place} />
      <ClockTable key={policy.id} book={book} {...place} />
      <Preview inForce={inForce} book={book} />
      <PolicyBar book={book} index={index} onShow={setShown} onChange={editing.change} />
      <OpenTickets version={version} isChanged={isChanged} />
    </>
  );
}
