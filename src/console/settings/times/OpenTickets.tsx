import { Alert, Button, Modal, Progress } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { client, queryClient, trpc } from "../../api.ts";
import { every } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import { When } from "../../time/When.tsx";
import documentClasses from "../document/document.module.css";
import classes from "./times.module.css";

const reread = () => queryClient.invalidateQueries({ queryKey: trpc.sla.running.queryKey() });

/** What counts the open tickets, and having the version in force count all of them. */
export function OpenTickets({ version, isChanged }: { version: number; isChanged: boolean }) {
  const [asked, setAsked] = useState(false);
  const { data } = useQuery({
    ...trpc.sla.running.queryOptions(),
    refetchInterval: (query) => (query.state.data?.last?.left ? 1000 : every(20_000)(query)),
  });
  if (!data) return null;
  const { versions, last } = data;
  const older = versions
    .filter((row) => row.version < version)
    .reduce((sum, { tickets }) => sum + tickets, 0);
  return (
    <section className={documentClasses.section} aria-labelledby="open-title">
      <h2 id="open-title">{m.times_open()}</h2>
      <p className={documentClasses.hint}>{m.times_open_hint()}</p>
      {versions.length === 0 && <p>{m.times_open_none()}</p>}
      <ul className={classes.running}>
        {versions.map((row) => (
          <li key={row.version}>
            {row.version === version
              ? m.times_open_current({ count: row.tickets, version })
              : m.times_open_older({ count: row.tickets, version: row.version })}
          </li>
        ))}
      </ul>
      {last && last.left > 0 && (
        <Progress
          value={100 - (100 * last.left) / Math.max(last.left, last.tickets)}
          aria-label={m.times_recompute_progress()}
        />
      )}
      {last && (
        <p className={documentClasses.hint} role="status">
          {last.left > 0
            ? m.times_recompute_left({ count: last.left })
            : m.times_recompute_last({ version: last.version, count: last.tickets })}{" "}
          {last.by} · <When at={last.at} />
        </p>
      )}
      <Button
        mt="xs"
        variant="default"
        disabled={older === 0 || isChanged}
        onClick={() => setAsked(true)}
      >
        {m.times_recompute()}
      </Button>
      {asked && <Confirm version={version} tickets={older} onClose={() => setAsked(false)} />}
    </section>
  );
}

type ConfirmProps = { version: number; tickets: number; onClose: () => void };

function Confirm({ version, tickets, onClose }: ConfirmProps) {
  const start = useMutation({
    mutationFn: () => client.sla.recompute.mutate({ version }),
    async onSuccess() {
      onClose();
      await reread();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.times_recompute_title({ count: tickets })}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      <div className={documentClasses.dialog}>
        <p>{m.times_recompute_text({ version })}</p>
        {start.error && (
          <Alert color="breached" variant="light" role="alert">
            {refusalOf(start.error).message}
          </Alert>
        )}
        <div className={documentClasses.buttons}>
          <Button variant="default" onClick={onClose}>
            {m.console_cancel()}
          </Button>
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            {m.times_recompute_confirm()}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
