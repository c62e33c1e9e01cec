import { Alert, Button } from "@mantine/core";
import { GitCompare } from "lucide-react";
import { m } from "#messages";
import type { Draft } from "../records.ts";
import reviewClasses from "../review/review.module.css";
import { SideBySide } from "../review/SideBySide.tsx";
import { type Fields, fieldsOf } from "./fields.ts";

type Props = {
  fields: Fields;
  theirs: Draft | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people wrote at once: both versions are shown until one is chosen. */
export function Conflict({ fields, theirs, onKeepMine, onTakeTheirs }: Props) {
  if (!theirs) return null;
  const isOver = theirs.state === "published" || theirs.state === "discarded";
  const names = { before: m.knowledge_version_theirs(), after: m.knowledge_version_mine() };
  return (
    <Alert
      color="breached"
      variant="light"
      role="alert"
      icon={<GitCompare size={16} />}
      title={isOver ? m.knowledge_conflict_over() : m.knowledge_conflict()}
    >
      <div className={reviewClasses.both}>
        <p>{isOver ? m.knowledge_conflict_over_text() : m.knowledge_conflict_text()}</p>
        <SideBySide before={textOf(fieldsOf(theirs))} after={textOf(fields)} names={names} />
        <div className={reviewClasses.ways}>
          {!isOver && <Button onClick={onKeepMine}>{m.knowledge_keep_mine()}</Button>}
          <Button variant="default" onClick={onTakeTheirs}>
            {m.knowledge_take_theirs()}
          </Button>
        </div>
      </div>
    </Alert>
  );
}

/** Everything that two people could have written differently, as lines. */
const textOf = ({ title, description, aliases, body }: Fields): string =>
  [title, description, aliases.join("; "), "", body].join("\n");
