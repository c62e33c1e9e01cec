import { Button, Drawer, Table } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { refusalOf } from "../../refusal.ts";
import { When } from "../../time/When.tsx";
import { Result } from "./Result.tsx";
import classes from "./webhooks.module.css";
import { useWebhookDeeds, type Webhook } from "./webhooks.ts";
import { eventName } from "./words.ts";

/** What was sent to one address, and what came of it. */
export function DeliveryLog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...trpc.webhooks.deliveries.infiniteQueryOptions(
      { id: webhook.id },
      { getNextPageParam: ({ next }) => next },
    ),
    refetchInterval: 5000,
  });
  const deliveries = data?.pages.flatMap((page) => page.deliveries);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={720}
      title={m.settings_log_title({ name: webhook.name })}
      closeButtonProps={{ "aria-label": m.console_close() }}
    >
      {error && !data && (
        <Notice
          title={refusalOf(error).message}
          action={{ label: m.console_retry(), run: () => void refetch() }}
        />
      )}
      {deliveries?.length === 0 && <Notice title={m.settings_log_none()} />}
      {deliveries && deliveries.length > 0 && <Deliveries deliveries={deliveries} />}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {m.settings_log_older()}
        </Button>
      )}
      <p className={classes.facts}>{m.settings_log_kept()}</p>
    </Drawer>
  );
}

type Delivery = {
  id: bigint;
  event: string;
  payload: { ticket?: { number: number } | undefined };
  createdAt: Date;
  tries: number;
  status: number | null;
  error: string;
  doneAt: Date | null;
};

function Deliveries({ deliveries }: { deliveries: readonly Delivery[] }) {
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing={6} className={classes.log ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{m.settings_log_event()}</Table.Th>
            <Table.Th scope="col">{m.settings_log_at()}</Table.Th>
            <Table.Th scope="col">{m.settings_log_result()}</Table.Th>
            <Table.Th scope="col">{m.settings_log_tries()}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { sendAgain } = useWebhookDeeds();
  const { id, event, payload, createdAt, tries, doneAt } = delivery;
  return (
    <Table.Tr>
      <Table.Td title={event}>
        {eventName(event)}
        {payload.ticket && <span className={classes.reason}> #{payload.ticket.number}</span>}
      </Table.Td>
      <Table.Td>
        <When at={createdAt} />
      </Table.Td>
      <Table.Td>
        <Result of={delivery} />
      </Table.Td>
      <Table.Td>{tries}</Table.Td>
      <Table.Td>
        {doneAt && (
          <Button size="compact-xs" variant="subtle" onClick={() => sendAgain.mutate({ id })}>
            {m.settings_log_again()}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
