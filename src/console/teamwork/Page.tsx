import { type ReactNode, useEffect } from "react";
import classes from "./teamwork.module.css";

type Props = { title: string; lead: string; aside?: ReactNode; children: ReactNode };

/** A page of the desk beside the queue: what it is for, then its list. */
export function Page({ title, lead, aside, children }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {aside}
      </header>
      {children}
    </main>
  );
}
