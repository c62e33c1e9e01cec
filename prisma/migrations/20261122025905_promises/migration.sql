-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "closeReason" TEXT,
ADD COLUMN     "emotion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "flow" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "incidentId" UUID,
ADD COLUMN     "level" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "need" TEXT,
ADD COLUMN     "planLink" TEXT,
ADD COLUMN     "planText" TEXT,
ADD COLUMN     "region" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "slaVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "tag" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "team" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "triageVersion" INTEGER,
ADD COLUMN     "wakeAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "maxLoad" INTEGER NOT NULL DEFAULT 15,
ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "presence" TEXT NOT NULL DEFAULT 'online',
ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "team" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "setting_versions" (
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_versions_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "triage_runs" (
    "id" BIGSERIAL NOT NULL,
    "ticketId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" JSONB NOT NULL,
    "trace" JSONB NOT NULL,

    CONSTRAINT "triage_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "category" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "title" JSONB NOT NULL DEFAULT '{}',
    "banner" JSONB NOT NULL DEFAULT '{}',
    "bannerFrom" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "surge_states" (
    "category" TEXT NOT NULL,
    "armed" BOOLEAN NOT NULL DEFAULT true,
    "alarmed_at" TIMESTAMPTZ(3),
    "figures" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "surge_states_pkey" PRIMARY KEY ("category")
);

-- CreateTable
CREATE TABLE "watchers" (
    "ticketId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "watchers_pkey" PRIMARY KEY ("ticketId","userId")
);

-- CreateTable
CREATE TABLE "stage_runs" (
    "ticketId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "ownerId" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "doneById" TEXT,
    "notes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "stage_runs_pkey" PRIMARY KEY ("ticketId","position")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "ticketId" UUID,
    "kind" TEXT NOT NULL DEFAULT 'team',
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "team" TEXT NOT NULL DEFAULT '',
    "assigneeId" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',
    "once" TEXT,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "third_parties" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "wantedAt" TIMESTAMPTZ(3) NOT NULL,
    "points" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "third_parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_notes" (
    "syncAt" TIMESTAMPTZ(3) NOT NULL,
    "team" TEXT NOT NULL,
    "ticketId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sync_notes_pkey" PRIMARY KEY ("syncAt","team","ticketId")
);

-- CreateTable
CREATE TABLE "escalations" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "told" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "escalations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "roles" JSONB NOT NULL,
    "decision" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "surveys" (
    "ticketId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "csat" SMALLINT,
    "nps" SMALLINT,
    "comment" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "surveys_pkey" PRIMARY KEY ("ticketId")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" BIGSERIAL NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ticketId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "once" TEXT,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" BIGSERIAL NOT NULL,
    "webhookId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "error" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE INDEX "audit_entries_action_at_idx" ON "audit_entries"("action", "at");

-- CreateIndex
CREATE INDEX "triage_runs_ticketId_id_idx" ON "triage_runs"("ticketId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_number_key" ON "incidents"("number");

-- CreateIndex
CREATE INDEX "incidents_state_createdAt_idx" ON "incidents"("state", "createdAt");

-- CreateIndex
CREATE INDEX "watchers_userId_idx" ON "watchers"("userId");

-- CreateIndex
CREATE INDEX "stage_runs_dueAt_idx" ON "stage_runs"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_once_key" ON "tasks"("once");

-- CreateIndex
CREATE INDEX "tasks_ticketId_idx" ON "tasks"("ticketId");

-- CreateIndex
CREATE INDEX "tasks_team_doneAt_dueAt_idx" ON "tasks"("team", "doneAt", "dueAt");

-- CreateIndex
CREATE INDEX "third_parties_ticketId_idx" ON "third_parties"("ticketId");

-- CreateIndex
CREATE INDEX "sync_notes_ticketId_idx" ON "sync_notes"("ticketId");

-- CreateIndex
CREATE INDEX "escalations_at_idx" ON "escalations"("at");

-- CreateIndex
CREATE UNIQUE INDEX "escalations_ticketId_cause_occasion_key" ON "escalations"("ticketId", "cause", "occasion");

-- CreateIndex
CREATE INDEX "reviews_ticketId_idx" ON "reviews"("ticketId");

-- CreateIndex
CREATE INDEX "reviews_decidedAt_idx" ON "reviews"("decidedAt");

-- CreateIndex
CREATE INDEX "surveys_answeredAt_idx" ON "surveys"("answeredAt");

-- CreateIndex
CREATE INDEX "notifications_userId_readAt_at_idx" ON "notifications"("userId", "readAt", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_userId_once_key" ON "notifications"("userId", "once");

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhookId_id_idx" ON "webhook_deliveries"("webhookId", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_createdAt_idx" ON "webhook_deliveries"("createdAt");

-- CreateIndex
CREATE INDEX "tickets_wakeAt_id_idx" ON "tickets"("wakeAt", "id");

-- CreateIndex
CREATE INDEX "tickets_assigneeId_status_idx" ON "tickets"("assigneeId", "status");

-- CreateIndex
CREATE INDEX "tickets_team_status_idx" ON "tickets"("team", "status");

-- CreateIndex
CREATE INDEX "tickets_incidentId_idx" ON "tickets"("incidentId");

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incidents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_runs" ADD CONSTRAINT "triage_runs_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watchers" ADD CONSTRAINT "watchers_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watchers" ADD CONSTRAINT "watchers_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_runs" ADD CONSTRAINT "stage_runs_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "third_parties" ADD CONSTRAINT "third_parties_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was once in force, and who did what, is never changed.
CREATE TRIGGER "setting_versions_append_only" BEFORE UPDATE OR DELETE ON "setting_versions"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "surveys" ADD CONSTRAINT "surveys_csat" CHECK ("csat" BETWEEN 1 AND 5);
ALTER TABLE "surveys" ADD CONSTRAINT "surveys_nps" CHECK ("nps" BETWEEN 0 AND 10);

-- Tickets that are already here are looked at once, so that they learn when to wake next.
UPDATE "tickets" SET "wakeAt" = now() WHERE "status" NOT IN ('unconfirmed', 'closed');
