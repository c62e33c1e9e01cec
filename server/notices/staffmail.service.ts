/** The mail job of a notice: reads what is true now, writes the mail, hands it over. */
import { z } from "zod";
import type { Locale } from "../../content/schema.ts";
import type { Deps } from "../deps.ts";
import { consoleIncidentUrl, consoleTicketUrl, consoleUrl } from "../links.ts";
import { noticeForMail } from "./inbox.repo.ts";
import { type NoticeKind, noticeDataSchema } from "./kinds.ts";
import { ticketForMail } from "./notices.repo.ts";
import { preferencesOf } from "./preferences.ts";
import { composeStaffMail, type StaffFacts } from "./staffmail.ts";

/** `notice`: id of the row, in digits. */
export const staffMailJobSchema = z.object({ notice: z.string().regex(/^\d+$/) });

/** One mail about one notice. Who left, or read it in the app while the mail was held back, gets none. */
export async function sendStaffMail(
  deps: Deps,
  job: z.infer<typeof staffMailJobSchema>,
  jobId: string,
): Promise<void> {
  const notice = await noticeForMail(deps.db, BigInt(job.notice));
  if (!notice?.user.active) return;
  if (notice.readAt && notice.readAt > notice.at) return;
  const ticket = notice.ticketId ? await ticketForMail(deps.db, notice.ticketId) : null;
  const host = new URL(deps.env.PUBLIC_URL).hostname;
  const { subject, text } = composeStaffMail(
    notice.kind as NoticeKind,
    factsOf(deps, notice, ticket),
  );
  await deps.mailer.send({
    to: notice.user.email,
    subject,
    text,
    messageId: `<${jobId}@${host}>`,
    ...(ticket && { inReplyTo: `<ticket-${ticket.number}@${host}>` }),
  });
}

type Notice = NonNullable<Awaited<ReturnType<typeof noticeForMail>>>;
type MailTicket = Awaited<ReturnType<typeof ticketForMail>>;

function factsOf(deps: Deps, notice: Notice, ticket: MailTicket): StaffFacts {
  const { dueAt, metric, year, incident } = noticeDataSchema.parse(notice.data);
  const locale = notice.user.locale as Locale;
  return {
    locale,
    timeZone: preferencesOf(notice.user.preferences).zone,
    site: deps.content().site.name[locale],
    name: notice.user.name,
    ticket,
    link: linkOf(deps, ticket, incident),
    dueAt: dueAt === undefined ? null : new Date(dueAt),
    metric: metric ?? "",
    next: ticket?.nextDueAt
      ? { metric: ticket.nextDueMetric ?? "", dueAt: ticket.nextDueAt }
      : null,
    year: year ?? null,
  };
}

/** Where the notice is dealt with. */
function linkOf(deps: Deps, ticket: MailTicket, incident: number | undefined): string {
  if (ticket) return consoleTicketUrl(deps, ticket.number);
  return incident ? consoleIncidentUrl(deps, incident) : consoleUrl(deps);
}
