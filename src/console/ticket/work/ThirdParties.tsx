import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Building2, CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { refreshWork, whyNot } from "./refresh.ts";
import classes from "./work.module.css";

type Asked = Ticket["work"]["thirdParties"][number];

/** What we wait for outside the house. */
export function ThirdParties({ ticket }: { ticket: Ticket }) {
  const { thirdParties } = ticket.work;
  if (thirdParties.length === 0) return null;
  return (
    <section className={classes.block} aria-labelledby="third-title">
      <h3 id="third-title">{m.work_third_title()}</h3>
      <ul className={classes.rows}>
        {thirdParties.map((asked) => (
          <AskedRow key={asked.id} asked={asked} />
        ))}
      </ul>
    </section>
  );
}

function AskedRow({ asked }: { asked: Asked }) {
  const { party, problem, points, wantedAt, closedAt, answer } = asked;
  const Icon = closedAt ? CircleCheck : Building2;
  const time = dayAndTime((closedAt ?? wantedAt).getTime());
  return (
    <li className={classes.row} data-state={closedAt ? "done" : "current"}>
      <Icon size={14} aria-hidden="true" />
      <div>
        <span className={classes.name}>{party}</span>
        <small className={classes.aside}>
          {closedAt ? m.work_third_answered_at({ time }) : m.work_third_wanted_by({ time })}
        </small>
        {answer && <span className={classes.said}>{answer}</span>}
        <details className={classes.notes}>
          <summary>{m.work_third_asked()}</summary>
          <p className={classes.said}>{problem}</p>
          <p className={classes.said}>{points}</p>
        </details>
        {!closedAt && <Answer recordId={asked.id} />}
      </div>
    </li>
  );
}

function Answer({ recordId }: { recordId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState("");
  const close = useMutation(
    trpc.teamwork.closeThirdParty.mutationOptions({ onSettled: refreshWork }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ recordId, answer });
  };
  if (!isOpen)
    return (
      <div className={classes.buttons}>
        <Button size="compact-xs" variant="light" onClick={() => setOpen(true)}>
          {m.work_third_close()}
        </Button>
      </div>
    );
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        size="xs"
        autosize
        minRows={2}
        label={m.work_third_answer()}
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
      />
      {close.error && (
        <p role="alert" className={classes.late}>
          {whyNot(close)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" type="submit" disabled={!answer.trim()} loading={close.isPending}>
          {m.work_third_close()}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen(false)}>
          {m.console_cancel()}
        </Button>
      </div>
    </form>
  );
}
