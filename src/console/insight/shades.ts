/** Series of the charts and their colours, which `insight.module.css` makes of the tokens. */

/** How attempts end, from the bottom of a bar to its top: answers first, tickets last. */
export const outcomeIds = [
  "confirmed",
  "assumed",
  "abandoned",
  "late_contact",
  "submitted",
  "pending",
] as const;

export const flowIds = ["opened", "solved"] as const;

export type SeriesId = (typeof outcomeIds)[number] | (typeof flowIds)[number];

export const shadeOf = (id: SeriesId): string => `var(--shade-${id})`;
