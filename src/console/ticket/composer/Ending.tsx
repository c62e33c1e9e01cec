/** What a reply does: where the ticket goes, and what the clocks take it for. */
import { Checkbox, Select } from "@mantine/core";
import { m } from "#messages";
import { statuses } from "../../words/statuses.ts";
import classes from "./composer.module.css";
import { changeDraft, type Draft } from "./drafts.ts";

const endings: Draft["next"][] = ["open", "waiting_customer", "waiting_third_party", "planned"];

export function Ending({ slot, next }: { slot: string; next: Draft["next"] }) {
  return (
    <Select
      className={classes.next ?? ""}
      aria-label={m.console_next_label()}
      data={endings.map((value) => ({
        value,
        label: m.console_next({ status: statuses[value].label() }),
      }))}
      value={next}
      allowDeselect={false}
      onChange={(value) => value && changeDraft(slot, { next: value as Draft["next"] })}
      comboboxProps={{ width: 250, position: "top-start" }}
    />
  );
}

type WorthProps = { slot: string; substantive: boolean; full: boolean };

/** What the clocks take it for; it can be said otherwise. */
export function Worth({ slot, substantive, full }: WorthProps) {
  return (
    <div className={classes.worth}>
      <Checkbox
        size="xs"
        label={m.console_substantive()}
        checked={substantive}
        onChange={({ currentTarget: { checked } }) => changeDraft(slot, { substantive: checked })}
      />
      <Checkbox
        size="xs"
        label={m.console_full()}
        checked={full}
        onChange={({ currentTarget: { checked } }) => changeDraft(slot, { full: checked })}
      />
    </div>
  );
}
