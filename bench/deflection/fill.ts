/**
 * Millions of events of a help center, with the sessions that the rules make of them. Each visit is one
 * of five stories whose outcome is known, so sessions are written beside the events, not computed;
 * `measures:verify` says whether that is true.
 */
import type pg from "pg";

/** Five events each. Seconds after the visit began, type, article (1 or 2), `n`. */
type Line = [seconds: number, etype: string, article?: 1 | 2, n?: number];

const stories: { share: number; lines: Line[] }[] = [
  // Searched, found, said yes.
  {
    share: 40,
    lines: [
      [0, "search", undefined, 3],
      [5, "search_click", 1],
      [6, "article_view", 1],
      [46, "article_leave", 1, 40_000],
      [47, "feedback", 1],
    ],
  },
  // Read a little, searched, found nothing, left.
  {
    share: 40,
    lines: [
      [0, "article_view", 1],
      [3, "article_leave", 1, 3000],
      [4, "article_view", 2],
      [24, "article_leave", 2, 20_000],
      [30, "search", undefined, 0],
    ],
  },
  // Opened the form and gave up.
  {
    share: 8,
    lines: [
      [0, "article_view", 1],
      [12, "article_leave", 1, 12_000],
      [20, "form_open"],
      [40, "suggest_ready", undefined, 3],
      [41, "suggest_shown", undefined, 3],
    ],
  },
  // Read a suggestion and wrote nothing.
  {
    share: 7,
    lines: [
      [0, "form_open"],
      [20, "suggest_ready", undefined, 3],
      [25, "suggest_click", 1],
      [26, "article_view", 1],
      [41, "article_leave", 1, 15_000],
    ],
  },
  // Sent a ticket.
  {
    share: 5,
    lines: [
      [0, "form_open"],
      [20, "suggest_ready", undefined, 3],
      [21, "suggest_shown", undefined, 3],
      [30, "contact_click"],
      [200, "ticket_created"],
    ],
  },
];

const perVisit = 5;

/**
 * Fills the log and the sessions of the days before `to`.
 * @returns visits of people that are in it.
 */
export async function fillVisits(
  db: pg.Client,
  { events, days, to }: { events: number; days: number; to: Date },
): Promise<number> {
  const visits = Math.floor(events / perVisit);
  await db.query("SET synchronous_commit = off; SET maintenance_work_mem = '512MB'");
  await db.query(
    `CREATE UNLOGGED TABLE bench_visits AS SELECT g, $1::timestamptz + g * ($2::interval / $3) AS t,
       hashint8extended(g, 7) AS key, (ARRAY['en','zh','zh'])[1 + g % 3] AS locale,
       'topic-' || (g % 12) AS category, (100 + hashint8extended(g, 1) & 511)::int AS a1,
       (700 + hashint8extended(g, 2) & 255)::int AS a2, ('01' || lpad(to_hex(g), 30, '0'))::uuid AS episode,
       (hashint8extended(g, 5) & 4095)::int8 AS query, ${storyOf("mod(abs(hashint8extended(g, 3)), 100)")} AS story
     FROM generate_series(0, $3::int8 - 1) g`,
    [new Date(to.getTime() - days * 86_400_000), `${days} days`, visits],
  );
  for (let place = 0; place < perVisit; place += 1) await db.query(eventsAt(place));
  for (const statement of sessions) await db.query(statement);
  await db.query("DROP TABLE bench_visits");
  await db.query("VACUUM (ANALYZE)");
  return visits;
}

function storyOf(dice: string): string {
  let upTo = 0;
  const cases = stories.map(({ share }, i) => {
    upTo += share;
    return `WHEN ${dice} < ${upTo} THEN ${i}`;
  });
  return `CASE ${cases.join(" ")} END`;
}

