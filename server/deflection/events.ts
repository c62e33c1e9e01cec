/** Who made an event: everything but `human` is kept and left out of every rate. */
export type Traffic = "human" | "bot" | "internal" | "test";

/** T sees suggestions in the form, C (the holdout) does not. */
export type Arm = "T" | "C";

/** One row of the visit log as the rules see it. Server time; never changed. */
export type VisitEvent = {
  /** Unique: a repeated beacon carries the same id and counts once. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  type:
    | "article_view"
    | "article_leave"
    | "feedback"
    | "search"
    | "search_click"
    | "form_open"
    | "suggest_ready"
    | "suggest_shown"
    | "suggest_click"
    | "form_solved"
    | "contact_click"
    | "ticket_created";
  /** Key of network and browser; null for a contact without a browser, such as a phone call. */
  visitor: string | null;
  /** Key of an identified person, where the operator identifies people. */
  subject: string | null;
  traffic: Traffic;
  locale: string;
  category?: string | null;
  article?: string;
  /** Milliseconds visible and focused: on `article_leave`, or on `article_view` once both are joined. */
  engagedMs?: number;
  /** The settled words of a search, or what stands for them; compared, never shown. */
  query?: string;
  /** `search`: number of results. */
  results?: number;
  arm?: Arm;
  /** `suggest_ready` (or `form_open`): how many suggestions there are to show, in both arms. */
  suggested?: number;
  vote?: "yes" | "no";
  ticket?: string;
  /** Who asks: equal for one person's tickets. */
  requester?: string;
  channel?: string;
};

/** The limits of every definition, in milliseconds. */
export type DeflectionParams = {
  /** W: a contact this long after the opening takes the success back, and rates wait for it. */
  contactWindow: number;
  /** W where only the visit key links contacts: not beyond the life of the salts. */
  anonymousWindow: number;
  /** A longer silence starts a new visit. */
  visitGap: number;
  /** Reading time that counts after a form was opened, and for a clicked search result. */
  episodeRead: number;
  /** Reading time that counts as a success without a form. */
  implicitRead: number;
  /** Reading time that counts as a view of an article. */
  articleRead: number;
  /** A contact this long after a view counts against the article. */
  articleFollow: number;
  /** A different query this soon means that the first did not help. */
  refine: number;
  /** A longer query this soon is the same one, still being typed. */
  settle: number;
  /** Tickets of one requester and category within this time are one issue. */
  issueMerge: number;
};

const second = 1000;
const hour = 3600 * second;

export const defaultParams: DeflectionParams = {
  contactWindow: 72 * hour,
  anonymousWindow: 72 * hour,
  visitGap: hour / 2,
  episodeRead: 10 * second,
  implicitRead: 30 * second,
  articleRead: 5 * second,
  articleFollow: 24 * hour,
  refine: 300 * second,
  settle: 5 * second,
  issueMerge: 7 * 24 * hour,
};
