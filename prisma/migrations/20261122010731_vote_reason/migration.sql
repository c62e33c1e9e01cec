-- AlterTable
ALTER TABLE "m"."events" ADD COLUMN     "reason" TEXT;
