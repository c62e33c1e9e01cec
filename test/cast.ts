/** The people everyone knows: who works at Heronby's desk, and who writes to it. */
import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { hashPassword } from "better-auth/crypto";
import type { Answers } from "../content/forms.ts";
import type { Locale } from "../content/schema.ts";
import { addPerson } from "../server/accounts/accounts.repo.ts";
import type { Agent } from "../server/deps.ts";
import type { Submission } from "../server/tickets/submission.ts";
import type { Browser, TestApp } from "./app.ts";

const desk = {
  mia: { name: "Mia Hartmann", role: "agent", email: "mia@heronby.example", locale: "en" },
  siyuan: { name: "陈思远", role: "agent", email: "siyuan@heronby.example", locale: "zh" },
  tom: { name: "Tom Okafor", role: "lead", email: "tom@heronby.example", locale: "en" },
  xiaowen: { name: "林晓雯", role: "owner", email: "xiaowen@heronby.example", locale: "zh" },
  ada: { name: "Ada Lindqvist", role: "admin", email: "ada@heronby.example", locale: "en" },
} as const;

type Staff = Record<keyof typeof desk, Agent>;

const password = "everybody knows it";
let hash: Promise<string> | undefined;

/** Two agents (Mia, Siyuan), the lead Tom, the content owner Xiaowen and the administrator Ada. */
export async function hireStaff({ deps }: TestApp): Promise<Staff> {
  hash ??= hashPassword(password);
  const passwordHash = await hash;
  const hired = Object.entries(desk).map(async ([key, person]) => {
    const id = await addPerson(deps.db, { ...person, passwordHash, at: deps.now() });
    const { name, role, locale } = person;
    return [key, { kind: "agent", id, name, role, locale }];
  });
  return Object.fromEntries(await Promise.all(hired));
}

/** Signs in through the front door. @returns the `cookie` header of further requests. */
export async function signIn(app: TestApp, who: keyof typeof desk): Promise<string> {
  const http = await app.http();
  const response = await http.inject({
    method: "POST",
    url: "/api/auth/sign-in/email",
    payload: { email: desk[who].email, password },
  });
  if (response.statusCode !== 200) throw new Error(`Sign-in failed: ${response.body}`);
  return response.cookies
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join("; ");
}

export type Person = { name: string; email: string; locale: Locale; timeZone: string };

export const wangLei: Person = {
  name: "王磊",
  email: "wang.lei@mail.example",
  locale: "zh",
  timeZone: "Asia/Shanghai",
};
/** Somebody who never wrote before: who writes often is heard sooner. */
export const somebodyNew = (): Person => ({ ...wangLei, email: `${randomUUID()}@mail.example` });
export const graceMiller: Person = {
  name: "Grace Miller",
  email: "grace.miller@mail.example",
  locale: "en",
  timeZone: "America/New_York",
};

const questions: Record<Locale, Answers> = {
  en: {
    subject: "How do I get an invoice for my subscription?",
    description: "I pay for Heronby Cloud every month and need an invoice for my tax return.",
  },
  zh: {
    subject: "云服务扣费能开发票吗？",
    description: "我每个月都在付鹭屿云的费用，报销需要发票，不知道在哪里开。",
  },
};

/** What a customer tells of a fault, over the answers of a plain question. */
export const faultAnswers: Answers = {
  subject: "客厅的摄像头连不上网",
  description: "从昨天晚上开始，客厅的摄像头连不上网络，重启过也没有用。",
  kind: "fault",
  category: "setup",
  module: "cam",
  since: "2026-11-17T22:00:00.000Z",
  steps: "1. 打开摄像头\n2. 等十分钟\n3. 断开",
  evidence: { waived: "晚上才出现" },
};

/** What a customer wishes for. */
export const suggestionAnswers: Answers = {
  subject: "建议 App 支持深色模式",
  description: "晚上看画面太刺眼，建议增加深色模式。",
  kind: "suggestion",
  category: "setup",
};

/**
 * Sends the contact form as a browser does: proof of work, then the ticket.
 * @param answers over those of a plain question about an invoice.
 * @param how the browser, the member of staff who tries the form, or other parts of the submission.
 */
export async function writeIn(
  app: TestApp,
  person: Person,
  answers: Answers = {},
  how: Partial<Submission> & { browser?: Partial<Browser>; staff?: Agent } = {},
) {
  const { browser, staff, ...also } = how;
  const caller = staff ? app.as(staff) : app.visitor({ locale: person.locale, ...browser });
  const submission: Submission = {
    key: randomUUID(),
    form: "contact",
    locale: person.locale,
    writtenAt: app.deps.now(),
    context: { timeZone: person.timeZone },
    answers: {
      kind: "question",
      category: "invoices",
      ...questions[person.locale],
      name: person.name,
      email: person.email,
      ...answers,
    },
    ...also,
  };
  return caller.forms.submit({ submission, proof: await proof(caller), website: "" });
}

async function proof(caller: ReturnType<TestApp["visitor"]>): Promise<string> {
  const challenge = await caller.forms.challenge();
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
