import { randomUUID } from "node:crypto";
import type { Tx } from "../db.ts";
import type { Role } from "../deps.ts";

export type NewPerson = {
  name: string;
  email: string;
  role: Role;
  locale: string;
  passwordHash: string;
  at: Date;
};

/** Makes a member of staff who signs in with a password. Null when the address is taken. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<string | null> {
  const { passwordHash, at, ...rest } = person;
  const id = randomUUID();
  const times = { createdAt: at, updatedAt: at };
  const { count } = await tx.user.createMany({
    data: [{ id, ...rest, email: person.email.toLowerCase(), emailVerified: true, ...times }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await tx.account.create({
    data: {
      id: randomUUID(),
      userId: id,
      accountId: id,
      providerId: "credential",
      password: passwordHash,
      ...times,
    },
  });
  return id;
}

export const countAdmins = (tx: Tx): Promise<number> =>
  tx.user.count({ where: { role: "admin", active: true } });

export const ownRow = (tx: Tx, id: string) =>
  tx.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, presence: true, locale: true, team: true },
  });

export async function changePerson(
  tx: Tx,
  id: string,
  change: { presence?: string | undefined; locale?: string | undefined },
): Promise<void> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  await tx.user.update({ where: { id }, data: Object.fromEntries(given) });
}
