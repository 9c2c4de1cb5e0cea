-- A course that is no longer offered keeps its version: who is under way goes on.
ALTER TABLE "course" ADD COLUMN "unpublished_at" TIMESTAMPTZ(3);
ALTER TABLE "course" ADD COLUMN "unpublished_by_name" TEXT;
ALTER TABLE "course" ADD COLUMN "unpublished_reason" TEXT;
-- A course whose first version was made in the browser: no folder in content/ ever led it.
ALTER TABLE "course" ADD COLUMN "begun_in_browser" BOOLEAN NOT NULL DEFAULT false;

CREATE TYPE "publish_job_state" AS ENUM ('waiting', 'running', 'done', 'failed');

CREATE TABLE "publish_job" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draft_id" UUID NOT NULL,
    "state" "publish_job_state" NOT NULL DEFAULT 'waiting',
    "step" TEXT NOT NULL DEFAULT 'waiting',
    "lessons_done" INTEGER NOT NULL DEFAULT 0,
    "lessons_in_all" INTEGER NOT NULL DEFAULT 0,
    "wish" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by" UUID,
    "requested_by_name" TEXT NOT NULL,
    "beat_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" JSONB,

    CONSTRAINT "publish_job_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "publish_job_draft_id_idx" ON "publish_job"("draft_id");
-- Two presses of the button are one publication.
CREATE UNIQUE INDEX "publish_job_under_way" ON "publish_job"("draft_id") WHERE "state" IN ('waiting', 'running');

ALTER TABLE "publish_job" ADD CONSTRAINT "publish_job_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "course_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
