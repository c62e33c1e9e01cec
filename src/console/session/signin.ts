import { m } from "#messages";
import type { Refusal } from "../refusal.ts";

/** What an answer to signing in means to the person: null when they are in. */
export async function refusalOfSignIn(response: Response): Promise<Refusal | null> {
  if (response.ok) return null;
  if (response.status === 429) return { code: "rate_limited", message: m.console_sign_in_wait() };
  if (response.status < 500) return { code: "wrong", message: m.console_sign_in_wrong() };
  const { problem }: { problem?: Refusal } = await response.json().catch(() => ({}));
  return problem ?? { code: "internal", message: m.console_server_fault() };
}