/** The events that stand at one place of each story, all at once. */
function eventsAt(place: number): string {
  const by = (what: (line: Line) => string) =>
    `CASE story ${stories.map(({ lines }, i) => `WHEN ${i} THEN ${what(lines[place]!)}`).join(" ")} END`;
  const quoted = (text: string) => `'${text}'`;
  return `INSERT INTO m.events (event_id, ts, site_id, etype, visit_key, episode_id, locale, category,
      article_id, query_id, n, arm, vote, channel)
    SELECT ('02' || lpad(to_hex(g * 8 + ${place}), 30, '0'))::uuid,
      t + ${by(([seconds]) => String(seconds))} * interval '1 second', 1,
      ${by(([, etype]) => `${quoted(etype)}::m.etype`)}, key,
      ${by(([, etype]) => (/form|suggest|ticket/.test(etype) ? "episode" : "NULL::uuid"))}, locale,
      ${by(([, etype]) => (/view|form|ticket/.test(etype) ? "category" : "NULL"))},
      ${by(([, , article]) => (article ? `a${article}` : "NULL::int"))},
      ${by(([, etype]) => (etype === "search" ? "query" : "NULL::int8"))},
      ${by(([, , , n]) => (n === undefined ? "NULL::int" : String(n)))},
      ${by(([, etype]) => (/form_open|shown/.test(etype) ? "'T'" : "NULL"))},
      ${by(([, etype]) => (etype === "feedback" ? "1" : "NULL::int"))},
      ${by(([, etype]) => (etype === "ticket_created" ? "'web'" : "NULL"))}
    FROM bench_visits ORDER BY g`;
}

const day = (seconds: string) =>
  `((t + ${seconds} * interval '1 second') AT TIME ZONE 'Asia/Shanghai')::date`;
const after = (seconds: string) => `t + ${seconds} * interval '1 second'`;
const ends = stories.map(({ lines }, i) => `WHEN ${i} THEN ${lines.at(-1)![0]}`).join(" ");

/** What the rules make of the stories. */
const sessions = [
  `INSERT INTO m.visits (site_id, visit_key, started, ended, day, locale, entry_category, traffic,
     has_intent, last_article, last_engaged_ms, vote, contact_at, status, mature)
   SELECT 1, key, t, ${after(`CASE story ${ends} END`)}, ${day("0")}, locale, category, 'human',
     story >= 2, CASE story WHEN 0 THEN a1 WHEN 1 THEN a2 WHEN 2 THEN a1 WHEN 3 THEN a1 END, NULL,
     CASE story WHEN 0 THEN 1 END, CASE story WHEN 4 THEN ${after("200")} END,
     CASE story WHEN 0 THEN 'success' WHEN 1 THEN 'no_signal' ELSE 'intent' END, true
   FROM bench_visits`,
  `INSERT INTO m.episodes (episode_id, site_id, visit_key, opened, day, locale, category, arm, n_suggest,
     clicked_article, contact_at, status, mature, traffic)
   SELECT episode, 1, key, ${after("CASE story WHEN 2 THEN 20 ELSE 0 END")},
     ${day("CASE story WHEN 2 THEN 20 ELSE 0 END")}, locale, category, 'T', 3,
     CASE story WHEN 3 THEN a1 END, CASE story WHEN 4 THEN ${after("200")} END,
     CASE story WHEN 2 THEN 'abandoned' WHEN 3 THEN 'assumed' ELSE 'submitted' END, true, 'human'
   FROM bench_visits WHERE story >= 2`,
  `INSERT INTO m.reads (site_id, visit_key, started, article_id, at, day, locale, category, engaged_ms,
     as_suggestion, followed_any, followed_last, vote, mature)
   SELECT 1, key, t, CASE story WHEN 1 THEN a2 ELSE a1 END, ${after(`(${readAt()})`)},
     ${day(`(${readAt()})`)}, locale, category,
     CASE story WHEN 0 THEN 40000 WHEN 1 THEN 20000 WHEN 2 THEN 12000 ELSE 15000 END, story = 3,
     false, false, CASE story WHEN 0 THEN 1 END, true
   FROM bench_visits WHERE story <= 3`,
  `INSERT INTO m.searches (event_id, site_id, visit_key, at, day, locale, query_id, results, clicked,
     success, refined, then_intent)
   SELECT ('02' || lpad(to_hex(g * 8 + CASE story WHEN 0 THEN 0 ELSE 4 END), 30, '0'))::uuid, 1, key,
     ${after("CASE story WHEN 0 THEN 0 ELSE 30 END")}, ${day("CASE story WHEN 0 THEN 0 ELSE 30 END")}, locale, query,
     CASE story WHEN 0 THEN 3 ELSE 0 END, story = 0, story = 0, false, false
   FROM bench_visits WHERE story <= 1`,
];

function readAt(): string {
  return "CASE story WHEN 0 THEN 6 WHEN 1 THEN 4 WHEN 2 THEN 0 ELSE 26 END";
}
