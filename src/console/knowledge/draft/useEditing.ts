import { useEffect, useState, useSyncExternalStore } from "react";
import { client, queryClient, trpc } from "../../api.ts";
import type { Draft } from "../records.ts";
import { createEditing, type Editing, type EditingState } from "./editing.ts";
import { savingOf } from "./fields.ts";

/** Reads the draft and everything that is said about it again. */
async function readAgain(id: string): Promise<Draft> {
  void queryClient.invalidateQueries({ queryKey: trpc.articles.checklist.queryKey({ id }) });
  void queryClient.invalidateQueries({ queryKey: trpc.articles.drafts.queryKey() });
  return queryClient.fetchQuery({ ...trpc.articles.draft.queryOptions({ id }), staleTime: 0 });
}

function open(draft: Draft): Editing {
  const { id } = draft;
  return createEditing(draft, {
    read: () => readAgain(id),
    async save(seen, fields) {
      const saved = await client.articles.save.mutate({ ...seen, ...savingOf(fields) });
      void readAgain(id);
      return saved;
    },
  });
}

/** One draft being written, as long as its page is shown. */
export function useEditing(draft: Draft): { editing: Editing; state: EditingState } {
  const [editing] = useState(() => open(draft));
  const state = useSyncExternalStore(editing.subscribe, editing.get);
  useEffect(() => editing.heard(draft), [editing, draft]);
  useEffect(() => {
    const leave = () => void editing.flush();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [editing]);
  return { editing, state };
}
