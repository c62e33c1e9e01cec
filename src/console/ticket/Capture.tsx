import { Button, TextInput } from "@mantine/core";
import { BookOpenCheck, FilePlus2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import classes from "./capture.module.css";

export type CaptureProps = {
  /** An article that exists says it already. */
  onUse: () => void;
  /** Write one from this ticket. */
  onAdd: () => void;
  /** It would help nobody else, and why. */
  onSkip: (reason: string) => void;
};

/** After solving: the next customer with this question should find the answer. */
export function Capture({ onUse, onAdd, onSkip }: CaptureProps) {
  const [isSkipping, setSkipping] = useState(false);
  const [reason, setReason] = useState("");
  const skip = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onSkip(reason.trim());
  };
  return (
    <section className={classes.panel} aria-labelledby="capture-title">
      <h2 id="capture-title">{m.console_capture_title()}</h2>
      <p>{m.console_capture_text()}</p>
      {isSkipping ? (
        <form onSubmit={skip} className={classes.skip}>
          <TextInput
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            label={m.console_capture_reason()}
            maxLength={300}
          />
          <Button type="submit" disabled={!reason.trim()}>
            {m.console_capture_skip_confirm()}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setSkipping(false)}>
            {m.console_cancel()}
          </Button>
        </form>
      ) : (
        <div className={classes.choices}>
          <Button leftSection={<BookOpenCheck size={15} />} variant="default" onClick={onUse}>
            {m.console_capture_use()}
          </Button>
          <Button leftSection={<FilePlus2 size={15} />} onClick={onAdd}>
            {m.console_capture_add()}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setSkipping(true)}>
            {m.console_capture_skip()}
          </Button>
        </div>
      )}
    </section>
  );
}
