/** From a contact form to a ticket with a number and a promised time. */

import { v7 as uuid } from "uuid";
import { type Answers, completeness, type Form } from "../../content/forms.ts";
import type { Locale } from "../../content/schema.ts";
import { bindFiles } from "../attachments/attachments.repo.ts";
import { knownCustomer } from "../customers/customers.repo.ts";
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { statusUrl } from "../links.ts";
import { type Origin, onTicketConfirmAsked } from "../reactions.ts";
import type { Kind } from "../sla/log.ts";
import { earlierContacts, savePlacement } from "../triage/triage.repo.ts";
import { storedTicket } from "../triage/triage.service.ts";
import { type Arriving, enterQueue, judgeArrival } from "./arrival.service.ts";
import { marksOf, type StaffChannel } from "./channels.ts";
import { linkFollowUp } from "./followup.service.ts";
import { insertTicket } from "./intake.repo.ts";
import { firstReplyBy } from "./promise.ts";
import { fileIds, readSubmission, type Submission, type TicketFacts } from "./submission.ts";
import { claimedTime, firstPriority } from "./ticket.ts";
import { changeTicket, firstReplyDue, lockTicket, ticketByKey } from "./tickets.repo.ts";

export type Receipt = {
  ticketId: string;
  number: number;
  priority: string;
  receivedAt: Date;
  /** The first time we promise: a person's answer by then; null when the desk promises none. */
  firstReplyBy: Date | null;
  /** Signed link for the customer's own use. */
  statusUrl: string;
  /** False while the mail's confirmation is outstanding (forms sent without script). */
  confirmed: boolean;
};

/** How the sender showed that it isn't a machine. `check` runs in the ticket's transaction. */
export type Entry = {
  confirmed: boolean;
  check(tx: Tx): Promise<void>;
  origin?: Origin;
  /** The member of staff who wrote it down, and how it came to them. */
  by?: { agentId: string; channel: StaffChannel };
};

/**
 * Sending the same key again returns the first ticket and changes nothing.
 * @throws Problem for faulty answers, an unknown form, unknown files, a failed proof.
 */
export async function submitTicket(
  deps: Deps,
  submission: Submission,
  entry: Entry,
): Promise<Receipt> {
  const known = await ticketByKey(deps.db, submission.key);
  if (known) return receiptOf(deps, submission.locale, known);
  const written = read(deps, submission);
  const created = await deps.db.$transaction(async (tx) => {
    await entry.check(tx);
    return store(deps, tx, submission, written, entry);
  });
  if (created) return receipt(deps, submission.locale, created);
  // Another request with the same key was faster.
  const stored = await ticketByKey(deps.db, submission.key);
  if (!stored) throw new Problem("internal");
  return receiptOf(deps, submission.locale, stored);
}

/** @returns null when a ticket with this key exists already. */
async function store(
  deps: Deps,
  tx: Tx,
  submission: Submission,
  { form, answers, facts }: Written,
  entry: Entry,
): Promise<(Stored & { firstReplyBy: Date | null }) | null> {
  const { context, follows } = submission;
  const ticket = await arriving(tx, submission, facts, deps.now(), entry.by);
  const arrival = entry.confirmed ? await judgeArrival(deps, tx, ticket) : null;
  const row = columns(submission, facts, ticket);
  const status = arrival ? ("new" as const) : ("unconfirmed" as const);
  const messageId = uuid();
  const number = await insertTicket(
    tx,
    { ...row, status, completeness: completeness(form, answers), ...arrival?.judgement.placement },
    {
      snapshot: { form: form.id, version: form.version, answers, context },
      ...{ messageId, body: facts.description },
    },
  );
  if (number === null) return null;
  await bindFiles(tx, fileIds(form, answers), ticket.id, messageId);
  const stored = { ...row, number, status, firstReplyBy: null };
  if (!arrival) {
    await onTicketConfirmAsked(deps, tx, ticket.id);
    return stored;
  }
  const promised = await enterQueue(deps, tx, arrival, entry.origin ?? null);
  if (follows) await linkFollowUp(deps, tx, stored, follows);
  return { ...stored, ...promised };
}

