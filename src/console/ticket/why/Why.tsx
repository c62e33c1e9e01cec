import { Button, Popover } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { type Ticket, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import { Trace } from "./Trace.tsx";
import classes from "./why.module.css";

/** "Why P1?": what the rules saw and did. */
export function Why({ ticket }: { ticket: Ticket }) {
  const [opened, setOpened] = useState(false);
  const { priority, id: ticketId } = ticket;
  const { data, error } = useQuery({
    ...trpc.triage.why.queryOptions({ ticketId }),
    enabled: opened,
  });
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width="min(26rem, calc(100vw - 2rem))"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<CircleHelp size={14} />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {m.rules_why({ priority })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.why ?? ""}
        aria-label={m.rules_why_title({ priority })}
        tabIndex={-1}
        data-autofocus
      >
        {error && <p role="alert">{refusalOf(error).message}</p>}
        {data === null && <p>{m.rules_why_none()}</p>}
        {data && <Trace ticket={ticket} why={data} />}
      </Popover.Dropdown>
    </Popover>
  );
}
