/** Variables that several of the first templates share. */
import type { Variable } from "./templates.ts";

export const ticketNumber: Variable = {
  name: "number",
  type: "text",
  label: { en: "Number of the request", zh: "工单编号" },
  fill: "ticket_number",
};

/** The time of the next update, which becomes the ticket's promise. */
export const nextUpdate: Variable = {
  name: "time",
  type: "time",
  label: { en: "You write again by", zh: "下次联系客户的时间" },
  fill: "promise",
};

/** A text that only the person who writes can know. */
export const written = (name: string, en: string, zh: string): Variable => ({
  name,
  type: "text",
  label: { en, zh },
  fill: "by_hand",
});
