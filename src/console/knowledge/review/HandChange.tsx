import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FileWarning } from "lucide-react";
import { m } from "#messages";
import { trpc } from "../../api.ts";
import type { Draft } from "../records.ts";
import classes from "./review.module.css";
import { SideBySide } from "./SideBySide.tsx";

type Props = { draft: Draft; onMerged: () => void };

/** Somebody changed the file while this draft was written: neither version may vanish. */
export function HandChange({ draft, onMerged }: Props) {
  const { data } = useQuery({
    ...trpc.articles.checklist.queryOptions({ id: draft.id }),
    enabled: draft.changedByHand,
  });
  if (!draft.changedByHand) return null;
  const names = { before: m.knowledge_file_now(), after: m.knowledge_file_next() };
  return (
    <Alert
      color="risk"
      variant="light"
      icon={<FileWarning size={16} />}
      title={draft.file === null ? m.knowledge_hand_removed() : m.knowledge_hand_changed()}
    >
      <div className={classes.both}>
        <p>{draft.file === null ? m.knowledge_hand_removed_text() : m.knowledge_hand_text()}</p>
        {draft.file !== null && data && (
          <SideBySide before={draft.file} after={data.next} names={names} />
        )}
        <div className={classes.ways}>
          <Button variant="default" onClick={onMerged}>
            {draft.file === null ? m.knowledge_hand_anew() : m.knowledge_hand_merged()}
          </Button>
        </div>
      </div>
    </Alert>
  );
}
