/** Answers that the customer sees. */
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { bindFiles } from "../attachments/attachments.repo.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onPublicReply } from "../reactions.ts";
import { change, type Seen, step, taking, type Work } from "./change.service.ts";
import { fullText, isDelay, promised, saidBy, type Words } from "./replying.ts";
import { isActive } from "./ticket.ts";
import { addMessage, changeTicket } from "./tickets.repo.ts";

export type Reply = Seen &
  Words & {
    /** Made by the composer: sending twice stores it once. */
    key: string;
    files: string[];
  };

/**
 * A public answer, with the time of the next one.
 * @throws Problem `promise_required`, `promise_in_past`, `delay_reason_required`, `plan_required`,
 * `ticket_changed`, `ticket_closed`.
 */
export const reply = (deps: Deps, agent: Agent, input: Reply): Promise<{ messageId: string }> =>
  change(deps, agent, input, replying(deps, agent, input));

/** The same as work on a ticket that is locked already. */
export function replying(
  deps: Deps,
  agent: Pick<Agent, "id">,
  input: Omit<Reply, keyof Seen | "key"> & { key: string | null },
): Work<{ messageId: string }> {
  return async (tx, ticket, at) => {
    if (!isActive(ticket.status)) throw new Problem("ticket_closed");
    const promiseAt = promised(input, at);
    const message = await addMessage(tx, {
      ticketId: ticket.id,
      kind: "public",
      userId: agent.id,
      body: fullText(input, labels(ticket.locale)),
      key: input.key,
      createdAt: at,
    });
    if (!message) throw new Problem("ticket_changed", { number: ticket.number });
    await bindFiles(tx, input.files, ticket.id, message.id);
    const { assigneeId, events: taken } = await taking({ deps, tx, at }, ticket, agent);
    await changeTicket(tx, ticket.id, {
      status: input.next,
      assigneeId,
      ...(input.next === "planned" && planned(input)),
    });
    await onPublicReply(deps, tx, ticket.id, message.id, isDelay(input));
    return {
      result: { messageId: message.id },
      events: [
        ...taken,
        { type: "public_reply", at: at.getTime(), by: "agent", ...saidBy(input, promiseAt) },
        ...step(ticket, input.next, at),
      ],
    };
  };
}

const planned = ({ plan }: Words) => ({
  planText: plan?.text.trim() ?? null,
  planLink: plan?.link.trim() || null,
});

const labels = (locale: Locale) => ({
  reason: (reason: string) => m.mail_delay_reason({ reason }, { locale }),
  plan: (text: string, link: string) =>
    [m.mail_plan_text({ text }, { locale }), link.trim()].filter(Boolean).join("\n"),
});
