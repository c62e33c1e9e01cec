/** A document of settings on its way to the next version. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SettingDocument, SettingKind } from "../../../server/settings/kinds.ts";
import { client, queryClient, trpc } from "../api.ts";

export type Editing<K extends SettingKind> = {
  kind: K;
  /** Version in force when the editing began; a change in between is not overwritten. */
  base: number;
  inForce: SettingDocument<K>;
  document: SettingDocument<K>;
  isChanged: boolean;
  change: (document: SettingDocument<K>) => void;
  discard: () => void;
  /** Stores the next version. @returns its number. */
  save: (note: string, document?: SettingDocument<K>) => Promise<number>;
  /** After somebody restored an earlier version. */
  reload: () => Promise<void>;
};

/** Null while the version in force is being read. */
export function useDocument<K extends SettingKind>(kind: K) {
  const current = useQuery({
    ...trpc.settings.current.queryOptions({ kind }),
    // What is being edited stays as it is until it is saved.
    refetchOnWindowFocus: false,
  });
  const [draft, setDraft] = useState<SettingDocument<K> | null>(null);
  const reload = async () => {
    setDraft(null);
    await queryClient.invalidateQueries({ queryKey: trpc.settings.pathKey() });
  };
  const { data } = current;
  const inForce = data?.document as SettingDocument<K> | undefined;
  const editing: Editing<K> | null = data
    ? {
        kind,
        base: data.version,
        inForce: inForce!,
        document: draft ?? inForce!,
        isChanged: draft !== null && JSON.stringify(draft) !== JSON.stringify(inForce),
        change: setDraft,
        discard: () => setDraft(null),
        async save(note, document = draft ?? inForce!) {
          const change = { kind, data: document, note, base: data.version };
          const { version } = await client.settings.save.mutate(change);
          await reload();
          return version;
        },
        reload,
      }
    : null;
  return { editing, error: current.error, retry: () => void current.refetch() };
}
