import { type ReactNode, useId } from "react";
import classes from "./me.module.css";

/** A heading, a sentence about it, and what can be chosen. */
export function Part(props: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p className={classes.hint}>{props.hint}</p>
      {props.children}
    </section>
  );
}
