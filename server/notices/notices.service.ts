/** The mail job of a customer: reads what is true now, writes the mail, hands it over. */
import { z } from "zod";
import type { Locale } from "../../content/schema.ts";
import type { Deps } from "../deps.ts";
import { confirmUrl, statusUrl, surveyUrl } from "../links.ts";
import { taskById } from "../teamwork/tasks.repo.ts";
import { firstReplyDue } from "../tickets/tickets.repo.ts";
import { composeNotice, type MailKind, mailKinds, type NoticeFacts } from "./notice.ts";
import { publicMessage, standingPromise, ticketForMail } from "./notices.repo.ts";

export const mailJobSchema = z.object({
  kind: z.enum(mailKinds),
  ticketId: z.uuid(),
  messageId: z.uuid().optional(),
  /** Of `shipped`. */
  taskId: z.uuid().optional(),
});
export type MailJob = z.infer<typeof mailJobSchema>;

/**
 * Sends one mail. A ticket without an address (erased, phone) gets none. The message id is made from
 * the job, so that a second try after a broken connection is the same mail.
 */
export async function sendNotice(deps: Deps, job: MailJob, jobId: string): Promise<void> {
  const ticket = await ticketForMail(deps.db, job.ticketId);
  if (!ticket) return;
  const to = ticket.customer.email;
  if (!to) return;
  const { subject, text } = composeNotice(job.kind, await factsOf(deps, ticket, job));
  const host = new URL(deps.env.PUBLIC_URL).hostname;
  await deps.mailer.send({
    to,
    subject,
    text,
    messageId: `<${jobId}@${host}>`,
    inReplyTo: `<ticket-${ticket.number}@${host}>`,
  });
}

type MailTicket = NonNullable<Awaited<ReturnType<typeof ticketForMail>>>;

async function factsOf(deps: Deps, ticket: MailTicket, job: MailJob): Promise<NoticeFacts> {
  const locale = ticket.locale as Locale;
  const said = carriesMessage.includes(job.kind)
    ? await publicMessage(deps.db, ticket.id, job.messageId)
    : null;
  const task = job.taskId ? await taskById(deps.db, job.taskId) : null;
  return {
    locale,
    ...(task && { item: task.title }),
    timeZone: ticket.customer.timeZone ?? "Asia/Shanghai",
    site: deps.content().site.name[locale],
    name: ticket.customer.name ?? "",
    number: ticket.number,
    subject: ticket.subject,
    link: linkOf(deps, job.kind, ticket, locale),
    body: said?.body ?? task?.outcome ?? "",
    agent: said?.user?.name ?? "",
    promiseAt:
      job.kind === "received"
        ? await firstReplyDue(deps.db, ticket.id)
        : job.kind === "replied" || job.kind === "delayed"
          ? await standingPromise(deps.db, ticket.id)
          : null,
    choices:
      job.kind === "survey"
        ? [5, 4, 3, 2, 1].map((csat) => surveyUrl(deps, locale, ticket.id, csat))
        : [],
  };
}

const carriesMessage: readonly MailKind[] = ["replied", "delayed", "planned", "solved"];

function linkOf(deps: Deps, kind: MailKind, ticket: MailTicket, locale: Locale): string {
  return kind === "confirm"
    ? confirmUrl(deps, locale, ticket.id)
    : statusUrl(deps, locale, ticket.id);
}
