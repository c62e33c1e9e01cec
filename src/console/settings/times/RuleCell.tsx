import { Button, MultiSelect, NativeSelect } from "@mantine/core";
import { Plus } from "lucide-react";
import { m } from "#messages";
import type { SlaBook } from "../../../../server/sla/book.ts";
import type { Rule, Time } from "../../../../server/sla/policy.ts";
import { statuses } from "../../words/statuses.ts";
import { isSame } from "../document/localdraft.ts";
import { type Path, useFault, useProblemsBelow } from "../document/problems.ts";
import { timeText } from "./amounts.ts";
import { EditablePopover } from "./EditablePopover.tsx";
import { calendarChoices, givenName } from "./names.ts";
import { TimeFields } from "./TimeFields.tsx";
import classes from "./times.module.css";

type Props = {
  book: SlaBook;
  name: string;
  /** The calendar that need not be named here. */
  usualCalendar?: string;
  rule: Rule | undefined;
  /** The same clock elsewhere, for a new one to begin like. */
  like: Rule | undefined;
  inForce: Rule | undefined;
  path: Path;
  /** Told null when the clock is taken out. */
  onChange: (rule: Rule | null) => void;
};

/** One clock of one priority: its times, and in the editor its calendar and what stops it. */
export function RuleCell(props: Props) {
  const { book, name, rule, like, inForce, path, onChange } = props;
  const isFaulty = useProblemsBelow(...path).some(({ severity }) => severity !== "notice");
  if (!rule)
    return (
      <Button
        className={classes.add ?? ""}
        variant="subtle"
        color="gray"
        size="compact-xs"
        aria-label={m.times_clock_add({ name })}
        onClick={() => onChange(begin(book, like))}
      >
        <Plus size={12} aria-hidden="true" />
      </Button>
    );
  return (
    <EditablePopover
      label={`${name}: ${rule.times.map(timeText).join(", ")}`}
      shown={<Shown rule={rule} usualCalendar={props.usualCalendar} />}
      isFaulty={isFaulty}
      isChanged={!isSame(inForce, rule)}
    >
      <RuleEditor {...props} rule={rule} />
    </EditablePopover>
  );
}

function begin({ calendars }: SlaBook, like: Rule | undefined): Rule {
  if (like) return structuredClone(like);
  const time: Time = { scheme: "priority", limit: { seconds: 4 * 3600 } };
  return { calendar: Object.keys(calendars)[0]!, pausedBy: [], roll: false, times: [time] };
}

function Shown({ rule, usualCalendar }: { rule: Rule; usualCalendar: string | undefined }) {
  return (
    <>
      {rule.times.map((time) => (
        <span key={`${time.scheme} ${time.level} ${timeText(time)}`} className={classes.time}>
          {time.level && <small className={classes.timeLevel}>{time.level}</small>} {timeText(time)}
        </span>
      ))}
      {rule.calendar !== usualCalendar && (
        <small className={classes.calendar}>{givenName(rule.calendar)}</small>
      )}
    </>
  );
}

function RuleEditor({ book, rule, path, onChange }: Props & { rule: Rule }) {
  const { times, calendar, pausedBy } = rule;
  return (
    <>
      {times.map((time, index) => (
        <div key={index}>
          {time.level && <p className={classes.levelName}>{time.level}</p>}
          <TimeFields
            time={time}
            path={[...path, "times", index]}
            onChange={(span) => onChange({ ...rule, times: replaced(times, index, span) })}
          />
        </div>
      ))}
      <NativeSelect
        size="xs"
        label={m.times_calendar()}
        value={calendar}
        data={calendarChoices(book)}
        error={useFault(...path, "calendar")}
        onChange={(event) => onChange({ ...rule, calendar: event.currentTarget.value })}
      />
      <MultiSelect
        size="xs"
        label={m.times_paused()}
        placeholder={pausedBy.length === 0 ? m.times_paused_never() : ""}
        value={pausedBy}
        data={pausing.map((status) => ({ value: status, label: statuses[status].label() }))}
        onChange={(next) => onChange({ ...rule, pausedBy: next as Rule["pausedBy"] })}
      />
      <Button variant="subtle" color="breached" onClick={() => onChange(null)}>
        {m.times_clock_remove()}
      </Button>
    </>
  );
}

const pausing = ["waiting_customer", "waiting_third_party", "planned"] as const;

const replaced = (
  times: readonly Time[],
  at: number,
  { goal, limit }: Pick<Time, "goal" | "limit">,
): Time[] =>
  times.map((time, index) => {
    if (index !== at) return time;
    const { goal: _, ...rest } = time;
    return { ...rest, limit, ...(goal && { goal }) };
  });
