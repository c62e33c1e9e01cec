/** A document of settings on its way to the next version. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type {
  SettingDocument,
  SettingKind,
  SettingProblem,
} from "../../../../server/settings/kinds.ts";
import { client, queryClient, trpc } from "../../api.ts";
import { isLead } from "../../lead/leads.ts";
import { every } from "../../patience.ts";
import { useMe } from "../../session/session.ts";
import { isSame, keepDraft, type LocalDraft, recallDraft } from "./localdraft.ts";

export type Editing<K extends SettingKind> = {
  kind: K;
  /** Version that the edit was made from; a change in between is not overwritten. */
  base: number;
  /** Version in force now. */
  version: number;
  inForce: SettingDocument<K>;
  document: SettingDocument<K>;
  isChanged: boolean;
  /** Somebody saved another version since the edit began: the document it was made from. */
  conflict: { before: SettingDocument<K> } | null;
  problems: readonly SettingProblem[];
  /** The problems are those of what is shown now. */
  isChecked: boolean;
  /** Counts up whenever the document becomes another as a whole; fields begin anew then. */
  round: number;
  change: (document: SettingDocument<K>) => void;
  /** Another document takes its place, such as one from a file. */
  replace: (document: SettingDocument<K>) => void;
  discard: () => void;
  /** The edit is laid over the version in force: what that changed elsewhere goes. */
  keepMine: () => void;
  /** Stores the next version. @returns its number. */
  save: (note: string, document?: SettingDocument<K>) => Promise<number>;
  /** Reads all again, after a version was stored in another way. */
  reload: () => Promise<void>;
};

/** `editing` is null while the version in force is being read. */
export function useEditing<K extends SettingKind>(kind: K) {
  const current = useQuery({
    ...trpc.settings.current.queryOptions({ kind }),
    refetchInterval: every(20_000),
  });
  const inForce = current.data?.document as SettingDocument<K> | undefined;
  const version = current.data?.version ?? 0;
  const [round, setRound] = useState(0);
  const [draft, setDraft] = useDraft<SettingDocument<K>>(kind, inForce);
  const isChanged = draft !== null && !isSame(draft.document, inForce);
  const base = isChanged ? draft.base : version;
  const conflict = useBase(kind, isChanged && base !== version ? base : null);
  const document = isChanged ? draft.document : inForce;
  const checked = useProblems(kind, document);
  const putAnew = (next: LocalDraft<SettingDocument<K>> | null) => {
    setDraft(next);
    setRound((count) => count + 1);
  };
  const reload = async () => {
    putAnew(null);
    await queryClient.invalidateQueries({ queryKey: trpc.settings.pathKey() });
  };
  const editing: Editing<K> | null = inForce
    ? {
        ...{ kind, base, version, inForce, document: document!, isChanged, conflict, ...checked },
        round,
        change: (next) => setDraft(isSame(next, inForce) ? null : { base, document: next }),
        replace: (next) => putAnew(isSame(next, inForce) ? null : { base, document: next }),
        discard: () => putAnew(null),
        keepMine: () => draft && setDraft({ ...draft, base: version }),
        async save(note, data = document!) {
          const saved = await client.settings.save.mutate({ kind, data, note, base });
          await reload();
          return saved.version;
        },
        reload,
      }
    : null;
  const retry = () => void current.refetch();
  return { editing, error: current.error, data: current.data, retry };
}

function useDraft<T extends object>(kind: SettingKind, like: T | undefined) {
  const [draft, setDraft] = useState<LocalDraft<T> | null | undefined>(undefined);
  useEffect(() => {
    if (like && draft === undefined) setDraft(recallDraft(kind, like));
  }, [kind, like, draft]);
  const keep = (next: LocalDraft<T> | null) => {
    keepDraft(kind, next);
    setDraft(next);
  };
  return [draft ?? null, keep] as const;
}

/** The document that an outdated edit began with. */
function useBase<K extends SettingKind>(kind: K, version: number | null) {
  const { data } = useQuery({
    ...trpc.settings.version.queryOptions({ kind, version: version ?? 1 }),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return version !== null && data ? { before: data as SettingDocument<K> } : null;
}

function useProblems(kind: SettingKind, document: unknown) {
  const rested = useRested(document, 300);
  const { role } = useMe();
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["setting problems", kind, JSON.stringify(rested)],
    queryFn: () => client.settings.check.mutate({ kind, data: rested }),
    // Others may read a document; nobody asks what would be wrong with it but who may change it.
    enabled: rested !== undefined && isLead(role),
    placeholderData: (before: SettingProblem[] | undefined) => before,
  });
  const isChecked = data !== undefined && !isPlaceholderData && rested === document;
  return { problems: data ?? [], isChecked };
}

/** A value that has not changed for so many milliseconds; the first is taken at once. */
function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rested === undefined ? 0 : ms);
    return () => clearTimeout(timer);
  }, [value, ms, rested]);
  return rested;
}
