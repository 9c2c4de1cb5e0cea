-- CreateEnum
CREATE TYPE "unit_kind" AS ENUM ('province', 'department', 'commune', 'public_service_unit', 'division', 'school', 'station', 'team');

-- CreateEnum
CREATE TYPE "staff_category" AS ENUM ('cadre', 'civil_servant', 'public_employee', 'contract_worker');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('training_officer', 'hr', 'head', 'administrator');

-- CreateEnum
CREATE TYPE "document_status" AS ENUM ('in_force', 'expired', 'unverified');

-- CreateEnum
CREATE TYPE "attempt_status" AS ENUM ('open', 'submitted', 'voided');

-- CreateEnum
CREATE TYPE "certificate_event_kind" AS ENUM ('issued', 'revoked', 'expired', 'reissued');

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "parent_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "unit_kind" NOT NULL,
    "path" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "search_name" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL DEFAULT 0,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "official" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "staff_number" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "sort_name" TEXT COLLATE "C" NOT NULL,
    "search_name" TEXT NOT NULL,
    "staff_category" "staff_category" NOT NULL,
    "unit_id" UUID NOT NULL,
    "position_title" TEXT NOT NULL,
    "recruited_on" DATE,
    "left_on" DATE,
    "email" TEXT,
    "personal_id_sealed" BYTEA,
    "personal_id_hash" TEXT,
    "personal_id_last" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "official_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "position_title" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "official_id" UUID,
    "disabled_at" TIMESTAMPTZ(3),
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "legal_document" (
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issued_on" DATE,
    "effective_on" DATE,
    "status" "document_status" NOT NULL,
    "replaced_by" TEXT,
    "note" TEXT,
    "source" TEXT,

    CONSTRAINT "legal_document_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "current_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "change_note" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by" UUID,

    CONSTRAINT "course_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_file" (
    "version_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "course_file_pkey" PRIMARY KEY ("version_id","path")
);

-- CreateTable
CREATE TABLE "lesson_version" (
    "version_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "compiled" JSONB NOT NULL,

    CONSTRAINT "lesson_version_pkey" PRIMARY KEY ("version_id","lesson_id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "version_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("version_id","question_id")
);

-- CreateTable
CREATE TABLE "content_check" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "courses" JSONB NOT NULL,
    "problems" JSONB NOT NULL,

    CONSTRAINT "content_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "course_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "note" TEXT,
    "assigned_by" UUID,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "official_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "assignment_id" UUID,
    "required" BOOLEAN NOT NULL,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "enrolment_id" UUID NOT NULL,
    "lesson_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "resume_at" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "checks" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("enrolment_id","lesson_id")
);

-- CreateTable
CREATE TABLE "unit_standing" (
    "unit_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "required" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "unit_standing_pkey" PRIMARY KEY ("course_id","cycle","unit_id","due_on")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "enrolment_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "question_ids" TEXT[],
    "status" "attempt_status" NOT NULL DEFAULT 'open',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "by_timer" BOOLEAN NOT NULL DEFAULT false,
    "points" DECIMAL(8,4),
    "max_points" DECIMAL(8,4),
    "percent" DECIMAL(5,2),
    "passed" BOOLEAN,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "attempt_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "response" JSONB NOT NULL,
    "marked" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "points" DECIMAL(8,4),

    CONSTRAINT "answer_pkey" PRIMARY KEY ("attempt_id","question_id")
);

-- CreateTable
CREATE TABLE "completion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "official_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "corrects_id" UUID,
    "version_id" UUID NOT NULL,
    "attempt_id" UUID,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "full_name" TEXT NOT NULL,
    "staff_number" TEXT NOT NULL,
    "staff_category" "staff_category" NOT NULL,
    "position_title" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "unit_name" TEXT NOT NULL,
    "unit_path_names" TEXT NOT NULL,
    "course_title" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_at" TIMESTAMPTZ(3),
    "due_on" DATE,
    "on_time" BOOLEAN,
    "score_percent" DECIMAL(5,2),
    "attempts_used" INTEGER NOT NULL,
    "because" JSONB NOT NULL,
    "reason" TEXT,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_register" (
    "issuer_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL,

    CONSTRAINT "certificate_register_pkey" PRIMARY KEY ("issuer_code","year")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "serial" TEXT NOT NULL,
    "issuer_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "register_number" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "completion_id" UUID NOT NULL,
    "official_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "template_version" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "certificate_id" UUID NOT NULL,
    "kind" "certificate_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,

    CONSTRAINT "certificate_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "subject_label" TEXT NOT NULL,
    "unit_path" TEXT,
    "ip" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "unit_path_key" ON "unit"("path");

-- CreateIndex
CREATE INDEX "unit_parent_id_position_idx" ON "unit"("parent_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "official_staff_number_key" ON "official"("staff_number");

-- CreateIndex
CREATE UNIQUE INDEX "official_personal_id_hash_key" ON "official"("personal_id_hash");

-- CreateIndex
CREATE INDEX "official_unit_id_sort_name_idx" ON "official"("unit_id", "sort_name");

-- CreateIndex
CREATE INDEX "official_sort_name_id_idx" ON "official"("sort_name", "id");

-- CreateIndex
CREATE INDEX "employment_official_id_valid_from_idx" ON "employment"("official_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "account_identifier_key" ON "account"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "account_official_id_key" ON "account"("official_id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "course_current_version_id_key" ON "course"("current_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_number_key" ON "course_version"("course_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_content_hash_key" ON "course_version"("course_id", "content_hash");

-- CreateIndex
CREATE INDEX "content_check_checked_at_idx" ON "content_check"("checked_at");

-- CreateIndex
CREATE INDEX "assignment_unit_id_idx" ON "assignment"("unit_id");

-- CreateIndex
CREATE INDEX "enrolment_course_id_cycle_idx" ON "enrolment"("course_id", "cycle");

-- CreateIndex
CREATE INDEX "enrolment_assignment_id_idx" ON "enrolment"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_official_id_course_id_cycle_key" ON "enrolment"("official_id", "course_id", "cycle");

-- CreateIndex
CREATE INDEX "unit_standing_unit_id_idx" ON "unit_standing"("unit_id");

-- CreateIndex
CREATE INDEX "attempt_official_id_started_at_idx" ON "attempt"("official_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_enrolment_id_number_key" ON "attempt"("enrolment_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "completion_corrects_id_key" ON "completion"("corrects_id");

-- CreateIndex
CREATE UNIQUE INDEX "completion_official_id_course_id_cycle_revision_key" ON "completion"("official_id", "course_id", "cycle", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_serial_key" ON "certificate"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_completion_id_key" ON "certificate"("completion_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_issuer_code_year_register_number_key" ON "certificate"("issuer_code", "year", "register_number");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_official_id_course_id_cycle_key" ON "certificate"("official_id", "course_id", "cycle");

-- CreateIndex
CREATE INDEX "certificate_event_certificate_id_at_idx" ON "certificate_event"("certificate_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_idx" ON "audit_event"("subject_type", "subject_id");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official" ADD CONSTRAINT "official_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_file" ADD CONSTRAINT "course_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_version" ADD CONSTRAINT "lesson_version_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_standing" ADD CONSTRAINT "unit_standing_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_standing" ADD CONSTRAINT "unit_standing_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "completion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_event" ADD CONSTRAINT "certificate_event_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ─────────── beyond what the schema language can say ───────────

-- Search by any part of a name, without diacritics (search_name is folded by the application).
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "official_search_name_trgm" ON "official" USING gin ("search_name" gin_trgm_ops);

-- "This unit and everything below it" is a prefix of the path.
CREATE INDEX "unit_path_prefix" ON "unit" ("path" text_pattern_ops);

-- One open attempt per person and course turn, whatever the number of tabs and processes.
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("enrolment_id") WHERE "status" = 'open';

-- The sweep of papers whose time is over looks at open attempts only.
CREATE INDEX "attempt_open_deadline" ON "attempt" ("deadline_at") WHERE "status" = 'open';

-- A role held twice in the same unit would only confuse whoever revokes it.
CREATE UNIQUE INDEX "role_grant_once" ON "role_grant" ("account_id", "role", "unit_id") WHERE "revoked_at" IS NULL;

-- The active assignments of a unit are looked up when somebody joins it.
CREATE INDEX "assignment_active" ON "assignment" ("unit_id") WHERE "withdrawn_at" IS NULL;

ALTER TABLE "unit" ADD CONSTRAINT "unit_code_shape" CHECK ("code" ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$');
ALTER TABLE "unit" ADD CONSTRAINT "unit_headcount_bound" CHECK ("headcount" >= 0);
ALTER TABLE "unit_standing" ADD CONSTRAINT "unit_standing_bounds" CHECK ("completed" >= 0 AND "completed" <= "required");
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_percent_bounds" CHECK ("percent" IS NULL OR ("percent" >= 0 AND "percent" <= 100));
ALTER TABLE "certificate_register" ADD CONSTRAINT "certificate_register_starts_at_one" CHECK ("last_number" >= 1);

-- What a person was given, and what was done, is never rewritten.
CREATE FUNCTION "refuse_rewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "completion_append_only" BEFORE UPDATE OR DELETE ON "completion" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "certificate_append_only" BEFORE UPDATE OR DELETE ON "certificate" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "certificate_event_append_only" BEFORE UPDATE OR DELETE ON "certificate_event" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();

-- A published version is fixed: its rows never change. (Deleting a whole version stays possible for an
-- administrator while nothing refers to it; foreign keys refuse it otherwise.)
CREATE TRIGGER "course_version_fixed" BEFORE UPDATE ON "course_version" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "course_file_fixed" BEFORE UPDATE ON "course_file" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "lesson_version_fixed" BEFORE UPDATE ON "lesson_version" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "question_version_fixed" BEFORE UPDATE ON "question_version" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
