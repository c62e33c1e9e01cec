import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Locale } from "../../../../content/schema.ts";
import { gradeOf, levelOf } from "../../../../server/sla/grades.ts";
import type { Kind, Priority } from "../../../../server/sla/log.ts";
import { rulesOf } from "../../../../server/tickets/purposes.ts";
import {
  type Template,
  templatesFor,
  type Variable,
} from "../../../../server/tickets/templates.ts";
import { type Ticket, trpc } from "../../api.ts";
import { useMe } from "../../session/session.ts";
import { serverNow } from "../../time/now.ts";
import { changeDraft, type Draft, draftOf, useDraft } from "./drafts.ts";
import { type Around, isPromise, neededBy, valuesOf, written } from "./filling.ts";
import { retyped, segmentsOf, textOf } from "./segments.ts";

/** How closely a ticket is cared for: as triage said, else as its priority has it. */
export const levelOfTicket = ({ level, priority, kind }: Ticket): string =>
  level || levelOf(gradeOf(priority as Priority, kind as Kind));

/** Templates to offer for a ticket, the most fitting first. */
export function useTemplates(ticket: Ticket): Template[] {
  const { data } = useQuery(trpc.settings.current.queryOptions({ kind: "templates" }));
  const { kind, category, flags } = ticket;
  if (!data) return [];
  const facts = { kind, category, flags, level: levelOfTicket(ticket) };
  const all = templatesFor(data.document as Parameters<typeof templatesFor>[0], facts);
  return all.filter(isForPeople);
}

/** What says when a person will answer is sent by itself, never by that person. */
const isForPeople = ({ variables }: Template): boolean =>
  variables.every(({ fill }) => fill !== "first_reply_due");

export type Filling = {
  templates: Template[];
  /** The one the text was begun with; null = in one's own words. */
  template: Template | null;
  /** False while the template it was begun with isn't known: it can't be sent then. */
  isReady: boolean;
  /** The message as the customer gets it, with what is open still to be seen. */
  text: string;
  /** What is filled in by hand, with what stands there now. */
  fields: { variable: Variable; value: string | number | Date | null }[];
  /** What it can't be sent without. */
  missing: Variable[];
  choose: (template: Template) => void;
  type: (text: string) => void;
  /** Keeps the words and forgets the template. */
  leave: () => void;
  set: (name: string, value: string | number) => void;
};

/** The text of a draft and the template behind it. @param promiseAt time of the next update. */
export function useTemplate(ticket: Ticket, slot: string, promiseAt: Date | null): Filling {
  const templates = useTemplates(ticket);
  const me = useMe();
  const draft = useDraft(slot);
  const around = aroundOf(ticket, me.name, promiseAt);
  const template = templates.find(({ id }) => id === draft.template) ?? null;
  const values = template ? valuesOf(template, draft, around) : {};
  const write = template ? written(template, values, around) : () => null;
  const needed = template ? neededBy(template, draft) : [];
  const bySomebody = template ? needed.filter((one) => !isPromise(template, one)) : [];
  const put = (change: Partial<Draft>) => changeDraft(slot, change);
  const isKnown = draft.source !== null && template !== null;
  const text = draft.source && template ? textOf(draft.source, write) : draft.text;
  // What is kept of the draft is what stands there.
  useEffect(() => {
    if (isKnown && draftOf(slot).text !== text) changeDraft(slot, { text });
  }, [isKnown, slot, text]);
  return {
    templates,
    template,
    // One that is no longer among the settings leaves its words behind.
    isReady: draft.template === "" || templates.length > 0,
    text,
    fields: bySomebody.map((variable) => ({ variable, value: values[variable.name] ?? null })),
    missing: needed.filter(({ name }) => !write(name)),
    choose: (chosen) => put(begun(chosen, ticket, draftOf(slot), promiseAt)),
    type: (typed) =>
      put(
        typed && isKnown
          ? { text: typed, source: keptOpen(draftOf(slot), write, typed) }
          : { text: typed, ...ownWords },
      ),
    leave: () => put({ ...ownWords, text: textOf(draft.source ?? [], write) }),
    set: (name, value) => put({ values: { ...draftOf(slot).values, [name]: value } }),
  };
}

const ownWords = { template: "", source: null, values: {} };

const keptOpen = ({ source }: Draft, write: (name: string) => string | null, text: string) =>
  source && retyped(source, write, text);

/** A draft that begins with a template; what was written already stays in front of it. */
export function begun(
  template: Template,
  ticket: Ticket,
  draft: Draft,
  promiseAt: Date | null,
): Partial<Draft> {
  const { id, purpose, body } = template;
  const own = !draft.template && draft.text.trim() ? [{ text: `${draft.text.trim()}\n\n` }] : [];
  const text = body[ticket.locale as Locale];
  return {
    template: id,
    source: [...own, ...segmentsOf(text)],
    text,
    values: {},
    substantive: null,
    full: null,
    // The text says the time: from here on it doesn't move by itself.
    promiseAt: promiseAt?.getTime() ?? null,
    ...endingOf(purpose, ticket),
  };
}

function endingOf(purpose: Template["purpose"], { status }: Ticket): Pick<Draft, "next"> {
  if (purpose === "verify") return { next: "waiting_customer" };
  if (rulesOf(purpose).proposes === "waiting_third_party") return { next: "waiting_third_party" };
  const isKept = status === "waiting_third_party" || status === "planned";
  return { next: purpose === "delay" && isKept ? status : "open" };
}

function aroundOf(ticket: Ticket, agentName: string, promiseAt: Date | null): Around {
  const standing = ticket.clocks.find(
    ({ metric, stoppedAt }) => metric === "promise" && !stoppedAt,
  );
  const firstReply = ticket.clocks.find(({ metric }) => metric === "first_reply");
  return {
    now: new Date(serverNow()),
    ticketNumber: ticket.number,
    customerName: ticket.customer.name,
    agentName,
    promiseAt,
    firstReplyDueAt: firstReply?.dueAt ?? null,
    article: null,
    standing: standing?.dueAt ?? null,
    locale: ticket.locale as Locale,
    timeZone: ticket.customer.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
