/** What a ticket is filed as, while it is being changed. */
import type { Kind } from "../../../../server/sla/log.ts";

export type Filed = { kind: Kind; category: string; module: string; flags: string[] };

/** What a person or a rule marks a ticket with that others can read. */
const publicMark = "public";

export const filedOf = (ticket: Omit<Filed, "kind"> & { kind: string }): Filed => ({
  kind: ticket.kind as Kind,
  category: ticket.category,
  module: ticket.module,
  flags: [...ticket.flags].sort(),
});

export const isMarkedPublic = ({ flags }: Pick<Filed, "flags">): boolean =>
  flags.includes(publicMark);

export const markedPublic = ({ flags }: Filed, isPublic: boolean): Pick<Filed, "flags"> => ({
  flags: [...flags.filter((flag) => flag !== publicMark), ...(isPublic ? [publicMark] : [])].sort(),
});

export const isSameFiling = (one: Filed, two: Filed): boolean =>
  JSON.stringify(one) === JSON.stringify(two);
