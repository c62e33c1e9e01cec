/** Everything that runs without a request: its queue or its period, and the one service it rings. */
import type { Job, JobResult, PgBoss } from "pg-boss";
import { z } from "zod";
import { applyRevision, publishJobSchema } from "./articles/publish.service.ts";
import { sweepUploads } from "./attachments/attachments.service.ts";
import { nameQuestions } from "./deflection/questions.service.ts";
import { keepVisitLog } from "./deflection/retention.service.ts";
import { countVisits } from "./deflection/rollups.service.ts";
import type { Deps } from "./deps.ts";
import { logHandovers } from "./escalation/handover.service.ts";
import { sweepProofs } from "./forms/proof.service.ts";
import { publishBanner } from "./incidents/banner.service.ts";
import { carryOut } from "./incidents/carrying.service.ts";
import { sweepSurges } from "./incidents/surges.service.ts";
import { readGrownCases } from "./insight/cases.service.ts";
import { type JobName, queues } from "./jobs.ts";
import { deliveryJobSchema, tryDelivery } from "./notices/delivery.service.ts";
import { mailJobSchema, sendNotice } from "./notices/notices.service.ts";
import { sendStaffMail, staffMailJobSchema } from "./notices/staffmail.service.ts";
import { sweepDeliveries } from "./notices/webhooks.service.ts";
import { sweepSite } from "./publishing/searchsweep.service.ts";
import { settleIn } from "./reactions.triage.ts";
import { watchHolidays } from "./sla/holidaywatch.service.ts";
import { recompute, recomputeJobSchema } from "./sla/recompute.service.ts";
import { sweepSyncs } from "./teamwork/sync.service.ts";
import { sweepTasks } from "./teamwork/tasks.service.ts";
import { sweepClocks } from "./tickets/sweep.service.ts";

type Handler = (deps: Deps, data: unknown, jobId: string) => Promise<void>;

/** Rung by an event, in its transaction. Each is settled by itself: a failed mail must not repeat its neighbours. */
export const handlers: Record<JobName, Handler> = {
  mail: (deps, data, jobId) => {
    const toStaff = staffMailJobSchema.safeParse(data);
    return toStaff.success
      ? sendStaffMail(deps, toStaff.data, jobId)
      : sendNotice(deps, mailJobSchema.parse(data), jobId);
  },
  assign: (deps, data) => settleIn(deps, assignJobSchema.parse(data).ticketId),
  publish: (deps, data) => applyRevision(deps, publishJobSchema.parse(data)),
  webhook: (deps, data) => tryDelivery(deps, deliveryJobSchema.parse(data)),
  recompute: (deps, data) => recompute(deps, recomputeJobSchema.parse(data)),
  incident: (deps, data) => carryOut(deps, incidentJobSchema.parse(data)),
  banner: publishBanner,
};

const assignJobSchema = z.object({ ticketId: z.uuid() });
const incidentJobSchema = z.object({ updateId: z.uuid(), ticketId: z.uuid() });

/**
 * Jobs of a queue at once in one process, where not one: a slow receiver must not hold up the others,
 * and an incident with hundreds of tickets is told within seconds.
 */
const atOnce: Partial<Record<JobName, number>> = { webhook: 4, incident: 4 };

/**
 * A few at a time, ten a second for each queue: in a rush of tickets the acknowledgements come first,
 * and mails follow. What a killed process had done of a batch is done again: jobs bear that.
 */
const pace = {
  batchSize: 5,
  pollingIntervalSeconds: 0.5,
  perJobResults: true,
} as const;

async function settleEach(
  deps: Deps,
  name: JobName,
  jobs: readonly Job<unknown>[],
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, data } of jobs)
    results.push(
      await handlers[name](deps, data, id).then(
        () => ({ id, status: "completed" as const }),
        (error: Error) => ({ id, status: "failed" as const, output: { message: error.message } }),
      ),
    );
  return results;
}

/** Rung by the clock. `seconds` between the end of one run and the start of the next. */
export const periodic: { name: string; seconds: number; run: (deps: Deps) => Promise<unknown> }[] =
  [
    { name: "clocks", seconds: 5, run: sweepClocks },
    { name: "hand-overs", seconds: 30, run: logHandovers },
    { name: "surges", seconds: 3600, run: sweepSurges },
    // Rung by every change; this mends what a crash in between has left.
    { name: "banner", seconds: 60, run: publishBanner },
    { name: "holidays", seconds: 3600, run: watchHolidays },
    { name: "sync lines", seconds: 30, run: sweepSyncs },
    { name: "tasks", seconds: 60, run: sweepTasks },
    { name: "uploads", seconds: 3600, run: sweepUploads },
    { name: "proofs", seconds: 3600, run: sweepProofs },
    { name: "search files", seconds: 3600, run: sweepSite },
    { name: "sessions", seconds: 60, run: countVisits },
    { name: "questions", seconds: 3600, run: nameQuestions },
    { name: "desk reports", seconds: 60, run: readGrownCases },
    { name: "webhook log", seconds: 3600, run: sweepDeliveries },
    { name: "visit log", seconds: 86_400, run: keepVisitLog },
  ];

export async function createQueues(boss: PgBoss): Promise<void> {
  for (const name of queues)
    await boss.createQueue(name, { retryLimit: 8, retryBackoff: true, retryDelay: 5 });
}

/** @returns stops the periodic work and waits for what is under way. */
export async function startWorkers(deps: Deps, boss: PgBoss): Promise<() => Promise<void>> {
  for (const name of queues) {
    await boss.work(name, { ...pace, localConcurrency: atOnce[name] ?? 1 }, (jobs) =>
      settleEach(deps, name, jobs),
    );
  }
  const loops = periodic.map((entry) => loop(deps, entry));
  return async () => {
    await Promise.all(loops.map((stop) => stop()));
  };
}

function loop(deps: Deps, { name, seconds, run }: (typeof periodic)[number]): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let current = Promise.resolve();
  const turn = async (): Promise<void> => {
    // The next turn tries again; the database may be away for a while.
    await run(deps).catch((error) =>
      deps.log.error({ err: error, job: name }, "periodic work failed"),
    );
    if (!stopped) timer = setTimeout(next, seconds * 1000);
  };
  const next = () => {
    current = turn();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
    return current;
  };
}
