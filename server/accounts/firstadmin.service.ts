/** The first administrator is made by a one-time link that `npm start` prints while there is none. */
import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import { localeSchema } from "../../content/schema.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { addPerson, countAdmins } from "./accounts.repo.ts";

const lifetimeMs = 24 * 3_600_000;

/** @returns the link, or null when there is an administrator already. */
export async function firstAdminLink(deps: Deps): Promise<string | null> {
  if ((await countAdmins(deps.db)) > 0) return null;
  const expires = String(deps.now().getTime() + lifetimeMs);
  return `${deps.env.PUBLIC_URL}/console/welcome?expires=${expires}&signature=${deps.secrets.sign("first-admin", expires)}`;
}

export const firstAdminSchema = z.object({
  expires: z.string(),
  signature: z.string(),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  password: z.string().min(10).max(200),
  locale: localeSchema,
});

/** @throws Problem `link_invalid`, `link_expired`, `not_allowed` once an administrator exists. */
export async function makeFirstAdmin(
  deps: Deps,
  input: z.infer<typeof firstAdminSchema>,
): Promise<void> {
  if (!deps.secrets.verify("first-admin", input.expires, input.signature))
    throw new Problem("link_invalid");
  const at = deps.now();
  if (Number(input.expires) < at.getTime()) throw new Problem("link_expired");
  const passwordHash = await hashPassword(input.password);
  await deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first-admin'))`;
    if ((await countAdmins(tx)) > 0) throw new Problem("not_allowed");
    const { name, email, locale } = input;
    await addPerson(tx, { name, email, locale, role: "admin", passwordHash, at });
  });
}
