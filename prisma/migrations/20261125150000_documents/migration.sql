-- The register through two doors: what the folder last said, and whether the browser leads.
ALTER TABLE "legal_document"
    ADD COLUMN "expired_on" DATE,
    ADD COLUMN "places" JSONB NOT NULL DEFAULT '[]',
    ADD COLUMN "folder_said" TEXT,
    ADD COLUMN "changed_in_browser" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "supplement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "up_to_number" INTEGER NOT NULL,
    "document" TEXT,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "parts" JSONB NOT NULL,
    "question_ids" TEXT[] NOT NULL,
    "people" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,
    "published_by_name" TEXT NOT NULL,

    CONSTRAINT "supplement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "supplement_course_id_idx" ON "supplement"("course_id");

CREATE TABLE "supplement_duty" (
    "supplement_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "completion_id" UUID NOT NULL,

    CONSTRAINT "supplement_duty_pkey" PRIMARY KEY ("supplement_id", "official_id")
);
CREATE INDEX "supplement_duty_enrolment_id_idx" ON "supplement_duty"("enrolment_id");
CREATE INDEX "supplement_duty_official_id_idx" ON "supplement_duty"("official_id");

CREATE TABLE "supplement_completion" (
    "supplement_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB NOT NULL,
    "full_name" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,

    CONSTRAINT "supplement_completion_pkey" PRIMARY KEY ("supplement_id", "official_id")
);
CREATE INDEX "supplement_completion_official_id_idx" ON "supplement_completion"("official_id");

ALTER TABLE "supplement" ADD CONSTRAINT "supplement_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supplement_duty" ADD CONSTRAINT "supplement_duty_supplement_id_fkey" FOREIGN KEY ("supplement_id") REFERENCES "supplement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supplement_duty" ADD CONSTRAINT "supplement_duty_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supplement_duty" ADD CONSTRAINT "supplement_duty_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supplement_duty" ADD CONSTRAINT "supplement_duty_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "supplement_completion" ADD CONSTRAINT "supplement_completion_supplement_id_official_id_fkey" FOREIGN KEY ("supplement_id", "official_id") REFERENCES "supplement_duty"("supplement_id", "official_id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "supplement_append_only" BEFORE UPDATE OR DELETE ON "supplement" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "supplement_duty_append_only" BEFORE UPDATE OR DELETE ON "supplement_duty" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "supplement_completion_append_only" BEFORE UPDATE OR DELETE ON "supplement_completion" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();

CREATE TABLE "local_code" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "local_code_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "local_code_unit_id_key" ON "local_code"("unit_id");

CREATE TABLE "local_code_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,
    "published_by_name" TEXT NOT NULL,

    CONSTRAINT "local_code_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "local_code_version_code_id_number_key" ON "local_code_version"("code_id", "number");

CREATE TABLE "code_acknowledgement" (
    "version_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "full_name" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,

    CONSTRAINT "code_acknowledgement_pkey" PRIMARY KEY ("version_id", "official_id")
);
CREATE INDEX "code_acknowledgement_official_id_idx" ON "code_acknowledgement"("official_id");

-- `changed` rises with every change, so that what a process keeps in memory is known to be old.
CREATE TABLE "local_overlay" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "unit_id" UUID NOT NULL,
    "course_slug" TEXT NOT NULL,
    "lesson_id" TEXT,
    "block_id" TEXT,
    "document" TEXT,
    "article" TEXT,
    "text" TEXT NOT NULL,
    "changed" BIGSERIAL NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_name" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "local_overlay_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "local_overlay_unit_id_idx" ON "local_overlay"("unit_id");
CREATE INDEX "local_overlay_changed_idx" ON "local_overlay"("changed");

ALTER TABLE "local_code" ADD CONSTRAINT "local_code_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "local_code_version" ADD CONSTRAINT "local_code_version_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "local_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "code_acknowledgement" ADD CONSTRAINT "code_acknowledgement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "local_code_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "code_acknowledgement" ADD CONSTRAINT "code_acknowledgement_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "local_overlay" ADD CONSTRAINT "local_overlay_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "local_code_version_fixed" BEFORE UPDATE OR DELETE ON "local_code_version" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "code_acknowledgement_append_only" BEFORE UPDATE OR DELETE ON "code_acknowledgement" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();

CREATE TYPE "reader_report_state" AS ENUM ('new', 'answered', 'closed');

CREATE TABLE "reader_report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "official_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "block_id" TEXT,
    "quote" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "reader_report_state" NOT NULL DEFAULT 'new',
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_name" TEXT,
    "mended_in" INTEGER,

    CONSTRAINT "reader_report_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reader_report_official_id_reported_at_idx" ON "reader_report"("official_id", "reported_at");
CREATE INDEX "reader_report_state_reported_at_idx" ON "reader_report"("state", "reported_at");
CREATE INDEX "reader_report_version_id_idx" ON "reader_report"("version_id");

ALTER TABLE "reader_report" ADD CONSTRAINT "reader_report_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reader_report" ADD CONSTRAINT "reader_report_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
