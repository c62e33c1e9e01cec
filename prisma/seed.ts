/** The demo company's people and history; made at the first start of a demo. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashPassword } from "better-auth/crypto";
import { addPerson } from "../server/accounts/accounts.repo.ts";
import { nameQuestions } from "../server/deflection/questions.service.ts";
import type { Deps, Role } from "../server/deps.ts";
import { readGrownCases } from "../server/insight/cases.service.ts";
import { colleagues, placeStaff } from "./demo/staff.ts";
import { seedSurveys } from "./demo-surveys.ts";
import { seedTickets } from "./demo-tickets.ts";
import { seedVisits } from "./demo-visits.ts";

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

/** Settings key of the mark that the demo is complete. */
export const demoMark = "demo";

/**
 * Makes the demo once. Each part can be repeated without doubling, and the mark is set when all are
 * there, so that a demo whose first start was cut short is completed by the next.
 */
export async function seedDemo(deps: Deps): Promise<{ logins: Login[] }> {
  const logins = knownLogins(deps);
  const mark = await deps.db.setting.findUnique({ where: { key: demoMark } });
  if (mark) return { logins };
  for (const login of logins) await hire(deps, login);
  for (const colleague of colleagues) await hire(deps, { ...colleague, password: secret() });
  const tickets = await seedTickets(deps);
  await placeStaff(deps);
  await seedVisits(deps, { days: 30, seed: 1, tickets });
  await seedSurveys(deps);
  await nameQuestions(deps);
  await readGrownCases(deps);
  await deps.db.setting.create({ data: { key: demoMark, value: { doneAt: deps.now() } } });
  return { logins };
}

/** Passwords are made for this installation and kept beside its data, readable by its owner alone. */
function knownLogins(deps: Deps): Login[] {
  const file = join(deps.env.DATA_DIR, "demo-logins.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const logins = people.map((person) => ({
    ...person,
    password: secret(),
  }));
  writeFileSync(file, JSON.stringify(logins), { mode: 0o600 });
  return logins;
}

const secret = (): string => randomBytes(9).toString("base64url");

async function hire(deps: Deps, { password, ...person }: Login): Promise<void> {
  if (await deps.db.user.findUnique({ where: { email: person.email } })) return;
  const passwordHash = await hashPassword(password);
  await deps.db.$transaction((tx) => addPerson(tx, { ...person, passwordHash, at: deps.now() }));
}
