/** A ticket that a member of staff opens for a customer who called, came by, or was written about. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { isLive, type StaffChannel } from "./channels.ts";
import { reply } from "./reply.service.ts";
import { promised } from "./replying.ts";
import type { Submission } from "./submission.ts";
import { type Receipt, submitTicket } from "./submit.service.ts";
import { messageByKey, versionOf } from "./tickets.repo.ts";

export type Told = {
  submission: Submission;
  channel: StaffChannel;
  /** What the customer was told, as they get it in writing; empty = nothing yet. */
  told: string;
  /** When they hear more; required with what they were told. */
  promiseAt: Date | null;
  /** Of the message: sending twice stores it once. */
  replyKey: string;
};

/**
 * Whoever talks to a customer answers at once: what was said is the first reply, with its promise.
 * @throws Problem for faulty answers, `field_required` when somebody who was there was told nothing,
 * `promise_required`, `promise_in_past`.
 */
export async function openFor(deps: Deps, agent: Agent, call: Told): Promise<Receipt> {
  const { submission, channel, promiseAt, replyKey } = call;
  const body = call.told.trim();
  const words = { body, promiseAt, next: "open" as const };
  if (!body && isLive(channel)) throw new Problem("field_required", { field: "told" });
  if (body) promised(words, deps.now());
  const receipt = await submitTicket(deps, submission, {
    confirmed: true,
    check: async () => {},
    by: { agentId: agent.id, channel },
  });
  const { ticketId } = receipt;
  if (!body || (await messageByKey(deps.db, replyKey))) return receipt;
  const seen = { ticketId, version: await versionOf(deps.db, ticketId) };
  await reply(deps, agent, { ...seen, ...words, key: replyKey, files: [] });
  return receipt;
}
