/** Addresses that leave the house in mails and answers. */
import type { Locale } from "../content/schema.ts";
import type { Deps } from "./deps.ts";
import { makeToken } from "./tickets/link.ts";

/** The customer's signed link to one ticket. */
export function statusUrl(deps: Deps, locale: Locale, ticketId: string): string {
  const token = makeToken(ticketId, deps.now(), (text) => deps.secrets.sign("status-link", text));
  return `${deps.env.PUBLIC_URL}/${locale}/ticket/?t=${token}`;
}

/** The status page with one answer of the survey chosen; it still has to be sent there. */
export const surveyUrl = (deps: Deps, locale: Locale, ticketId: string, csat: number): string =>
  `${statusUrl(deps, locale, ticketId)}&csat=${csat}`;

/** The link in the mail that asks whether it was you. */
export function confirmUrl(deps: Deps, locale: Locale, ticketId: string): string {
  const signature = deps.secrets.sign("confirm", ticketId);
  return `${deps.env.PUBLIC_URL}/api/contact/confirm?locale=${locale}&ticket=${ticketId}&signature=${signature}`;
}

export const consoleTicketUrl = (deps: Deps, number: number): string =>
  `${deps.env.PUBLIC_URL}/console/tickets/${number}`;

export const consoleIncidentUrl = (deps: Deps, number: number): string =>
  `${deps.env.PUBLIC_URL}/console/incidents/${number}`;

/** The desk itself, where a notice is about no ticket. */
export const consoleUrl = (deps: Deps): string => `${deps.env.PUBLIC_URL}/console/`;
