/** The demo company's people and history; run once, at the first start of a demo. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashPassword } from "better-auth/crypto";
import { addPerson } from "../server/accounts/accounts.repo.ts";
import type { Deps, Role } from "../server/deps.ts";

export type Login = {
  name: string;
  role: Role;
  email: string;
  locale: "en" | "zh";
  password: string;
};

export const people: Omit<Login, "password">[] = [
  { name: "Mia Hartmann", role: "agent", email: "mia@heronby.example", locale: "en" },
  { name: "陈思远", role: "agent", email: "siyuan@heronby.example", locale: "zh" },
  { name: "Tom Okafor", role: "lead", email: "tom@heronby.example", locale: "en" },
  { name: "林晓雯", role: "owner", email: "xiaowen@heronby.example", locale: "zh" },
  { name: "Ada Lindqvist", role: "admin", email: "ada@heronby.example", locale: "en" },
];

/** Passwords are made for this installation and kept beside its data, readable by its owner alone. */
export async function seedDemo(deps: Deps): Promise<{ logins: Login[] }> {
  const file = join(deps.env.DATA_DIR, "demo-logins.json");
  if (existsSync(file)) return { logins: JSON.parse(readFileSync(file, "utf8")) };
  const logins = people.map((person) => ({
    ...person,
    password: randomBytes(9).toString("base64url"),
  }));
  for (const { password, ...person } of logins) {
    await addPerson(deps.db, {
      ...person,
      passwordHash: await hashPassword(password),
      at: deps.now(),
    });
  }
  writeFileSync(file, JSON.stringify(logins), { mode: 0o600 });
  return { logins };
}
