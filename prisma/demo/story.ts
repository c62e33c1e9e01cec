/** How a demo ticket is told: what the customer sent, and what happened to it step by step. */
import type { Answers } from "../../content/forms.ts";
import type { Kind, Priority } from "../../server/sla/log.ts";
import type { CauseTag } from "../../server/tickets/ticket.ts";

/** Who works at the desk in the stories; prisma/seed.ts hires them. */
export type Who = "mia" | "siyuan" | "tom" | "xiaowen";

/** What the customer filled in. `from` is a key of customers.ts. */
export type Sent = {
  /** Unique in its language; the ticket's key is made from both. */
  id: string;
  from: string;
  kind: Kind;
  category: string;
  module?: string;
  subject: string;
  text: string;
  /**
   * Further answers of the form. `since` may be `@2` or `@2 21:30`: that many days before the ticket.
   */
  fields?: Answers;
  searches?: string[];
  /** Numbers of articles read before. */
  read?: number[];
  /** A text file sent along. */
  file?: { name: string; text: string };
};

/**
 * One step. `t` is in hours: after the step before in a past story, before now in a present one.
 * `promise` is in hours too: after this step in a past story, after now in a present one (negative:
 * before now). `{promise}` in a text becomes that time in the customer's own zone.
 */
export type Step = { t: number; by?: Who } & (
  | { do: "ack" | "plan" | "nudge" }
  | { do: "assign"; to: Who }
  | { do: "priority"; to: Priority; text: string }
  | { do: "note" | "write"; text: string }
  | { do: "reply"; text: string; promise: number; next: "open" | "waiting_third_party" }
  | { do: "ask"; text: string }
  | { do: "solve"; text: string; cause: CauseTag; why: string }
  | { do: "judge"; solved: boolean }
  | { do: "use"; article: number }
  | { do: "skip"; text: string; later: boolean }
  | { do: "promote"; description: string; review: boolean }
);

export type Story = Sent & {
  by: Who;
  steps: Step[];
  /** Steps of the desk count round the clock (P0, P1) instead of in working time. */
  wall?: boolean;
  /**
   * Where a story stands now: received that many hours before now. `fresh`: at most `t` wall hours
   * ago, but never more than `open` working hours, so that a night's tickets are still in time.
   */
  present?: { t: number; open?: number };
};

/** A ticket told in one breath; pace.ts gives it its times. */
export type Short = Sent & {
  /** In turns; a text beginning with `> ` is the customer's. The last one solves it. */
  talk: [string, ...string[]];
  cause: CauseTag;
  why: string;
  /** Number of the article that answered it. */
  article?: number;
  /** Why no article came of it. */
  skip?: string;
  /** What came too late; without it everything was in time. */
  late?: "reply" | "solution";
};

export const ack = (t: number, by?: Who): Step => ({ do: "ack", t, by });
export const plan = (t: number, by?: Who): Step => ({ do: "plan", t, by });
export const nudge = (t: number): Step => ({ do: "nudge", t });
export const assign = (t: number, to: Who, by?: Who): Step => ({ do: "assign", t, to, by });
export const note = (t: number, text: string, by?: Who): Step => ({ do: "note", t, text, by });
export const write = (t: number, text: string): Step => ({ do: "write", t, text });
export const ask = (t: number, text: string, by?: Who): Step => ({ do: "ask", t, text, by });
export const use = (article: number, t = 0.03): Step => ({ do: "use", t, article });
export const skip = (text: string, t = 0.03): Step => ({ do: "skip", t, text, later: false });
export const later = (text: string, t = 0.03): Step => ({ do: "skip", t, text, later: true });
export const judge = (t: number, solved: boolean): Step => ({ do: "judge", t, solved });

export const priority = (t: number, to: Priority, text: string, by?: Who): Step => ({
  do: "priority",
  t,
  to,
  text,
  by,
});

export const reply = (t: number, text: string, promise: number, by?: Who): Step => ({
  do: "reply",
  t,
  text,
  promise,
  next: "open",
  by,
});

/** A reply after which somebody outside the house has to act. */
export const hand = (t: number, text: string, promise: number, by?: Who): Step => ({
  do: "reply",
  t,
  text,
  promise,
  next: "waiting_third_party",
  by,
});

export const solve = (t: number, text: string, cause: CauseTag, why: string, by?: Who): Step => ({
  do: "solve",
  t,
  text,
  cause,
  why,
  by,
});
