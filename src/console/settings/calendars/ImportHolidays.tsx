import { Alert, Button, FileButton, NativeSelect, NumberInput, Select } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CalendarPlus, Upload } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Calendar } from "../../../../server/sla/calendar.ts";
import { type NamedDay, withDays } from "../../../../server/sla/holidays.ts";
import { type ICalReport, readICal } from "../../../../server/sla/ical.ts";
import { client, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { serverNow } from "../../time/now.ts";
import { ChangeList } from "../document/ChangeList.tsx";
import documentClasses from "../document/document.module.css";
import { changesOf } from "./calendarchanges.ts";
import classes from "./calendars.module.css";
import { refusedText } from "./filewords.ts";
import { usualHours } from "./hours.ts";

type Source = "china" | "country" | "file";
/** What a source said, and for which year it was asked. */
type Found = { days: NamedDay[]; year: number; refused: ICalReport["refused"] };

type Props = { calendar: Calendar; onChange: (calendar: Calendar) => void };

/** Holidays of a year from a source; what they change is shown before it goes into the calendar. */
export function ImportHolidays({ calendar, onChange }: Props) {
  const [source, setSource] = useState<Source>("china");
  const [country, setCountry] = useState<string | null>(null);
  const [year, setYear] = useState(() => new Date(serverNow()).getUTCFullYear() + 1);
  const ask = useMutation({
    mutationFn: async (file: File | null): Promise<Found> => {
      if (file) return fromFile(await file.text(), calendar, year);
      const place = source === "china" ? "CN" : country!;
      const days = await client.sla.holidays.query({ country: place, year });
      return { days, year, refused: [] };
    },
  });
  const choose = (next: () => void) => {
    next();
    ask.reset();
  };
  return (
    <section className={documentClasses.section} aria-labelledby="import-title">
      <h2 id="import-title">{m.times_import()}</h2>
      <p className={documentClasses.hint}>{m.times_import_hint()}</p>
      <div className={classes.import}>
        <NativeSelect
          size="xs"
          label={m.times_import_source()}
          value={source}
          data={[
            { value: "china", label: m.times_import_china() },
            { value: "country", label: m.times_import_country() },
            { value: "file", label: m.times_import_file() },
          ]}
          onChange={(event) => {
            const value = event.currentTarget.value as Source;
            choose(() => setSource(value));
          }}
        />
        {source === "country" && (
          <Countries value={country} onChange={(value) => choose(() => setCountry(value))} />
        )}
        <NumberInput
          size="xs"
          w="6rem"
          label={m.times_import_year()}
          min={2000}
          max={2100}
          thousandSeparator=""
          value={year}
          onChange={(value) => choose(() => setYear(Number(value)))}
        />
        {source === "file" ? (
          <FileButton accept=".ics,text/calendar" onChange={(file) => file && ask.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" leftSection={<Upload size={14} />}>
                {m.times_import_choose()}
              </Button>
            )}
          </FileButton>
        ) : (
          <Button
            variant="default"
            leftSection={<CalendarPlus size={14} aria-hidden="true" />}
            disabled={source === "country" && !country}
            loading={ask.isPending}
            onClick={() => ask.mutate(null)}
          >
            {m.times_import_look()}
          </Button>
        )}
      </div>
      <div role="status">
        {ask.error && (
          <Alert mt="sm" color="breached" variant="light">
            {refusalOf(ask.error).message}
          </Alert>
        )}
        {ask.data && (
          <Outcome
            found={ask.data}
            source={source}
            calendar={calendar}
            onTake={(taken) => {
              ask.reset();
              onChange(taken);
            }}
          />
        )}
      </div>
    </section>
  );
}

const fromFile = (text: string, { tz }: Calendar, year: number): Found => {
  const reading = { tz, from: `${year}-01-01`, to: `${year + 1}-01-01`, meaning: "told" } as const;
  const { days, refused } = readICal(text, reading);
  return { days, refused, year };
};

function Countries(props: { value: string | null; onChange: (code: string | null) => void }) {
  const { data = [] } = useQuery(
    trpc.sla.countries.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <Select
      size="xs"
      searchable
      label={m.times_import_which()}
      nothingFoundMessage={m.times_import_which_none()}
      data={data.map(({ code, name }) => ({ value: code, label: name }))}
      {...props}
    />
  );
}

type OutcomeProps = {
  found: Found;
  source: Source;
  calendar: Calendar;
  onTake: (calendar: Calendar) => void;
};

function Outcome({ found, source, calendar, onTake }: OutcomeProps) {
  const { days, year, refused } = found;
  const after = withDays(calendar, days, usualHours(calendar));
  const changes = changesOf(calendar, after);
  return (
    <div className={classes.found}>
      {days.length === 0 && (
        <Alert color="risk" variant="light">
          {source === "china" ? m.times_import_none_china({ year }) : m.times_import_none({ year })}
        </Alert>
      )}
      {days.length > 0 && changes.length === 0 && <p>{m.times_import_same({ year })}</p>}
      {changes.length > 0 && (
        <>
          <p>{m.times_import_found({ count: changes.length, year })}</p>
          <ChangeList changes={changes} />
          <div>
            <Button onClick={() => onTake(after)}>{m.times_import_take()}</Button>
          </div>
        </>
      )}
      {refused.length > 0 && (
        <ul className={classes.notices}>
          {refused.map((event) => (
            <li key={`${event.summary} ${event.code}`}>{refusedText(event)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
