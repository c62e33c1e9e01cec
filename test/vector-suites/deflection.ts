import { z } from "zod";
import type { DeflectionParams, VisitEvent } from "#server/deflection/events.ts";
import { defaultParams } from "#server/deflection/events.ts";
import type { Rate } from "#server/deflection/interval.ts";
import { measure } from "#server/deflection/measures.ts";
import type { Suite, Vector } from "./suite.ts";

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const word = z.union([z.number(), z.string()]).transform(String);

const event = z
  .object({
    id: z.string(),
    ts: instant,
    type: z.string(),
    visitor: z.string().nullable().default(null),
    subject: z.string().nullable().default(null),
    traffic: z.enum(["human", "bot", "internal", "test"]),
    locale: z.string().default(""),
    category: z.string().optional(),
    article: word.optional(),
    engaged_ms: z.number().optional(),
    q: z.string().optional(),
    n: z.number().optional(),
    arm: z.enum(["T", "C"]).optional(),
    suggested: z.number().optional(),
    vote: z.enum(["yes", "no"]).optional(),
    ticket: word.optional(),
    requester: z.string().optional(),
    channel: z.string().optional(),
  })
  .transform(({ ts, type, engaged_ms, q, n, ...rest }) => {
    const told = { at: ts, type: type === "ticket" ? "ticket_created" : type };
    return { ...rest, ...told, engagedMs: engaged_ms, query: q, results: n } as VisitEvent;
  });

const params = z
  .object({
    W_hours: z.number(),
    visit_gap_min: z.number(),
    episode_engaged_ms: z.number(),
    implicit_engaged_ms: z.number(),
    article_min_engaged_ms: z.number(),
    article_follow_hours: z.number(),
    refine_s: z.number(),
    issue_merge_days: z.number(),
  })
  .transform(
    (p): DeflectionParams => ({
      ...defaultParams,
      contactWindow: p.W_hours * 3_600_000,
      anonymousWindow: p.W_hours * 3_600_000,
      visitGap: p.visit_gap_min * 60_000,
      episodeRead: p.episode_engaged_ms,
      implicitRead: p.implicit_engaged_ms,
      articleRead: p.article_min_engaged_ms,
      articleFollow: p.article_follow_hours * 3_600_000,
      refine: p.refine_s * 1000,
      issueMerge: p.issue_merge_days * 86_400_000,
    }),
  );

const shape = z.object({
  params,
  events: z.array(event),
  expect: z.array(z.object({ as_of: instant, metrics: z.record(z.string(), z.unknown()) })),
});

const suite: Suite = {
  accepts: (_file, data) => shape.safeParse(data).success,
  vectors(data) {
    const { params, events, expect } = shape.parse(data);
    return expect.flatMap(({ as_of, metrics }) =>
      Object.entries(metrics).map(
        ([name, expected]): Vector => ({
          id: `${new Date(as_of).toISOString()} ${name}`,
          kind: name,
          expected,
          run: () => told(measure(events, as_of, params))[name],
        }),
      ),
    );
  },
};
export default suite;

const fixed = (value: number) => Number(value.toFixed(4));
const list = (rate: Rate | null) =>
  rate && [rate.x, rate.n, fixed(rate.rate), fixed(rate.lower), fixed(rate.upper)];

/** The measures under the names and in the form of the vectors. */
function told(m: ReturnType<typeof measure>): Record<string, unknown> {
  const { total, mature, ...statuses } = m.episodes;
  const { control, treatment, difference: d } = m.causal;
  return {
    visits: m.visits,
    visitors: m.visitors,
    episodes: { total, treatment_closed: mature, ...statuses },
    explicit_confirmed_rate: list(m.confirmedRate),
    explicit_rate: list(m.explicitRate),
    naive_no_ticket_in_visit_rate: list(m.naiveRate),
    causal: {
      control: [control.x, control.n],
      treatment: [treatment.x, treatment.n],
      diff: d && [fixed(d.difference), fixed(d.lower), fixed(d.upper)],
    },
    implicit: {
      closed: m.implicit.mature,
      success: m.implicit.success,
      retracted: m.implicit.retracted,
      no_signal: m.implicit.noSignal,
      rate: list(m.implicit.rate),
    },
    self_service_score: {
      ...m.selfServiceScore,
      score: fixed(m.selfServiceScore.score ?? 0),
      bounded: fixed(m.selfServiceScore.bounded ?? 0),
    },
    tickets: m.tickets,
    issues: m.issues,
    self_service_rate_explicit: list(m.selfServiceRate),
    search: {
      searches: m.search.searches,
      zero_rate: list(m.search.zeroRate),
      ctr: list(m.search.clickRate),
      success: list(m.search.successRate),
      refine: list(m.search.refinementRate),
    },
    articles: Object.fromEntries(
      Object.entries(m.articles).map(([id, use]) => [
        id,
        {
          views: use.views,
          followed_any: use.followedAny,
          followed_last: use.followedLast,
          effectiveness: list(use.effectiveness),
        },
      ]),
    ),
  };
}
