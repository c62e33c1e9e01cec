/** A desk of so many tickets over a quarter of a year, with the logs and clocks that Insight reads. */
import type pg from "pg";

const days = 90;
const customers = 8000;
const people = 40;

/** @returns tickets written; almost all are solved, some were opened again, some were missed. */
export async function fillTickets(db: pg.Client, tickets: number, now: Date): Promise<number> {
  if (tickets === 0) return 0;
  // Nothing here is read before it is whole.
  await db.query("SET session_replication_role = replica; SET synchronous_commit = off");
  await db.query(
    `INSERT INTO users (id, name, email, role, team, locale, "createdAt", "updatedAt")
     SELECT 'b-' || n, 'Agent ' || n, 'b' || n || '@bench.example', 'agent', 'team-' || (n % 5), 'en', $1, $1
     FROM generate_series(1, $2::int) n`,
    [now, people],
  );
  await db.query(
    `INSERT INTO customers (id, email, name, tier, company)
     SELECT ('c0' || lpad(n::text, 30, '0'))::uuid, 'c' || n || '@bench.example', 'Customer ' || n,
       CASE WHEN n % 20 = 0 THEN 'vip' ELSE 'normal' END, 'Company ' || (n % 900)
     FROM generate_series(1, $1::int) n`,
    [customers],
  );
  await db.query(
    `CREATE TEMP TABLE bench_tickets AS SELECT g, ('d0' || lpad(to_hex(g), 30, '0'))::uuid AS id,
       $1::timestamptz - interval '${days} days' * (1 - g::float8 / $2) AS at,
       (ARRAY['P0','P1','P2','P2','P3','P3','P3'])[1 + abs(hashint8(g)) % 7] AS priority,
       60 + abs(hashint8(g * 3)) % 7200 AS reply, 3600 + abs(hashint8(g * 5)) % 400000 AS solve,
       abs(hashint8(g * 7)) % 100 AS dice
     FROM generate_series(1, $2::int8) g`,
    [now, tickets],
  );
  for (const statement of statements) await db.query(statement);
  await db.query("SET session_replication_role = origin");
  await db.query("VACUUM (ANALYZE)");
  return tickets;
}

const isSolved = "b.at + b.solve * interval '1 second' < now() AND b.dice < 97";
const after = (seconds: string) => `b.at + (${seconds}) * interval '1 second'`;

const statements = [
  `INSERT INTO tickets (id, "customerId", subject, locale, form, kind, category, module, priority, status,
     "assigneeId", team, "causeTag", "solvedAt", "writtenAt", "receivedAt", "idempotencyKey")
   SELECT id, ('c0' || lpad((1 + abs(hashint8(g * 11)) % ${customers})::text, 30, '0'))::uuid, 'Ticket ' || g,
     (ARRAY['en','zh'])[1 + g % 2], 'contact', (ARRAY['fault','question','complaint'])[1 + g % 3],
     'topic-' || (g % 12), 'module-' || (g % 7), priority,
     CASE WHEN ${isSolved} THEN 'solved' ELSE 'open' END, 'b-' || (1 + g % ${people}), 'team-' || (g % 5),
     CASE WHEN ${isSolved} THEN (ARRAY['defect','how_to','configuration','unclear_docs'])[1 + g % 4] END,
     CASE WHEN ${isSolved} THEN ${after("solve")} END, at, at, gen_random_uuid()
   FROM bench_tickets b`,
  `INSERT INTO ticket_events ("ticketId", at, type, "actorKind", "actorId", data)
   SELECT b.id, e.at, e.type, e.kind, CASE WHEN e.kind = 'agent' THEN 'b-' || (1 + b.g % ${people}) END, e.data
   FROM bench_tickets b, LATERAL (VALUES
     (b.at, 'created', 'customer', '{"priority":"P2"}'::jsonb, true),
     (b.at, 'assigned', 'system', jsonb_build_object('teamId', 'team-' || (b.g % 5)), true),
     (${after("reply / 2")}, 'acknowledged', 'agent', '{}', true),
     (${after("reply")}, 'public_reply', 'agent', '{"by":"agent","substantive":true}', true),
     (${after("reply + 600")}, 'assigned', 'agent', jsonb_build_object('teamId', 'team-' || ((b.g + 1) % 5)), b.dice % 10 = 0),
     (${after("reply + 1200")}, 'customer_message', 'customer', '{}', b.dice % 3 = 0),
     (${after("reply + 1800")}, 'public_reply', 'agent', '{"by":"agent","substantive":true}', b.dice % 3 = 0),
     (${after("solve")}, 'status_changed', 'agent', '{"from":"open","to":"solved"}', ${isSolved}),
     (${after("solve + 90000")}, 'reopened', 'customer', '{}', ${isSolved} AND b.dice % 20 = 1),
     (${after("solve + 99000")}, 'status_changed', 'agent', '{"from":"open","to":"solved"}', ${isSolved} AND b.dice % 20 = 1)
   ) AS e (at, type, kind, data, there) WHERE e.there ORDER BY e.at`,
  ...["ack", "first_reply", "resolution", "handling", "promise"].map((metric, i) => {
    const took = metric === "ack" ? "reply / 2" : i < 2 ? "reply" : "solve";
    const target = metric === "ack" ? 1800 : i < 2 ? 3600 : 300_000;
    return `INSERT INTO clocks ("ticketId", metric, instance, state, "startedAt", "dueAt", "stoppedAt", "breachedAt")
     SELECT id, '${metric}', 1, CASE WHEN ${took} > ${target} THEN 'breached'
         WHEN ${took === "solve" ? isSolved : "true"} THEN 'met' ELSE 'running' END,
       at, ${after(String(target))}, CASE WHEN ${took === "solve" ? isSolved : "true"} THEN ${after(took)} END,
       CASE WHEN ${took} > ${target} THEN ${after(String(target))} END
     FROM bench_tickets b`;
  }),
  `INSERT INTO surveys ("ticketId", "sentAt", csat, nps, "answeredAt")
   SELECT id, ${after("solve")}, CASE WHEN dice < 40 THEN 1 + dice % 5 END,
     CASE WHEN dice < 20 THEN dice % 11 END, CASE WHEN dice < 40 THEN ${after("solve + 3600")} END
   FROM bench_tickets b WHERE ${isSolved}`,
  `INSERT INTO tasks (id, "ticketId", title, team, "createdAt", "answeredAt")
   SELECT gen_random_uuid(), id, 'Look', 'team-' || (g % 3), ${after("reply")}, ${after("reply + solve / 9")}
   FROM bench_tickets b WHERE dice % 12 = 0`,
  `INSERT INTO article_links ("ticketId", "articleId", role, at)
   SELECT id, 'kb-' || lpad((100 + g % 500)::text, 6, '0'), 'resolved_by', ${after("solve")}
   FROM bench_tickets b WHERE dice % 4 = 0 AND ${isSolved}`,
];
