/** A day at the desk as stories tell it: who writes in, what is answered, how the log looks then. */
import { randomUUID } from "node:crypto";
import type { Agent } from "#server/deps.ts";
import { sweepClocks } from "#server/tickets/sweep.service.ts";
import { clockLog } from "#server/tickets/tickets.repo.ts";
import type { TestApp } from "../app.ts";

/** Of no urgency by any rule: a question of P3, or a suggestion when `kind` says so. */
export const calmly = {
  en: {
    category: "account",
    subject: "A darker look for the app",
    description: "Where in the app do I choose the dark look that the website has?",
  },
  zh: {
    category: "account",
    subject: "App 有没有深色外观",
    description: "网站有深色外观，App 里在哪里可以选？",
  },
};

type Receipt = { number: number; ticketId: string; statusUrl: string };
type Desk = ReturnType<TestApp["as"]>["tickets"];
type Reply = Parameters<Desk["reply"]>[0];
type Solution = Parameters<Desk["solve"]>[0];

export const tokenOf = ({ statusUrl }: Pick<Receipt, "statusUrl">): string =>
  new URL(statusUrl).searchParams.get("t")!;

/** What one member of staff does with a ticket, each time with what is seen at that moment. */
export function shift(app: TestApp, agent: Agent) {
  const { tickets } = app.as(agent);
  const look = ({ number }: Pick<Receipt, "number">) => tickets.get({ number });
  const seen = async (receipt: Pick<Receipt, "number">) => {
    const { id, version } = await look(receipt);
    return { ticketId: id, version, key: randomUUID() };
  };
  return {
    look,
    ack: async (receipt: Receipt) => tickets.acknowledge(await seen(receipt)),
    /** @param promiseAt null, or when the next update comes. */
    reply: async (receipt: Receipt, promiseAt: Date | null, words: Partial<Reply> = {}) =>
      tickets.reply({
        ...(await seen(receipt)),
        body: "I am checking your account.",
        next: "open",
        promiseAt,
        ...words,
      }),
    solve: async (receipt: Receipt, solution: Partial<Solution> = {}) =>
      tickets.solve({ ...(await seen(receipt)), body: "Done.", causeTag: "how_to", ...solution }),
    closeWithPlan: async (receipt: Receipt, planText: string, planLink: string) =>
      tickets.closeWithPlan({ ...(await seen(receipt)), planText, planLink }),
    clock: async (receipt: Receipt, metric: string) =>
      (await look(receipt)).clocks.find((clock) => clock.metric === metric && !clock.stoppedAt) ??
      (await look(receipt)).clocks.findLast((clock) => clock.metric === metric),
  };
}

/** The customer's side of a ticket. */
export function holder(app: TestApp, receipt: Receipt) {
  const token = tokenOf(receipt);
  const { tickets, surveys } = app.visitor();
  return {
    page: () => tickets.status({ token }),
    write: (body: string) => tickets.write({ token, key: randomUUID(), body }),
    judge: (solved: boolean) => tickets.judge({ token, solved }),
    rate: (csat: number, also: { nps?: number | null; comment?: string } = {}) =>
      surveys.answer({ token, csat, ...also }),
  };
}

export const logOf = (app: TestApp, { ticketId }: Receipt) => clockLog(app.deps.db, ticketId);
export const sweep = (app: TestApp) => sweepClocks(app.deps);
/** So many hours from what the clock shows. */
export const inHours = (app: TestApp, hours: number): Date =>
  new Date(app.deps.now().getTime() + hours * 3_600_000);
