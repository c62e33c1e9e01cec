/** What the signed-in person chose: each change is stored as it is made. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Preferences, trpc } from "../api.ts";

export function usePreferences() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(trpc.notices.preferences.queryOptions());
  const key = trpc.notices.preferences.queryKey();
  const saving = useMutation(
    trpc.notices.savePreferences.mutationOptions({
      onError: () => queries.invalidateQueries({ queryKey: key }),
    }),
  );
  const save = (change: Partial<Preferences>) => {
    if (!data) return;
    const next = { ...data, ...change };
    queries.setQueryData(key, next);
    const ways = Object.fromEntries(next.ways.map(({ kind, ...way }) => [kind, way]));
    saving.mutate({ ...next, ways });
  };
  return { preferences: data, error, refetch, save, saving };
}

export function useOwn() {
  const queries = useQueryClient();
  const { data } = useQuery(trpc.accounts.own.queryOptions());
  const key = trpc.accounts.own.queryKey();
  const saving = useMutation(
    trpc.accounts.changeOwn.mutationOptions({
      onMutate: (change) => queries.setQueryData(key, (now) => now && { ...now, ...given(change) }),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.accounts.pathKey() }),
    }),
  );
  return { own: data, change: saving.mutate, saving };
}

const given = (change: { presence?: string | undefined; locale?: string | undefined }) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
