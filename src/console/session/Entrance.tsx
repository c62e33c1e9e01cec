import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { chooseLocale, useLocale } from "../language.ts";
import { useSettings } from "../settings.ts";
import classes from "./entrance.module.css";

/** The frame of the pages before the desk: the company's name, one form, the other language. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  const locale = useLocale();
  const { siteName } = useSettings();
  const other = locale === "en" ? "zh" : "en";
  return (
    <main className={classes.page}>
      <div className={classes.form}>
        <p className={classes.company}>{siteName[locale]}</p>
        <h1>{title}</h1>
        {children}
      </div>
      <Button
        variant="subtle"
        className={classes.language ?? ""}
        lang={other === "zh" ? "zh-Hans" : "en"}
        onClick={() => chooseLocale(other)}
      >
        {other === "zh" ? "中文" : "English"}
      </Button>
    </main>
  );
}
