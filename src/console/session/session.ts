/** Who is signed in. Sign-in itself is better-auth's own HTTP API. */
import { useQuery } from "@tanstack/react-query";
import { type Me, queryClient, trpc } from "../api.ts";
import { currentLocale } from "../language.ts";
import { type Refusal, refusalOf } from "../refusal.ts";
import { refusalOfSignIn } from "./signin.ts";

async function post(path: string, body: object): Promise<Response> {
  return fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-locale": currentLocale() },
    body: JSON.stringify(body),
  });
}

/** @returns null when signed in, else why not. */
export async function signIn(email: string, password: string): Promise<Refusal | null> {
  const response = await post("sign-in/email", { email, password }).catch(() => null);
  if (!response) return refusalOf(null);
  const refusal = await refusalOfSignIn(response);
  if (refusal) return refusal;
  await queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() });
  return null;
}

/** Leaves nothing of the desk in memory; drafts stay in the browser. */
export async function signOut(): Promise<void> {
  await post("sign-out", {});
  queryClient.clear();
  location.assign("/console/");
}

export function useSession() {
  return useQuery({
    ...trpc.accounts.me.queryOptions(),
    staleTime: 60_000,
  });
}

/** Who is signed in, below the gate. */
export function useMe(): Me {
  const { data } = useQuery(trpc.accounts.me.queryOptions());
  if (!data) throw new Error("The desk is shown to nobody.");
  return data;
}
