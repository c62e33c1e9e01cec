-- CreateTable
CREATE TABLE "m"."reads" (
    "site_id" SMALLINT NOT NULL DEFAULT 1,
    "visit_key" BIGINT NOT NULL,
    "started" TIMESTAMPTZ(3) NOT NULL,
    "article_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "category" TEXT,
    "engaged_ms" INTEGER NOT NULL,
    "as_suggestion" BOOLEAN NOT NULL,
    "followed_any" BOOLEAN NOT NULL,
    "followed_last" BOOLEAN NOT NULL,
    "vote" SMALLINT,
    "mature" BOOLEAN NOT NULL,

    CONSTRAINT "reads_pkey" PRIMARY KEY ("site_id","visit_key","started","article_id")
);

-- CreateTable
CREATE TABLE "m"."searches" (
    "event_id" UUID NOT NULL,
    "site_id" SMALLINT NOT NULL DEFAULT 1,
    "visit_key" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "locale" TEXT NOT NULL,
    "query_id" BIGINT NOT NULL DEFAULT 0,
    "results" INTEGER NOT NULL,
    "clicked" BOOLEAN NOT NULL,
    "success" BOOLEAN NOT NULL,
    "refined" BOOLEAN NOT NULL,
    "then_intent" BOOLEAN NOT NULL,

    CONSTRAINT "searches_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "m"."queries" (
    "query_id" BIGINT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT,
    "visits_seen" INTEGER NOT NULL DEFAULT 0,
    "first_day" DATE NOT NULL,

    CONSTRAINT "queries_pkey" PRIMARY KEY ("query_id")
);

-- CreateTable
CREATE TABLE "m"."stale_days" (
    "day" DATE NOT NULL,

    CONSTRAINT "stale_days_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "m"."d_funnel" (
    "day" DATE NOT NULL,
    "site_id" SMALLINT NOT NULL,
    "locale" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "arm" CHAR(1) NOT NULL,
    "visits" INTEGER NOT NULL,
    "success" INTEGER NOT NULL,
    "retracted" INTEGER NOT NULL,
    "no_signal" INTEGER NOT NULL,
    "episodes" INTEGER NOT NULL,
    "submitted" INTEGER NOT NULL,
    "late_contact" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "assumed" INTEGER NOT NULL,
    "abandoned" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "triggered" INTEGER NOT NULL,
    "contacted" INTEGER NOT NULL,
    "final" BOOLEAN NOT NULL,

    CONSTRAINT "d_funnel_pkey" PRIMARY KEY ("day","site_id","locale","category","arm")
);

-- CreateTable
CREATE TABLE "m"."d_article" (
    "day" DATE NOT NULL,
    "site_id" SMALLINT NOT NULL,
    "locale" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "views" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "engaged" BIGINT NOT NULL,
    "followed_any" INTEGER NOT NULL,
    "followed_last" INTEGER NOT NULL,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "as_suggestion" INTEGER NOT NULL,
    "final" BOOLEAN NOT NULL,

    CONSTRAINT "d_article_pkey" PRIMARY KEY ("day","site_id","locale","article_id","category")
);

-- CreateTable
CREATE TABLE "m"."d_search" (
    "day" DATE NOT NULL,
    "site_id" SMALLINT NOT NULL,
    "locale" TEXT NOT NULL,
    "query_id" BIGINT NOT NULL,
    "searches" INTEGER NOT NULL,
    "zero" INTEGER NOT NULL,
    "clicked" INTEGER NOT NULL,
    "success" INTEGER NOT NULL,
    "refined" INTEGER NOT NULL,
    "then_intent" INTEGER NOT NULL,
    "final" BOOLEAN NOT NULL,

    CONSTRAINT "d_search_pkey" PRIMARY KEY ("day","site_id","locale","query_id")
);

-- CreateTable
CREATE TABLE "m"."cases" (
    "ticket_id" UUID NOT NULL,
    "event_id" BIGINT NOT NULL,
    "number" INTEGER NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "day" DATE NOT NULL,
    "solved_at" TIMESTAMPTZ(3),
    "solved_day" DATE,
    "answered_day" DATE,
    "customer_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "module" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "assignee_id" TEXT,
    "cause_tag" TEXT,
    "first_reply_s" INTEGER,
    "resolution_s" INTEGER,
    "replies" INTEGER NOT NULL,
    "reopened" BOOLEAN NOT NULL,
    "transferred" BOOLEAN NOT NULL,
    "came_back" BOOLEAN NOT NULL,
    "merged" BOOLEAN NOT NULL,
    "with_article" BOOLEAN NOT NULL,
    "with_template" BOOLEAN NOT NULL,
    "surveyed" BOOLEAN NOT NULL,
    "csat" SMALLINT,
    "nps" SMALLINT,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateIndex
CREATE INDEX "reads_day_article_id_idx" ON "m"."reads"("day", "article_id");

-- CreateIndex
CREATE INDEX "searches_day_query_id_idx" ON "m"."searches"("day", "query_id");

-- CreateIndex
CREATE INDEX "searches_visit_key_at_idx" ON "m"."searches"("visit_key", "at");

-- CreateIndex
CREATE INDEX "d_article_article_id_day_idx" ON "m"."d_article"("article_id", "day");

-- CreateIndex
CREATE INDEX "cases_day_idx" ON "m"."cases"("day");

-- CreateIndex
CREATE INDEX "cases_solved_day_idx" ON "m"."cases"("solved_day");

-- CreateIndex
CREATE INDEX "cases_answered_day_idx" ON "m"."cases"("answered_day");

-- CreateIndex
CREATE INDEX "cases_customer_id_received_at_idx" ON "m"."cases"("customer_id", "received_at");

-- CreateIndex
CREATE INDEX "episodes_subject_key_opened_idx" ON "m"."episodes"("subject_key", "opened");

-- CreateIndex
CREATE INDEX "clocks_breachedAt_idx" ON "clocks"("breachedAt");

-- CreateIndex
CREATE INDEX "tickets_solvedAt_idx" ON "tickets"("solvedAt");
