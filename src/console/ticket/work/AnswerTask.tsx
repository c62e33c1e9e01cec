import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { refreshWork, whyNot } from "./refresh.ts";
import classes from "./work.module.css";

/** A word on a task, or what came of it. */
export function AnswerTask({ task: { id: taskId, kind } }: { task: { id: string; kind: string } }) {
  const [doing, setDoing] = useState<"answer" | "finish" | null>(null);
  const [text, setText] = useState("");
  const close = () => {
    setDoing(null);
    setText("");
  };
  const told = { onSuccess: close, onSettled: refreshWork };
  const answer = useMutation(trpc.teamwork.answerTask.mutationOptions(told));
  const finish = useMutation(trpc.teamwork.finishTask.mutationOptions(told));
  const isShipped = kind === "shipped";
  const doneLabel = isShipped ? m.work_task_ship() : m.work_task_finish();
  if (!doing)
    return (
      <div className={classes.buttons}>
        <Button size="compact-xs" variant="light" onClick={() => setDoing("finish")}>
          {doneLabel}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setDoing("answer")}>
          {m.work_task_answer()}
        </Button>
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (doing === "answer") answer.mutate({ taskId, text });
    else finish.mutate({ taskId, outcome: text });
  };
  const refused = whyNot(answer) || whyNot(finish);
  const label = isShipped ? m.work_task_ship_words() : m.work_task_outcome();
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        data-autofocus
        size="xs"
        autosize
        minRows={2}
        label={doing === "answer" ? m.work_task_answer_label() : label}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {refused && (
        <p role="alert" className={classes.late}>
          {refused}
        </p>
      )}
      <div className={classes.buttons}>
        <Button
          size="xs"
          type="submit"
          disabled={!text.trim() && !(isShipped && doing === "finish")}
          loading={answer.isPending || finish.isPending}
        >
          {doing === "answer" ? m.work_task_answer() : doneLabel}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {m.console_cancel()}
        </Button>
      </div>
    </form>
  );
}
