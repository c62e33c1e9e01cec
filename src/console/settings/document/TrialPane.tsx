import { Alert } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ArrowRight, FlaskConical } from "lucide-react";
import { m } from "#messages";
import { problemText } from "../problems.ts";
import type { Vocabulary } from "../rules/choices.ts";
import { categoryName, flagName, flowWord, roleName } from "../rules/names.ts";
import documentClasses from "./document.module.css";
import classes from "./trial.module.css";
import { type Change, fieldWord, type Run, runText, type Tried } from "./trial.ts";

const shown = 20;

/** Beside the editor: what the draft would have done to the last tickets, and because of which rule. */
export function TrialPane({ tried, words }: { tried: Tried; words: Vocabulary }) {
  const { trial, problems, isBusy } = tried;
  return (
    <section className={classes.trial} aria-labelledby="trial-title" aria-busy={isBusy}>
      <h2 id="trial-title">
        <FlaskConical size={15} aria-hidden="true" />
        {m.rules_try_title()}
        {isBusy && <small>{m.rules_try_busy()}</small>}
      </h2>
      <div role="status">
        {!trial && <p className={documentClasses.hint}>{m.rules_try_none({ count: 100 })}</p>}
        {trial && !trial.run && (
          <Alert color="breached" variant="light" title={m.rules_try_refused()}>
            <ul className={classes.refusals}>
              {problems.map((problem) => (
                <li key={problem.path.join(".") + problem.code}>{problemText(problem)}</li>
              ))}
            </ul>
          </Alert>
        )}
        {trial?.run && <p className={classes.sum}>{runText(trial.run)}</p>}
      </div>
      {trial?.run && <Changes run={trial.run} tickets={trial.tickets} words={words} />}
    </section>
  );
}

type ChangesProps = {
  run: Run;
  tickets: Record<string, { number: number; subject: string }>;
  words: Vocabulary;
};

function Changes({ run, tickets, words }: ChangesProps) {
  const byTicket = Map.groupBy(
    run.changes.filter(({ field }) => fieldWord(field)),
    ({ ticketId }) => ticketId,
  );
  const all = [...byTicket];
  return (
    <>
      <ul className={classes.changes}>
        {all.slice(0, shown).map(([id, changes]) => {
          const { number, subject } = tickets[id] ?? { number: 0, subject: "" };
          return (
            <li key={id}>
              <Link to="/tickets/$number" params={{ number: String(number) }} target="_blank">
                <span className={classes.number}>#{number}</span> {subject}
              </Link>
              {changes.map((change) => (
                <ChangeLine key={change.field} change={change} words={words} />
              ))}
            </li>
          );
        })}
      </ul>
      {all.length > shown && (
        <p className={documentClasses.hint}>{m.rules_try_more({ count: all.length - shown })}</p>
      )}
    </>
  );
}

function ChangeLine({ change, words }: { change: Change; words: Vocabulary }) {
  const { field, from, to, because } = change;
  return (
    <p className={classes.change}>
      <span className={classes.field}>{fieldWord(field)}</span>
      <s>{valueName(field, from, words)}</s>
      <ArrowRight size={12} role="img" aria-label={m.console_becomes()} />
      <b>{valueName(field, to, words)}</b>
      <small>
        {m.rules_try_because({
          rules: because.length > 0 ? because.join(", ") : m.rules_default_team(),
        })}
      </small>
    </p>
  );
}

function valueName(field: Change["field"], value: string | null, words: Vocabulary): string {
  if (!value) return m.rules_try_nothing();
  const each = (name: (id: string) => string) => value.split(", ").map(name).join(", ");
  if (field === "team") return words.nameOfTeam(value);
  if (field === "category") return categoryName(value);
  if (field === "flow") return flowWord(value);
  if (field === "flags") return each(flagName);
  return field === "notify" ? each(roleName) : value;
}
