import { UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { Notice } from "../api.ts";
import { dayAndTime } from "../time/dates.ts";
import { When } from "../time/When.tsx";
import { useRead } from "./inbox.ts";
import classes from "./notices.module.css";
import { noticeWords } from "./words.ts";

type Props = { notice: Notice; onOpen: () => void };

/** What happened, on which ticket; choosing it opens the ticket and counts as read. */
export function NoticeRow({ notice, onOpen }: Props) {
  const read = useRead();
  const choose = () => {
    if (!notice.readAt) read({ id: notice.id });
    if (notice.number !== null || notice.data.incident) onOpen();
  };
  return (
    <li>
      <Target number={notice.number} incident={notice.data.incident} onChoose={choose}>
        <Told notice={notice} />
      </Target>
    </li>
  );
}

type TargetProps = {
  number: number | null;
  incident: number | undefined;
  onChoose: () => void;
  children: ReactNode;
};

function Target({ number, incident, onChoose, children }: TargetProps) {
  if (incident)
    return (
      <Link
        to="/incidents/$number"
        params={{ number: String(incident) }}
        className={classes.row ?? ""}
        onClick={onChoose}
      >
        {children}
      </Link>
    );
  if (number === null)
    return (
      <UnstyledButton className={classes.row ?? ""} onClick={onChoose}>
        {children}
      </UnstyledButton>
    );
  return (
    <Link
      to="/queue/$view/$number"
      params={{ view: "open", number: String(number) }}
      className={classes.row ?? ""}
      onClick={onChoose}
    >
      {children}
    </Link>
  );
}

function Told({ notice }: { notice: Notice }) {
  const { said, icon: Icon } = noticeWords[notice.kind];
  const { number, subject, priority, readAt, data } = notice;
  return (
    <>
      <Icon size={16} aria-hidden="true" />
      <span className={classes.said}>
        <strong data-unread={!readAt}>
          {said()}
          {data.dueAt !== undefined && ` · ${m.notices_due({ time: dayAndTime(data.dueAt) })}`}
        </strong>
        {number !== null && (
          <span className={classes.about}>
            {priority === "P0" && <b>P0 </b>}#{number} {subject}
          </span>
        )}
      </span>
      <span className={classes.aside}>
        <When at={notice.at} />
        {!readAt && (
          <span className={classes.dot}>
            <span className="visually-hidden">{m.notices_is_unread()}</span>
          </span>
        )}
      </span>
    </>
  );
}
