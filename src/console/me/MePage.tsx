import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { m } from "#messages";
import { Notice } from "../look/Notice.tsx";
import { refusalOf } from "../refusal.ts";
import classes from "./me.module.css";
import { OwnFields } from "./OwnFields.tsx";
import { useOwn, usePreferences } from "./preferences.ts";
import { QuietHours } from "./QuietHours.tsx";
import { WaysTable } from "./WaysTable.tsx";

/** What is the signed-in person's own to choose. */
export function MePage() {
  const { preferences, error, refetch, save, saving } = usePreferences();
  const own = useOwn();
  useEffect(() => {
    document.title = m.notices_me_title();
  }, []);
  const failed = saving.error ?? own.saving.error;
  const isSaved = !failed && (saving.isSuccess || own.saving.isSuccess);
  return (
    <main className={classes.me}>
      <div className={classes.page}>
        <header className={classes.head}>
          <h1>{m.notices_me_title()}</h1>
          <p role="status" data-failed={Boolean(failed)}>
            {failed && refusalOf(failed).message}
            {isSaved && m.notices_saved()}
          </p>
        </header>
        {error && !preferences && (
          <Notice
            title={refusalOf(error).message}
            action={{ label: m.console_retry(), run: () => void refetch() }}
          />
        )}
        {!error && !(preferences && own.own) && <Skeleton height={420} />}
        {preferences && own.own && (
          <>
            <OwnFields own={own.own} change={own.change} />
            <WaysTable email={own.own.email} ways={preferences.ways} save={save} />
            <QuietHours preferences={preferences} save={save} />
          </>
        )}
      </div>
    </main>
  );
}
