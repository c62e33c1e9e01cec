import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "#messages";
import { type QueueRow, trpc } from "../api.ts";
import { FoundArticles, useFoundKnowledge } from "../knowledge/FoundArticles.tsx";
import { Keys } from "../look/Keys.tsx";
import { type View, viewIds, views } from "../queue/views.ts";
import { statusOf } from "../words/statuses.ts";
import classes from "./commands.module.css";
import { possibleCommands, runCommand, useCommand } from "./commands.ts";
import { shortcuts } from "./shortcuts.ts";

const matches = (label: string, wanted: string): boolean =>
  label.toLowerCase().includes(wanted.trim().toLowerCase());

/** Everything, by name: what can be done here, where one can go, and every ticket. */
export function Palette() {
  const [query, setQuery] = useState("");
  useCommand("palette", spotlight.open);
  const commands = possibleCommands().filter(
    (id) => id !== "palette" && matches(shortcuts[id].label(), query),
  );
  const places = viewIds.filter((view) => matches(views[view].label(), query));
  const tickets = useTickets(query);
  const knowledge = useFoundKnowledge(query);
  const found = tickets.length + knowledge.drafts.length + knowledge.articles.length;
  const isEmpty = commands.length + places.length + found === 0;
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      clearQueryOnClose
      shortcut={null}
      scrollable
      maxHeight={440}
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { "aria-label": m.console_key_palette() } }}
    >
      <Spotlight.Search
        placeholder={m.console_palette_placeholder()}
        aria-label={m.console_palette_placeholder()}
      />
      <Spotlight.ActionsList>
        {tickets.length > 0 && (
          <Spotlight.ActionsGroup label={m.console_palette_tickets()}>
            {tickets.map((ticket) => (
              <TicketAction key={ticket.id} ticket={ticket} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={m.console_palette_actions()}>
            {commands.map((id) => {
              const { label, icon: Icon, keys } = shortcuts[id];
              // The palette closes first, so that the focus goes where the command wants it.
              const run = () => setTimeout(() => runCommand(id), 150);
              return (
                <Spotlight.Action key={id} onClick={run}>
                  <span className={classes.action}>
                    <Icon size={16} aria-hidden="true" />
                    <span className={classes.name}>{label()}</span>
                    <Keys of={keys} />
                  </span>
                </Spotlight.Action>
              );
            })}
          </Spotlight.ActionsGroup>
        )}
        {places.length > 0 && (
          <Spotlight.ActionsGroup label={m.console_palette_places()}>
            {places.map((view) => (
              <ViewAction key={view} view={view} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        <FoundArticles found={knowledge} />
        {isEmpty && <Spotlight.Empty>{m.console_palette_empty()}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Open tickets first, then solved ones. */
function useTickets(query: string): QueueRow[] {
  const [text] = useDebouncedValue(query.trim(), 150);
  const ask = (view: View) => ({
    ...trpc.tickets.queue.queryOptions({ view, text }),
    enabled: text.length > 1,
  });
  const lists = [useQuery(ask("open")), useQuery(ask("waiting")), useQuery(ask("solved"))];
  return lists.flatMap(({ data }) => data?.tickets.slice(0, 5) ?? []);
}

function TicketAction({ ticket }: { ticket: QueueRow }) {
  const navigate = useNavigate();
  const { icon: Icon, label } = statusOf(ticket.status);
  const params = { view: "open", number: String(ticket.number) };
  return (
    <Spotlight.Action onClick={() => void navigate({ to: "/queue/$view/$number", params })}>
      <span className={classes.action}>
        <Icon size={16} role="img" aria-label={label()} />
        <span className={classes.name}>{ticket.subject}</span>
        <span className={classes.aside}>
          #{ticket.number} · {ticket.customer.name ?? ticket.customer.email}
        </span>
      </span>
    </Spotlight.Action>
  );
}

function ViewAction({ view }: { view: View }) {
  const navigate = useNavigate();
  const { label, icon: Icon } = views[view];
  return (
    <Spotlight.Action onClick={() => void navigate({ to: "/queue/$view", params: { view } })}>
      <span className={classes.action}>
        <Icon size={16} aria-hidden="true" />
        <span className={classes.name}>{label()}</span>
      </span>
    </Spotlight.Action>
  );
}
