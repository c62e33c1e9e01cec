/** From a contact form to a ticket with a number and a promised time. */

import { completeness } from "../../content/forms.ts";
import type { Locale } from "../../content/schema.ts";
import { bindFiles } from "../attachments/attachments.repo.ts";
import { knownCustomer } from "../customers/customers.repo.ts";
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { statusUrl } from "../links.ts";
import { onTicketReceived } from "../reactions.triage.ts";
import { type Origin, onTicketConfirmAsked, onTicketCreated } from "../reactions.ts";
import { policyFor } from "../sla/book.ts";
import type { Kind, Priority } from "../sla/log.ts";
import { rulesInForce } from "../triage/ruleset.service.ts";
import { linkFollowUp } from "./followup.service.ts";
import type { TicketEvent } from "./log.ts";
import { firstReplyBy } from "./promise.ts";
import { recordFirst } from "./record.service.ts";
import { fileIds, readSubmission, type Submission, type TicketFacts } from "./submission.ts";
import { claimedTime, firstPriority } from "./ticket.ts";
import {
  addMessage,
  changeTicket,
  firstReplyDue,
  insertTicket,
  lockTicket,
  saveSnapshot,
  ticketByKey,
} from "./tickets.repo.ts";

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
export type Entry = { confirmed: boolean; check(tx: Tx): Promise<void>; origin?: Origin };

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
  const { form, answers, facts } = read(deps, submission);
  const at = deps.now();
  const created = await deps.db.$transaction(async (tx) => {
    await entry.check(tx);
    const { email, name, company, phone } = facts;
    const { timeZone } = submission.context;
    const person = { email, name, company, phone, locale: submission.locale, timeZone };
    const customer = await knownCustomer(tx, person);
    const status = entry.confirmed ? ("new" as const) : ("unconfirmed" as const);
    const ticket = await insertTicket(tx, {
      ...columns(submission, facts),
      customerId: customer.id,
      status,
      receivedAt: at,
      completeness: completeness(form, answers),
      writtenAt: claimedTime(submission.writtenAt, at),
    });
    if (!ticket) return null;
    await saveSnapshot(
      tx,
      ticket.id,
      { form: form.id, version: form.version, answers, context: submission.context },
      at,
    );
    const message = await addMessage(tx, {
      ticketId: ticket.id,
      kind: "customer",
      customerId: customer.id,
      body: facts.description,
      createdAt: at,
    });
    await bindFiles(tx, fileIds(form, answers), ticket.id, message!.id);
    const stored = { ...ticket, receivedAt: at, status };
    if (entry.confirmed) {
      const about = opened(ticket.id, submission.locale, facts, customer);
      const promised = await open(deps, tx, about, at, entry.origin ?? null);
      if (submission.follows) await linkFollowUp(deps, tx, ticket, submission.follows);
      return { ...stored, ...promised };
    }
    await onTicketConfirmAsked(deps, tx, ticket.id);
    return { ...stored, priority: firstPriority(facts.kind, facts.impact), firstReplyBy: null };
  });
  if (created) return receipt(deps, submission.locale, created);
  // Another request with the same key was faster.
  const stored = await ticketByKey(deps.db, submission.key);
  if (!stored) throw new Problem("internal");
  return receiptOf(deps, submission.locale, stored);
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
      const at = deps.now();
      await changeTicket(tx, ticketId, { status: "new", receivedAt: at });
      // The click may come from another device than the form did.
      await open(deps, tx, ticket, at, null);
    }
    return { number: ticket.number, locale: ticket.locale };
  });
}

type Opened = {
  id: string;
  locale: Locale;
  channel: string;
  category: string;
  region: string;
  customerId: string;
  customer: { tier: string };
};

const opened = (
  id: string,
  locale: Locale,
  { category }: TicketFacts,
  customer: { id: string; tier: string },
): Opened => ({
  id,
  locale,
  channel: entryChannel,
  category,
  region: "",
  customerId: customer.id,
  customer,
});

/** The ticket enters the queue: it is judged, and its clocks begin. */
async function open(
  deps: Deps,
  tx: Tx,
  ticket: Opened,
  at: Date,
  origin: Origin,
): Promise<{ priority: Priority; firstReplyBy: Date | null }> {
  const { id, channel, customerId, customer } = ticket;
  const received = at.getTime();
  const rules = await rulesInForce(deps, tx);
  const policy = policyFor(rules.sla.document, { ...ticket, tier: customer.tier }).id;
  const { placement, events } = await onTicketReceived(deps, tx, id, rules);
  const { priority, kind, level } = placement;
  const created: TicketEvent = {
    ...{ type: "created", at: received, priority, kind, level, channel, tier: customer.tier },
    sla: { version: rules.sla.version, policy },
  };
  // The page that follows tells the number, and by when a person answers.
  const told: TicketEvent = {
    ...{ type: "public_reply", at: received, by: "automatic", automatic: "recorded" },
  };
  const system = { kind: "system" as const, id: null };
  const { clocks } = await recordFirst(deps, tx, id, [
    { actor: { kind: "customer", id: customerId }, event: created },
    ...[told, ...events].map((event) => ({ actor: system, event })),
  ]);
  await onTicketCreated(deps, tx, id, origin);
  const due = clocks.find(({ metric }) => metric === "first_reply")?.dueAt ?? null;
  return { priority, firstReplyBy: due === null ? null : new Date(due) };
}

function read(deps: Deps, submission: Submission) {
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

const columns = (submission: Submission, facts: TicketFacts) => ({
  subject: facts.subject,
  locale: submission.locale,
  channel: entryChannel,
  form: submission.form,
  category: facts.category,
  module: facts.module,
  kind: facts.kind,
  priority: firstPriority(facts.kind, facts.impact),
  impact: facts.impact,
  urgency: facts.urgency,
  idempotencyKey: submission.key,
  episodeId: submission.episodeId ?? null,
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
