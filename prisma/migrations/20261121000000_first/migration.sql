-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "m";

-- CreateEnum
CREATE TYPE "m"."etype" AS ENUM ('article_view', 'article_leave', 'feedback', 'search', 'search_click', 'form_open', 'suggest_ready', 'suggest_shown', 'suggest_click', 'form_solved', 'contact_click', 'ticket_created', 'ticket_solved', 'ticket_reopened', 'survey_intent');

-- CreateEnum
CREATE TYPE "m"."traffic" AS ENUM ('human', 'bot', 'internal', 'test');

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'agent',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "customers" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "tier" TEXT NOT NULL DEFAULT 'normal',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "customerId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'web',
    "form" TEXT NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "module" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'question',
    "priority" TEXT NOT NULL,
    "impact" TEXT NOT NULL DEFAULT '',
    "urgency" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'new',
    "assigneeId" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "completeness" INTEGER NOT NULL DEFAULT 0,
    "causeTag" TEXT,
    "causeNote" TEXT,
    "solvedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "nextDueAt" TIMESTAMPTZ(3),
    "nextDueMetric" TEXT,
    "captureChoice" TEXT,
    "captureReason" TEXT,
    "idempotencyKey" UUID NOT NULL,
    "episodeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_snapshots" (
    "ticketId" UUID NOT NULL,
    "data" JSONB,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "form_snapshots_pkey" PRIMARY KEY ("ticketId")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "userId" TEXT,
    "customerId" UUID,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),
    "key" UUID,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_events" (
    "id" BIGSERIAL NOT NULL,
    "ticketId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ticket_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clocks" (
    "ticketId" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "instance" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "goalAt" TIMESTAMPTZ(3),
    "warnAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "breachedAt" TIMESTAMPTZ(3),

    CONSTRAINT "clocks_pkey" PRIMARY KEY ("ticketId","metric","instance")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "ticketId" UUID,
    "messageId" UUID,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spent_proofs" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_proofs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_drafts" (
    "id" UUID NOT NULL,
    "articleId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "frontMatter" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "authorId" TEXT NOT NULL,
    "reviewerId" TEXT,
    "ticketId" UUID,
    "redactions" JSONB NOT NULL DEFAULT '[]',
    "baseSha" TEXT,
    "selfReview" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "article_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_numbers" (
    "number" SERIAL NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_numbers_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "article_revisions" (
    "id" BIGSERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "sha" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "reviewerId" TEXT,
    "selfReview" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_links" (
    "ticketId" UUID NOT NULL,
    "articleId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "userId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_links_pkey" PRIMARY KEY ("ticketId","articleId","role")
);

-- CreateTable
CREATE TABLE "m"."events" (
    "event_id" UUID NOT NULL,
    "ts" TIMESTAMPTZ(3) NOT NULL,
    "site_id" SMALLINT NOT NULL DEFAULT 1,
    "etype" "m"."etype" NOT NULL,
    "visit_key" BIGINT,
    "subject_key" BIGINT,
    "episode_id" UUID,
    "locale" TEXT NOT NULL,
    "category" TEXT,
    "article_id" INTEGER,
    "query_id" BIGINT,
    "n" INTEGER,
    "rank" SMALLINT,
    "arm" CHAR(1),
    "vote" SMALLINT,
    "ticket_id" UUID,
    "channel" TEXT,
    "traffic" "m"."traffic" NOT NULL DEFAULT 'human',
    "schema_v" SMALLINT NOT NULL DEFAULT 1,

    CONSTRAINT "events_pkey" PRIMARY KEY ("event_id","ts"),
    CONSTRAINT "events_arm" CHECK ("etype" <> 'form_open' OR "arm" IN ('T', 'C')),
    CONSTRAINT "events_trigger_n" CHECK ("etype" <> 'suggest_ready' OR "n" IS NOT NULL),
    CONSTRAINT "events_n" CHECK ("n" IS NULL OR "n" >= 0)
) PARTITION BY RANGE ("ts");

-- CreateTable
CREATE TABLE "m"."salts" (
    "day" DATE NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "salts_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "m"."visits" (
    "site_id" SMALLINT NOT NULL DEFAULT 1,
    "visit_key" BIGINT NOT NULL,
    "started" TIMESTAMPTZ(3) NOT NULL,
    "ended" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "entry_category" TEXT,
    "subject_key" BIGINT,
    "traffic" "m"."traffic" NOT NULL,
    "has_intent" BOOLEAN NOT NULL,
    "last_article" INTEGER,
    "last_engaged_ms" INTEGER,
    "vote" SMALLINT,
    "contact_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "mature" BOOLEAN NOT NULL,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("site_id","visit_key","started")
);

-- CreateTable
CREATE TABLE "m"."episodes" (
    "episode_id" UUID NOT NULL,
    "site_id" SMALLINT NOT NULL DEFAULT 1,
    "visit_key" BIGINT,
    "subject_key" BIGINT,
    "opened" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "category" TEXT,
    "arm" CHAR(1) NOT NULL DEFAULT 'T',
    "n_suggest" SMALLINT,
    "clicked_article" INTEGER,
    "contact_at" TIMESTAMPTZ(3),
    "contact_ticket" UUID,
    "status" TEXT NOT NULL,
    "mature" BOOLEAN NOT NULL,
    "traffic" "m"."traffic" NOT NULL,

    CONSTRAINT "episodes_pkey" PRIMARY KEY ("episode_id")
);

-- CreateTable
CREATE TABLE "m"."watermark" (
    "job" TEXT NOT NULL,
    "done_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watermark_pkey" PRIMARY KEY ("job")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_userId_idx" ON "sessions"("userId");

-- CreateIndex
CREATE INDEX "accounts_userId_idx" ON "accounts"("userId");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "customers_email_key" ON "customers"("email");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_number_key" ON "tickets"("number");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_idempotencyKey_key" ON "tickets"("idempotencyKey");

-- CreateIndex
CREATE INDEX "tickets_status_nextDueAt_idx" ON "tickets"("status", "nextDueAt");

-- CreateIndex
CREATE INDEX "tickets_customerId_receivedAt_idx" ON "tickets"("customerId", "receivedAt");

-- CreateIndex
CREATE INDEX "tickets_receivedAt_idx" ON "tickets"("receivedAt");

-- CreateIndex
CREATE INDEX "tickets_category_receivedAt_idx" ON "tickets"("category", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "messages_key_key" ON "messages"("key");

-- CreateIndex
CREATE INDEX "messages_ticketId_createdAt_idx" ON "messages"("ticketId", "createdAt");

-- CreateIndex
CREATE INDEX "ticket_events_ticketId_id_idx" ON "ticket_events"("ticketId", "id");

-- CreateIndex
CREATE INDEX "ticket_events_type_at_idx" ON "ticket_events"("type", "at");

-- CreateIndex
CREATE INDEX "clocks_state_dueAt_idx" ON "clocks"("state", "dueAt");

-- CreateIndex
CREATE INDEX "attachments_ticketId_idx" ON "attachments"("ticketId");

-- CreateIndex
CREATE INDEX "attachments_messageId_idx" ON "attachments"("messageId");

-- CreateIndex
CREATE INDEX "attachments_createdAt_idx" ON "attachments"("createdAt");

-- CreateIndex
CREATE INDEX "spent_proofs_expiresAt_idx" ON "spent_proofs"("expiresAt");

-- CreateIndex
CREATE INDEX "article_drafts_state_updatedAt_idx" ON "article_drafts"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "article_drafts_articleId_locale_idx" ON "article_drafts"("articleId", "locale");

-- CreateIndex
CREATE INDEX "article_revisions_articleId_locale_id_idx" ON "article_revisions"("articleId", "locale", "id");

-- CreateIndex
CREATE INDEX "article_links_articleId_role_idx" ON "article_links"("articleId", "role");

-- CreateIndex
CREATE INDEX "events_visit_key_ts_idx" ON "m"."events"("visit_key", "ts");

-- CreateIndex
CREATE INDEX "events_ts_idx" ON "m"."events" USING BRIN ("ts");

-- CreateIndex
CREATE INDEX "visits_day_idx" ON "m"."visits"("day");

-- CreateIndex
CREATE INDEX "episodes_day_idx" ON "m"."episodes"("day");

-- CreateIndex
CREATE INDEX "episodes_visit_key_opened_idx" ON "m"."episodes"("visit_key", "opened");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "form_snapshots" ADD CONSTRAINT "form_snapshots_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_drafts" ADD CONSTRAINT "article_drafts_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_links" ADD CONSTRAINT "article_links_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_links" ADD CONSTRAINT "article_links_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language can't say.

-- Ticket numbers begin where they look like numbers.
ALTER SEQUENCE "tickets_number_seq" RESTART WITH 10001;
-- Articles written before promotion existed have numbers below 1000.
ALTER SEQUENCE "article_numbers_number_seq" RESTART WITH 1001;

-- The ticket log is appended to, never edited.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "ticket_events_append_only" BEFORE UPDATE OR DELETE ON "ticket_events"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The form as sent can only be blanked, together with the mark that says so.
CREATE FUNCTION "refuse_unless_erased"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."data" IS NULL AND NEW."erasedAt" IS NOT NULL AND NEW."ticketId" = OLD."ticketId" THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'form_snapshots can only be erased';
END $$;
CREATE TRIGGER "form_snapshots_fixed" BEFORE UPDATE ON "form_snapshots"
  FOR EACH ROW EXECUTE FUNCTION "refuse_unless_erased"();
