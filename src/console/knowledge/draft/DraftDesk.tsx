import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { useCommand } from "../../commands/commands.ts";
import type { Draft, Publication } from "../records.ts";
import { Conflict } from "./Conflict.tsx";
import { DiscardDialog, SelfReviewDialog } from "./Dialogs.tsx";
import { DraftHead, type Primary } from "./DraftHead.tsx";
import { DraftText } from "./DraftText.tsx";
import classes from "./draft.module.css";
import type { EditingState } from "./editing.ts";
import { type Obstacle, obstaclesOf } from "./obstacles.ts";
import { Saving } from "./Saving.tsx";
import { Sides } from "./Sides.tsx";
import { useDraftActions } from "./useDraftActions.ts";
import { useEditing } from "./useEditing.ts";

type Props = { draft: Draft; onPublished: (publication: Publication) => void };

/** Where a draft is written and reviewed: its text, and beside it what becomes of it. */
export function DraftDesk({ draft, onPublished }: Props) {
  const isNarrow = useMediaQuery("(max-width: 64em)", undefined, {
    getInitialValueInEffect: false,
  });
  const { editing, state } = useEditing(draft);
  const actions = useDraftActions(editing, onPublished);
  const [dialog, setDialog] = useState<"discard" | "self" | null>(null);
  const { fields } = state;
  const obstacles = obstaclesOf(draft, fields);
  const isLocked = state.theirs !== null;
  const primary = primaryOf(draft, obstacles, {
    doing: actions.doing,
    submit: () => void actions.submit(),
    publish: () => (draft.mayReview === "self" ? setDialog("self") : void actions.publish(false)),
  });
  useEffect(() => {
    document.title = fields.title || m.knowledge_untitled();
  }, [fields.title]);
  useCommand("save", () => void editing.flush());
  useCommand("proceed", dialog === null ? (primary?.run ?? null) : null);
  const mayReview = draft.mayReview !== "no";
  const text = (
    <DraftText
      draft={draft}
      fields={fields}
      isLocked={isLocked}
      onChange={editing.change}
      actions={actions}
    />
  );
  return (
    <main className={classes.desk}>
      <DraftHead
        draft={draft}
        title={fields.title}
        saving={<Saving state={state} />}
        primary={primary}
        onSendBack={draft.state === "in_review" && mayReview ? () => void actions.sendBack() : null}
        onDiscard={() => setDialog("discard")}
      />
      <Before draft={draft} obstacles={obstacles} state={state} />
      <div className={classes.conflict}>
        <Conflict
          fields={fields}
          theirs={state.theirs}
          onKeepMine={editing.keepMine}
          onTakeTheirs={editing.takeTheirs}
        />
      </div>
      <Sides
        draft={draft}
        fields={fields}
        text={text}
        isNarrow={isNarrow}
        isLocked={isLocked}
        onChange={editing.change}
      />
      <DiscardDialog
        opened={dialog === "discard"}
        onClose={() => setDialog(null)}
        onConfirm={() => void actions.discard().then(() => setDialog(null))}
      />
      <SelfReviewDialog
        opened={dialog === "self"}
        onClose={() => setDialog(null)}
        onConfirm={() => void actions.publish(true).then(() => setDialog(null))}
      />
    </main>
  );
}

type Ways = { doing: string | null; submit: () => void; publish: () => void };

/** The next step, for whoever looks: hand it on, publish it, or wait. */
function primaryOf(draft: Draft, obstacles: Obstacle[], ways: Ways): Primary {
  const { doing } = ways;
  const isFree = doing === null;
  if (draft.state === "draft") {
    const mayGo = isFree && obstacles.every(({ forReview }) => !forReview);
    const run = mayGo ? ways.submit : null;
    return { label: m.knowledge_submit(), run, isBusy: doing === "submit" };
  }
  if (draft.mayReview === "no") return null;
  const run = isFree && obstacles.length === 0 ? ways.publish : null;
  return { label: m.knowledge_publish(), run, isBusy: doing === "publish" };
}

type BeforeProps = { draft: Draft; obstacles: Obstacle[]; state: EditingState };

/** What still stands in the way, and why the last thing did not happen. */
function Before({ draft, obstacles, state }: BeforeProps) {
  const { refusal } = state;
  const isWaiting = draft.state === "in_review" && draft.mayReview === "no";
  const wasSentBack = draft.state === "draft" && draft.reviewer;
  return (
    <div className={classes.before} role="status">
      {refusal && <p className={classes.refusal}>{refusal.message}</p>}
      {isWaiting && <p>{m.knowledge_waiting()}</p>}
      {wasSentBack && <p>{m.knowledge_sent_back_by({ name: draft.reviewer!.name })}</p>}
      {obstacles.length > 0 && (
        <>
          <p>{m.knowledge_obstacles()}</p>
          <ul className={classes.obstacles}>
            {obstacles.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
