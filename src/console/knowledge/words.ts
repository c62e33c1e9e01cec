/** Ids of the article rules, in words. */
import { CircleCheckBig, CircleX, type LucideIcon, PencilLine, UsersRound } from "lucide-react";
import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import { currentLocale, intlLocale } from "../language.ts";
import type { Article } from "./records.ts";

const states: Record<string, { label: () => string; icon: LucideIcon }> = {
  draft: { label: m.knowledge_state_draft, icon: PencilLine },
  in_review: { label: m.knowledge_state_in_review, icon: UsersRound },
  published: { label: m.knowledge_state_published, icon: CircleCheckBig },
  discarded: { label: m.knowledge_state_discarded, icon: CircleX },
};
export const stateOf = (state: string) => states[state] ?? { label: () => state, icon: PencilLine };

const confidences: Record<Article["confidence"], () => string> = {
  wip: m.knowledge_confidence_wip,
  not_validated: m.knowledge_confidence_not_validated,
  validated: m.knowledge_confidence_validated,
  archived: m.knowledge_confidence_archived,
};
export const confidenceWord = (confidence: Article["confidence"]): string =>
  confidences[confidence]();

const restricted: Record<Article["audience"], () => string> = {
  public: () => "",
  customers: m.knowledge_only_customers,
  internal: m.knowledge_only_internal,
};
/** Who alone may read it; nothing where everybody may. */
export const restrictedTo = (audience: Article["audience"]): string => restricted[audience]();

const roles: Record<string, () => string> = {
  resolved_by: m.knowledge_role_resolved_by,
  created_from: m.knowledge_role_created_from,
  referenced: m.knowledge_role_referenced,
};
export const linkRole = (role: string): string => roles[role]?.() ?? role;

const kinds: Record<string, () => string> = {
  NAME: m.knowledge_kind_name,
  SECRET: m.knowledge_kind_secret,
  PASSWORD: m.knowledge_kind_password,
  URL_TOKEN: m.knowledge_kind_url_token,
  EMAIL: m.knowledge_kind_email,
  CN_ID: m.knowledge_kind_cn_id,
  CN_ID15: m.knowledge_kind_cn_id,
  CARD: m.knowledge_kind_card,
  ORDER: m.knowledge_kind_order,
  PHONE_CN: m.knowledge_kind_phone,
  PHONE_400: m.knowledge_kind_phone,
  PHONE_CN_LAND: m.knowledge_kind_phone,
  PHONE_INTL: m.knowledge_kind_phone,
  PASSPORT_CN: m.knowledge_kind_passport,
  IM_ID: m.knowledge_kind_im,
  IP: m.knowledge_kind_ip,
  PLATE_CN: m.knowledge_kind_plate,
  ADDR_CN: m.knowledge_kind_address,
  SUSPECT: m.knowledge_kind_suspect,
};
export const kindWord = (kind: string): string => kinds[kind]?.() ?? kind;

const sources: Record<string, () => string> = {
  subject: m.knowledge_source_subject,
  firstMessage: m.knowledge_source_message,
  fields: m.knowledge_source_fields,
  cause: m.knowledge_source_cause,
  resolution: m.knowledge_source_resolution,
  workaround: m.knowledge_source_workaround,
  searches: m.knowledge_source_searches,
  text: m.knowledge_source_text,
};
/** @param source `firstMessage`, `fields.device`, `searches.0`. */
export const sourceWord = (source: string): string =>
  sources[source.split(".")[0] ?? ""]?.() ?? source;

/** Of an article's language, in the language of the desk. */
export const languageWord = (locale: Locale): string =>
  locale === "zh" ? m.knowledge_language_zh() : m.knowledge_language_en();

/** A calendar day, `2026-11-21`; the year only where it isn't this one. */
export function dayWord(day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  const isThisYear = at.getUTCFullYear() === new Date().getUTCFullYear();
  const year = isThisYear ? {} : ({ year: "numeric" } as const);
  const month = currentLocale() === "zh" ? "long" : "short";
  return new Intl.DateTimeFormat(intlLocale(), { day: "numeric", month, ...year }).format(at);
}

export const numberWord = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(intlLocale(), options).format(value);
