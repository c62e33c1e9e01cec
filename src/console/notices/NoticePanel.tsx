import { Button, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, useParams } from "@tanstack/react-router";
import { BellOff, CheckCheck, SlidersHorizontal } from "lucide-react";
import { m } from "#messages";
import type { Notice as Told } from "../api.ts";
import { useCommand } from "../commands/commands.ts";
import { Notice } from "../look/Notice.tsx";
import { refusalOf } from "../refusal.ts";
import { useNotices, useRead, useTicketSeen, useUnread } from "./inbox.ts";
import { NoticeRow } from "./NoticeRow.tsx";
import classes from "./notices.module.css";

/** What I was told, beside whatever page is open. */
export function NoticePanel() {
  const [isOpen, panel] = useDisclosure(false);
  const { number } = useParams({ strict: false });
  useCommand("notices", panel.toggle);
  useTicketSeen(number);
  return (
    <Drawer
      opened={isOpen}
      onClose={panel.close}
      position="right"
      size={400}
      title={m.notices_title()}
      closeButtonProps={{ "aria-label": m.console_close() }}
      classNames={{ body: classes.panel ?? "", title: classes.title ?? "" }}
    >
      <Inbox isOpen={isOpen} onClose={panel.close} />
    </Drawer>
  );
}

function Inbox({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { notices, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useNotices(isOpen);
  if (error && !notices)
    return (
      <Notice
        title={refusalOf(error).message}
        action={{ label: m.console_retry(), run: () => void refetch() }}
      />
    );
  const unread = notices?.filter(({ readAt }) => !readAt) ?? [];
  const earlier = notices?.filter(({ readAt }) => readAt) ?? [];
  return (
    <>
      <Tools newest={unread[0]?.id} onClose={onClose} />
      {notices?.length === 0 && (
        <Notice icon={BellOff} title={m.notices_empty()}>
          {m.notices_empty_hint()}
        </Notice>
      )}
      <Part title={m.notices_new()} notices={unread} onOpen={onClose} />
      <Part title={m.notices_earlier()} notices={earlier} onOpen={onClose} />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.notices_older()}
        </Button>
      )}
    </>
  );
}

function Tools({ newest, onClose }: { newest: bigint | undefined; onClose: () => void }) {
  const unread = useUnread();
  const read = useRead();
  return (
    <div className={classes.tools}>
      <Button
        variant="subtle"
        leftSection={<CheckCheck size={14} aria-hidden="true" />}
        disabled={unread === 0 || newest === undefined}
        onClick={() => newest !== undefined && read({ upTo: newest })}
      >
        {m.notices_read_all()}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<SlidersHorizontal size={14} aria-hidden="true" />}
        renderRoot={(props) => <Link to="/me" {...props} />}
        onClick={onClose}
      >
        {m.notices_choose()}
      </Button>
    </div>
  );
}

type PartProps = { title: string; notices: readonly Told[]; onOpen: () => void };

function Part({ title, notices, onOpen }: PartProps) {
  if (notices.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <ul>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
