import { Button, CloseButton, TextInput } from "@mantine/core";
import { BookOpenCheck, FilePlus2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import type { Ticket } from "../api.ts";
import { ArticleSearch } from "../knowledge/capture/ArticleSearch.tsx";
import { focusOnce } from "../knowledge/focus.ts";
import classes from "./capture.module.css";
import { useCapture } from "./captureFeature.ts";

/** After solving: the next customer with this question should find the answer. Never in the way. */
export function Capture({ ticket }: { ticket: Ticket }) {
  const [asking, setAsking] = useState<"choice" | "use" | "skip" | "later">("choice");
  const capture = useCapture(ticket);
  const back = () => setAsking("choice");
  const later = () => {
    setAsking("later");
    capture.later();
  };
  if (asking === "later") return null;
  return (
    <section className={classes.panel} aria-labelledby="capture-title">
      <h2 id="capture-title">
        {asking === "use" ? m.knowledge_use_title() : m.console_capture_title()}
      </h2>
      {asking !== "choice" && (
        <CloseButton
          className={classes.back ?? ""}
          onClick={back}
          aria-label={m.console_cancel()}
        />
      )}
      {asking === "use" && (
        <ArticleSearch ticket={ticket} isBusy={capture.isBusy} onUse={capture.use} />
      )}
      {asking === "skip" && <Skip isBusy={capture.isBusy} onSkip={capture.skip} />}
      {asking === "choice" && (
        <>
          <p>{m.console_capture_text()}</p>
          <div className={classes.choices}>
            <Button
              leftSection={<BookOpenCheck size={15} />}
              variant="default"
              disabled={capture.isBusy}
              onClick={() => setAsking("use")}
            >
              {m.console_capture_use()}
            </Button>
            <Button
              leftSection={<FilePlus2 size={15} />}
              loading={capture.isWriting}
              onClick={capture.write}
            >
              {m.console_capture_add()}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setAsking("skip")}>
              {m.console_capture_skip()}
            </Button>
            {ticket.captureChoice !== "later" && (
              <Button variant="subtle" color="gray" onClick={later}>
                {m.knowledge_later()}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** It would help nobody else, and why. */
function Skip({ isBusy, onSkip }: { isBusy: boolean; onSkip: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onSkip(reason.trim());
  };
  return (
    <form onSubmit={submit} className={classes.skip}>
      <TextInput
        ref={focusOnce}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        label={m.console_capture_reason()}
        maxLength={300}
      />
      <Button type="submit" disabled={!reason.trim()} loading={isBusy}>
        {m.console_capture_skip_confirm()}
      </Button>
    </form>
  );
}
