import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { m } from "#messages";
import { ReasonDialog } from "../../look/ReasonDialog.tsx";
import { type Change, ChangeList } from "./ChangeList.tsx";

type Props = {
  /** Number the version will have. */
  version: number;
  changes: readonly Change[];
  /** What it would have done, where that was tried. */
  effect?: ReactNode;
  onClose: () => void;
  onSave: (note: string) => Promise<number>;
};

/** What saving changes, and why. */
export const SaveDialog = ({ version, changes, effect, onClose, onSave }: Props) => (
  <ReasonDialog
    size="lg"
    title={m.setup_save_title({ version })}
    action={m.setup_save_confirm()}
    label={m.setup_note()}
    hint={m.setup_note_hint()}
    isOptional
    onSend={async (note) => {
      const saved = await onSave(note);
      notifications.show({ message: m.setup_saved({ version: saved }), color: "met" });
    }}
    onClose={onClose}
  >
    <ChangeList changes={changes} />
    {effect}
  </ReasonDialog>
);
