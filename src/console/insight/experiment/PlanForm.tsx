import { Button, Fieldset, MultiSelect, SegmentedControl, Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useState } from "react";
import { m } from "#messages";
import type { Holdout, Measurement } from "../../../../server/deflection/plan.ts";
import { client, queryClient, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { useMe } from "../../session/session.ts";
import { useEditing } from "../../settings/document/useEditing.ts";
import { nameOf, useSettings } from "../../settings.ts";
import { percent } from "../figures.ts";
import classes from "./experiment.module.css";

const shares = [0.05, 0.1, 0.2, 0.5];
const modes = { off: m.trial_mode_off, people: m.trial_mode_people, days: m.trial_mode_days };
const linkings = {
  off: m.trial_linking_off,
  visits: m.trial_linking_visits,
  people: m.trial_linking_people,
};
const refusals: Record<string, () => string> = {
  holdout_from: m.trial_holdout_from,
  holdout_too_short: m.trial_holdout_too_short,
  holdout_weeks: m.trial_holdout_weeks,
};

/** What is compared, from when to when, and what tickets are matched with. */
export function PlanForm() {
  const { editing } = useEditing("measurement");
  const { role } = useMe();
  const [told, setTold] = useState<string | null>(null);
  if (!editing) return null;
  const { document, change } = editing;
  const mayChange = role === "lead" || role === "admin";
  const save = async () => {
    try {
      await editing.save("");
      await queryClient.invalidateQueries({ queryKey: trpc.insight.experiment.queryKey() });
      setTold(m.trial_saved());
    } catch (error) {
      const { code, message } = refusalOf(error);
      setTold(code === "setting_refused" ? await reasonOf(document, message) : message);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Fieldset variant="unstyled" disabled={!mayChange}>
        <HoldoutFields
          holdout={document.holdout}
          change={(holdout) => change({ ...document, holdout })}
        />
        <LinkingField
          linking={document.linking}
          change={(linking) => change({ ...document, linking })}
        />
        {mayChange ? (
          <Button type="submit" disabled={!editing.isChanged}>
            {m.trial_save()}
          </Button>
        ) : (
          <p className={classes.says}>{m.trial_only_leads()}</p>
        )}
      </Fieldset>
      <p role="status" className={classes.told}>
        {told}
      </p>
    </form>
  );
}

/** What is wrong with the plan, in words. */
async function reasonOf(data: Measurement, message: string): Promise<string> {
  const [problem] = await client.settings.check.mutate({ kind: "measurement", data });
  return refusals[problem?.code ?? ""]?.() ?? message;
}

type FieldsProps = { holdout: Holdout; change: (holdout: Holdout) => void };

function HoldoutFields({ holdout, change }: FieldsProps) {
  const { categories } = useSettings();
  const set = (part: Partial<Holdout>) => change({ ...holdout, ...part });
  return (
    <>
      <h2 className={classes.part}>{m.trial_mode()}</h2>
      <SegmentedControl
        value={holdout.mode}
        onChange={(mode) => set({ mode: mode as Holdout["mode"] })}
        aria-label={m.trial_mode()}
        data={Object.entries(modes).map(([value, label]) => ({ value, label: label() }))}
      />
      {holdout.mode !== "off" && (
        <>
          <p className={classes.says}>
            {holdout.mode === "people" ? m.trial_mode_people_says() : m.trial_mode_days_says()}
          </p>
          {holdout.mode === "people" && (
            <Select
              label={m.trial_share()}
              value={String(holdout.share)}
              onChange={(share) => share && set({ share: Number(share) })}
              allowDeselect={false}
              data={shares.map((share) => ({ value: String(share), label: percent(share) }))}
            />
          )}
          <div className={classes.days}>
            <DatePickerInput
              label={m.trial_from()}
              value={holdout.from}
              onChange={(from) => set({ from })}
              valueFormat="YYYY-MM-DD"
            />
            <DatePickerInput
              label={m.trial_read_out()}
              value={holdout.readOut}
              onChange={(readOut) => set({ readOut })}
              valueFormat="YYYY-MM-DD"
            />
          </div>
          <MultiSelect
            label={m.trial_except()}
            description={m.trial_except_says()}
            value={holdout.except}
            onChange={(except) => set({ except })}
            data={categories.map(({ id }) => ({ value: id, label: nameOf(categories, id) }))}
          />
        </>
      )}
    </>
  );
}

type LinkingProps = {
  linking: Measurement["linking"];
  change: (linking: Measurement["linking"]) => void;
};

const LinkingField = ({ linking, change }: LinkingProps) => (
  <Select
    label={m.trial_linking()}
    description={m.trial_linking_says()}
    value={linking}
    onChange={(value) => value && change(value as Measurement["linking"])}
    allowDeselect={false}
    data={Object.entries(linkings).map(([value, label]) => ({ value, label: label() }))}
  />
);
