/** A month of tickets of the demo company, each played through the services that make real ones. */
import type { Locale } from "../content/schema.ts";
import type { Agent, Deps, Role } from "../server/deps.ts";
import { DAY } from "../server/sla/instant.ts";
import { ticketByKey } from "../server/tickets/tickets.repo.ts";
import { customers } from "./demo/customers.ts";
import { play, type Staff, ticketKey } from "./demo/play.ts";
import { type Script, schedule } from "./demo/schedule.ts";
import { stories } from "./demo/stories.ts";

export type SeededTicket = {
  ticketId: string;
  /** When it was received. */
  at: Date;
  locale: Locale;
  /** Folder of the help center. */
  category: string;
};

const atOnce = 4;

/**
 * Tickets that are there already are left as they are, so an interrupted run is completed by another.
 * @returns every ticket of the demo, oldest first.
 * @throws when the demo's staff (prisma/seed.ts) isn't hired.
 */
export async function seedTickets(deps: Deps): Promise<SeededTicket[]> {
  await knowCustomers(deps);
  const staff = await staffOf(deps);
  const scripts = schedule(stories, deps.now().getTime());
  const seeded: SeededTicket[] = [];
  let waiting = Promise.resolve();
  const queue = scripts.entries();
  const work = async () => {
    for (const [index, script] of queue) {
      // One after another until they have their numbers, so that numbers follow the calendar.
      const turn = waiting;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting = promise;
      await turn;
      seeded[index] = await seedTicket(deps, staff, script, resolve).finally(resolve);
    }
  };
  const works = await Promise.allSettled(Array.from({ length: atOnce }, work));
  const failed = works.find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
  await readOldNotices(deps);
  return seeded;
}

/** Whoever works here has long seen what they were told before yesterday. */
async function readOldNotices({ db, now }: Deps): Promise<void> {
  const at = now();
  const old = { readAt: null, at: { lt: new Date(at.getTime() - DAY) } };
  await db.notification.updateMany({ where: old, data: { readAt: at } });
}

async function seedTicket(
  deps: Deps,
  staff: Staff,
  script: Script,
  submitted: () => void,
): Promise<SeededTicket> {
  const { story, customer, receivedAt } = script;
  const about = { locale: customer.locale, category: story.category };
  const known = await ticketByKey(deps.db, ticketKey(script));
  if (known) return { ticketId: known.id, at: known.receivedAt, ...about };
  const ticketId = await deps.db.$transaction((tx) => play(deps, tx, staff, script, submitted), {
    timeout: 60_000,
    maxWait: 60_000,
  });
  return { ticketId, at: new Date(receivedAt), ...about };
}

/** Customers are known before they write: tier and company never come from the form. */
async function knowCustomers(deps: Deps): Promise<void> {
  const since = (days: number) => new Date(deps.now().getTime() - days * 86_400_000);
  await deps.db.customer.createMany({
    data: Object.values(customers).map(({ os: _, browser: __, knownFor, ...card }) => ({
      ...card,
      createdAt: since(knownFor),
    })),
    skipDuplicates: true,
  });
}

async function staffOf(deps: Deps): Promise<Staff> {
  const find = async (name: string): Promise<Agent> => {
    const user = await deps.db.user.findUniqueOrThrow({
      where: { email: `${name}@heronby.example` },
    });
    const { id, role, locale } = user;
    return { kind: "agent", id, name: user.name, role: role as Role, locale: locale as Locale };
  };
  return {
    mia: await find("mia"),
    siyuan: await find("siyuan"),
    tom: await find("tom"),
    xiaowen: await find("xiaowen"),
  };
}
