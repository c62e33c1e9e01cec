import { ActionIcon, Badge, Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Ellipsis, Trash2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { Locale } from "../../../../content/schema.ts";
import { Keys } from "../../look/Keys.tsx";
import { focusOnce } from "../focus.ts";
import type { Draft } from "../records.ts";
import { languageWord, stateOf } from "../words.ts";
import classes from "./draft.module.css";

export type Primary = { label: string; run: (() => void) | null; isBusy: boolean } | null;

type Props = {
  draft: Draft;
  title: string;
  /** How far saving is. */
  saving: ReactNode;
  primary: Primary;
  onSendBack: (() => void) | null;
  onDiscard: () => void;
};

/** What it is, who wrote it, and what happens next with it. */
export function DraftHead({ draft, title, saving, primary, onSendBack, onDiscard }: Props) {
  const { icon: Icon, label } = stateOf(draft.state);
  return (
    <header className={classes.head}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={classes.back ?? ""}
        aria-label={m.knowledge_back()}
        renderRoot={(props) => <Link to="/knowledge" {...props} />}
      >
        <ArrowLeft size={16} />
      </ActionIcon>
      <div className={classes.heading}>
        <h1 ref={focusOnce} tabIndex={-1}>
          {title || m.knowledge_untitled()}
        </h1>
        <p className={classes.facts}>
          <Badge
            color={draft.state === "in_review" ? "open" : "gray"}
            leftSection={<Icon size={11} aria-hidden="true" />}
          >
            {label()}
          </Badge>
          <span>{m.knowledge_by({ name: draft.author.name })}</span>
          {draft.ticket && <TicketLink number={draft.ticket.number} />}
          <span>{languageWord(draft.locale as Locale)}</span>
          {saving}
        </p>
      </div>
      <div className={classes.actions}>
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={m.knowledge_more_actions()}>
              <Ellipsis size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<Trash2 size={14} />} onClick={onDiscard}>
              {m.knowledge_discard()}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {onSendBack && (
          <Button variant="default" leftSection={<Undo2 size={14} />} onClick={onSendBack}>
            {m.knowledge_send_back()}
          </Button>
        )}
        {primary && (
          <Button
            loading={primary.isBusy}
            disabled={!primary.run}
            onClick={() => primary.run?.()}
            rightSection={<Keys of="mod+enter" />}
          >
            {primary.label}
          </Button>
        )}
      </div>
    </header>
  );
}

function TicketLink({ number }: { number: number }) {
  const params = { view: "open", number: String(number) };
  return (
    <Link to="/queue/$view/$number" params={params}>
      {m.knowledge_from_ticket({ number })}
    </Link>
  );
}
