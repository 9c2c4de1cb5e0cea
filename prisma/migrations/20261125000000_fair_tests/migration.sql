-- What the folder in content/ was last seen to be, so that a start never overwrites what was made in the browser.
ALTER TABLE "course" ADD COLUMN "files_version_id" UUID;
UPDATE "course" SET "files_version_id" = "current_version_id";
ALTER TABLE "course" ADD CONSTRAINT "course_files_version_id_fkey" FOREIGN KEY ("files_version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attempt" ADD COLUMN "awaits_marking" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "active_device" TEXT,
  ADD COLUMN "extras" JSONB NOT NULL DEFAULT '[]';
CREATE INDEX "attempt_version_id_submitted_at_idx" ON "attempt"("version_id", "submitted_at");
-- The list of what waits for an officer's mark.
CREATE INDEX "attempt_awaiting" ON "attempt" ("version_id", "submitted_at") WHERE "awaits_marking";

ALTER TABLE "answer" ADD COLUMN "tries" SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN "settled_at" TIMESTAMPTZ(3);

CREATE TABLE "attempt_event" (
    "id" BIGSERIAL NOT NULL,
    "attempt_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "regrade_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "attempt_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "attempt_event_attempt_id_at_idx" ON "attempt_event"("attempt_id", "at");
CREATE INDEX "attempt_event_regrade_id_idx" ON "attempt_event"("regrade_id");

CREATE TABLE "regrade" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "version_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "policy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "regrade_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "regrade_version_id_at_idx" ON "regrade"("version_id", "at");

CREATE TABLE "marking" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "attempt_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "points" DECIMAL(8,4) NOT NULL,
    "rubric" JSONB NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,

    CONSTRAINT "marking_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "marking_attempt_id_question_id_at_idx" ON "marking"("attempt_id", "question_id", "at");

CREATE TABLE "remedial_duty" (
    "enrolment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "attempt_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "section" TEXT,
    "option_id" TEXT NOT NULL,
    "due_from" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "remedial_duty_pkey" PRIMARY KEY ("enrolment_id","question_id")
);

CREATE TABLE "accommodation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "official_id" UUID NOT NULL,
    "course_id" UUID,
    "time_factor" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "untimed" BOOLEAN NOT NULL DEFAULT false,
    "extra_attempts" INTEGER NOT NULL DEFAULT 0,
    "closes_on" DATE,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_by" UUID,
    "granted_by_name" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_name" TEXT,
    "revoke_reason" TEXT,

    CONSTRAINT "accommodation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "accommodation_official_id_idx" ON "accommodation"("official_id");
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_bounds"
  CHECK ("time_factor" >= 1 AND "time_factor" <= 5 AND "extra_attempts" >= 0 AND "extra_attempts" <= 20);

CREATE TABLE "question_import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "defaults" JSONB NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "applied_version_id" UUID,

    CONSTRAINT "question_import_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "question_import_course_id_uploaded_at_idx" ON "question_import"("course_id", "uploaded_at");

ALTER TABLE "attempt_event" ADD CONSTRAINT "attempt_event_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attempt_event" ADD CONSTRAINT "attempt_event_regrade_id_fkey" FOREIGN KEY ("regrade_id") REFERENCES "regrade"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "regrade" ADD CONSTRAINT "regrade_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "marking" ADD CONSTRAINT "marking_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "remedial_duty" ADD CONSTRAINT "remedial_duty_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "accommodation" ADD CONSTRAINT "accommodation_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "question_import" ADD CONSTRAINT "question_import_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was decided about a paper is never rewritten.
CREATE TRIGGER "attempt_event_append_only" BEFORE UPDATE OR DELETE ON "attempt_event" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "regrade_append_only" BEFORE UPDATE OR DELETE ON "regrade" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "marking_append_only" BEFORE UPDATE OR DELETE ON "marking" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