/** What rules may look at, of a ticket that was written in a form. */
async function arriving(
  tx: Tx,
  { locale, context, answers }: Submission,
  facts: TicketFacts,
  at: Date,
  by: Entry["by"],
): Promise<Arriving> {
  const { id: customerId, tier } = await knownCustomer(tx, {
    ...{ ...facts, locale, timeZone: context.timeZone },
  });
  const { category, module, subject, description, impact, urgency } = facts;
  const channel = by?.channel ?? entryChannel;
  const earlier = await earlierContacts(tx, { customerId, category, module, before: at });
  return {
    ...{ id: uuid(), customerId, tier, subject, description, category, module, impact, urgency },
    ...{ chosenKind: answers.kind ? facts.kind : null, channel, locale, region: "" },
    ...{ marks: marksOf(channel), earlier, receivedAt: at, ...(by && { byId: by.agentId }) },
  };
}

/**
 * The click in the confirmation mail: the ticket enters the queue and its clocks begin now.
 * Clicking again changes nothing.
 */
export async function confirmTicket(
  deps: Deps,
  ticketId: string,
): Promise<{ number: number; locale: Locale }> {
  return deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, ticketId);
    if (ticket.status === "unconfirmed") {
      const receivedAt = deps.now();
      await changeTicket(tx, ticketId, { status: "new", receivedAt });
      const arrival = await judgeArrival(deps, tx, {
        ...(await storedTicket(tx, ticketId)),
        customerId: ticket.customerId,
      });
      await savePlacement(tx, ticketId, { ...arrival.judgement.placement, assigneeId: null });
      // The click may come from another device than the form did.
      await enterQueue(deps, tx, arrival, null);
    }
    return { number: ticket.number, locale: ticket.locale };
  });
}

/** The form, what was answered, and what the ticket takes from it. */
type Written = { form: Form; answers: Answers; facts: TicketFacts };

function read(deps: Deps, submission: Submission): Written {
  const { forms, categories, modules } = deps.content();
  const form = forms.find(({ id }) => id === submission.form);
  if (!form) throw new Problem("choice_unknown", { field: "form" });
  const allowed = {
    categories: categories.map(({ id }) => id),
    modules: modules.map(({ id }) => id),
  };
  return { form, ...readSubmission(form, submission, allowed) };
}

/** How a ticket that was written in a form came in. */
const entryChannel = "web";

const columns = (
  { form, locale, key, writtenAt, episodeId }: Submission,
  { kind, subject, category, module, impact, urgency }: TicketFacts,
  { id, customerId, channel, receivedAt }: Arriving,
) => ({
  ...{ id, customerId, subject, locale, channel, form, category, module, kind, impact, urgency },
  ...{ receivedAt, writtenAt: claimedTime(writtenAt, receivedAt) },
  priority: firstPriority(kind, impact),
  idempotencyKey: key,
  episodeId: episodeId ?? null,
});

type Stored = NonNullable<Awaited<ReturnType<typeof ticketByKey>>>;

const receiptOf = async (deps: Deps, locale: Locale, ticket: Stored): Promise<Receipt> =>
  receipt(deps, locale, { ...ticket, firstReplyBy: await firstReplyDue(deps.db, ticket.id) });

const receipt = (
  deps: Deps,
  locale: Locale,
  { id, status, ...ticket }: Stored & { firstReplyBy: Date | null },
): Receipt => ({
  ticketId: id,
  ...ticket,
  statusUrl: statusUrl(deps, locale, id),
  confirmed: status !== "unconfirmed",
});

/** What the form shows before anything is sent: by when a person answers what is said so far. */
export async function promiseFor(
  deps: Deps,
  about: { kind: Kind; impact: string; category: string; locale: Locale },
): Promise<Date | null> {
  const { document: book } = await deps.settings.current("sla");
  const facts = { ...about, channel: entryChannel, region: "", tier: "normal" };
  return firstReplyBy(
    book,
    { ...facts, priority: firstPriority(about.kind, about.impact) },
    deps.now(),
  );
}
