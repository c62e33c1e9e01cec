-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "causeTag" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "fixed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "once" TEXT,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "resolvedById" TEXT,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'hand';

-- CreateTable
CREATE TABLE "incident_updates" (
    "id" UUID NOT NULL,
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" JSONB NOT NULL DEFAULT '{}',
    "promiseAt" TIMESTAMPTZ(3),
    "causeTag" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_updates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_deliveries" (
    "updateId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "incident_deliveries_pkey" PRIMARY KEY ("updateId","ticketId")
);

-- CreateIndex
CREATE INDEX "incident_updates_incidentId_at_idx" ON "incident_updates"("incidentId", "at");

-- CreateIndex
CREATE INDEX "incident_deliveries_updateId_doneAt_idx" ON "incident_deliveries"("updateId", "doneAt");

-- CreateIndex
CREATE INDEX "incident_deliveries_ticketId_idx" ON "incident_deliveries"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "incidents_once_key" ON "incidents"("once");

-- CreateIndex
CREATE INDEX "incidents_category_state_idx" ON "incidents"("category", "state");

-- CreateIndex
CREATE INDEX "tickets_mergedIntoId_idx" ON "tickets"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "incident_updates" ADD CONSTRAINT "incident_updates_incidentId_fkey" FOREIGN KEY ("incidentId") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_deliveries" ADD CONSTRAINT "incident_deliveries_updateId_fkey" FOREIGN KEY ("updateId") REFERENCES "incident_updates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_deliveries" ADD CONSTRAINT "incident_deliveries_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;
