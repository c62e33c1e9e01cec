/** What the signed-in person chose: each change is stored as it is made, one after another. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Preferences, trpc } from "../api.ts";

export function usePreferences() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(trpc.notices.preferences.queryOptions());
  // What was chosen here is shown at once; the next choice builds on it.
  const [chosen, choose] = useState<Preferences | null>(null);
  const preferences = chosen ?? data;
  const saving = useMutation(
    trpc.notices.savePreferences.mutationOptions({
      scope: { id: "preferences" },
      onError: () => choose(null),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.notices.preferences.queryKey() }),
    }),
  );
  const save = (change: Partial<Preferences>) => {
    if (!preferences) return;
    const next = { ...preferences, ...change };
    choose(next);
    const ways = Object.fromEntries(next.ways.map(({ kind, ...way }) => [kind, way]));
    saving.mutate({ ...next, ways });
  };
  return { preferences, error, refetch, save, saving };
}

export function useOwn() {
  const queries = useQueryClient();
  const { data } = useQuery(trpc.accounts.own.queryOptions());
  const saving = useMutation(
    trpc.accounts.changeOwn.mutationOptions({
      scope: { id: "own" },
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.accounts.pathKey() }),
    }),
  );
  // Until the server has it, what was chosen here counts.
  const presence = (saving.isPending && saving.variables.presence) || data?.presence;
  return { own: data && { ...data, presence: presence! }, change: saving.mutate, saving };
}
