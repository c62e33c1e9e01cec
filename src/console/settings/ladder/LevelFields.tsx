import { Button, MultiSelect, NativeSelect, Switch, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { m } from "#messages";
import type { Ladder, LadderLevel, LadderRole } from "../../../../server/escalation/ladder.ts";
import { useFault } from "../document/problems.ts";
import classes from "./ladder.module.css";
import { levelName, roleNames } from "./ladderwords.ts";

type Props = {
  ladder: Ladder;
  /** Place of the level. */
  index: number;
  onChange: (level: LadderLevel) => void;
  onRemove: () => void;
};

/** One level: its name, whom it brings in, and where it goes on. */
export function LevelFields({ ladder, index, onChange, onRemove }: Props) {
  const level = ladder.levels[index]!;
  const set = (fields: Partial<LadderLevel>) => onChange({ ...level, ...fields });
  const at = ["levels", index] as const;
  const faults = [useFault(...at, "next"), useFault(...at, "id")].filter(Boolean).join(" ");
  return (
    <fieldset className={classes.level}>
      <legend className="visually-hidden">{levelName(ladder, level.id)}</legend>
      {(["en", "zh"] as const).map((locale) => (
        <TextInput
          key={locale}
          label={locale === "en" ? m.times_label_en() : m.times_label_zh()}
          value={level.name[locale]}
          error={useFault(...at, "name", locale)}
          onChange={(event) =>
            set({ name: { ...level.name, [locale]: event.currentTarget.value } })
          }
        />
      ))}
      <MultiSelect
        size="xs"
        className={classes.brings ?? ""}
        label={m.ladder_brings()}
        value={level.brings}
        data={Object.entries(roleNames).map(([value, label]) => ({ value, label: label() }))}
        error={useFault(...at, "brings")}
        onChange={(brings) => set({ brings: brings as LadderRole[] })}
      />
      {level.brings.includes("tech") && (
        <TextInput
          label={m.ladder_team()}
          placeholder={m.ladder_team_own()}
          value={level.team}
          onChange={(event) => set({ team: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        size="xs"
        label={m.ladder_next()}
        value={level.next ?? ""}
        data={[
          { value: "", label: m.ladder_end() },
          ...ladder.levels.map(({ id }) => ({ value: id, label: levelName(ladder, id) })),
        ]}
        error={faults || undefined}
        onChange={(event) => set({ next: event.currentTarget.value || null })}
      />
      <div className={classes.levelFoot}>
        <Switch
          size="xs"
          label={m.ladder_review()}
          checked={level.review}
          onChange={(event) => set({ review: event.currentTarget.checked })}
        />
        {ladder.levels.length > 1 && (
          <Button
            variant="subtle"
            color="breached"
            size="compact-xs"
            aria-label={m.setup_remove({ name: levelName(ladder, level.id) })}
            leftSection={<Trash2 size={12} aria-hidden="true" />}
            onClick={onRemove}
          >
            {m.ladder_level_remove()}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
