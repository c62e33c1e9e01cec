import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { m } from "#messages";
import type { SettingDocument, SettingKind } from "../../../../server/settings/kinds.ts";
import { client, trpc } from "../../api.ts";
import { refusalOf } from "../../refusal.ts";
import type { Change } from "./ChangeList.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import type { Editing } from "./useEditing.ts";

type Props<K extends SettingKind> = {
  editing: Editing<K>;
  /** The version to go back to. */
  version: number;
  changesOf: (before: SettingDocument<K>, after: SettingDocument<K>) => Change[];
  onClose: () => void;
};

/** What going back to an earlier version changes, before it is done. */
export function Restoring<K extends SettingKind>({
  editing,
  version,
  changesOf,
  onClose,
}: Props<K>) {
  const { kind, inForce } = editing;
  const { data, error } = useQuery(trpc.settings.version.queryOptions({ kind, version }));
  useEffect(() => {
    if (!error) return;
    notifications.show({ message: refusalOf(error).message, color: "breached" });
    onClose();
  }, [error, onClose]);
  if (!data) return null;
  const restore = async (note: string) => {
    const saved = await client.settings.restore.mutate({
      ...{ kind, version, base: editing.version },
      note: note || m.settings_version_restored_note({ version }),
    });
    await editing.reload();
    return saved.version;
  };
  return (
    <SaveDialog
      version={editing.version + 1}
      changes={changesOf(inForce, data as SettingDocument<K>)}
      onClose={onClose}
      onSave={restore}
    />
  );
}
