import type { FastifyRequest } from "fastify";
import { type Locale, localeSchema } from "../content/schema.ts";

/** The reader's language: said by the page, else by the browser, else English. */
export function localeOf(request: FastifyRequest): Locale {
  const said = localeSchema.safeParse(request.headers["x-locale"]);
  if (said.success) return said.data;
  return /^\s*zh/i.test(request.headers["accept-language"] ?? "") ? "zh" : "en";
}
