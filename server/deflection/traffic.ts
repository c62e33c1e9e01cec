/** Who made a visit: people, machines, or ourselves. Flagged, never deleted. */
import type { Traffic } from "./events.ts";
import type { Visit } from "./visits.ts";

// "Cubot" makes phones.
const machines =
  /(?<!cu)bot(?![a-z])|crawl|spider|slurp|headless|phantomjs|puppeteer|playwright|selenium|lighthouse|pagespeed|preview|facebookexternalhit|embedly|curl|wget|python|okhttp|axios|node-fetch|undici|go-http|java\/|libwww|httpclient|monitor|uptime|pingdom|statuscake/i;

/** By what a single request shows. Browsers name themselves and their language. */
export function trafficOf(request: {
  userAgent: string;
  acceptLanguage: string;
  isStaff: boolean;
}): Traffic {
  if (request.isStaff) return "internal";
  const { userAgent, acceptLanguage } = request;
  return !userAgent || !acceptLanguage || machines.test(userAgent) ? "bot" : "human";
}

const tenMinutes = 600_000;
const fastestReader = 60;
const mostUnread = 20;

/** By what a whole visit shows: nobody opens 60 articles in ten minutes, or 20 without reading one. */
export function looksAutomatic(visit: Visit): boolean {
  const views = visit.events.filter(({ type }) => type === "article_view");
  const rush = views.some((view, i) => {
    const later = views[i + fastestReader];
    return later !== undefined && later.at - view.at <= tenMinutes;
  });
  return rush || (views.length > mostUnread && views.every(({ engagedMs = 0 }) => engagedMs === 0));
}
