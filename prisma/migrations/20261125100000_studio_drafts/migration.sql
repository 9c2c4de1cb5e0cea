CREATE TYPE "draft_state" AS ENUM ('editing', 'in_review', 'approved', 'published', 'discarded');
CREATE TYPE "review_decision" AS ENUM ('approved', 'changes_wanted');

CREATE TABLE "course_draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "course_id" UUID,
    "base_version_id" UUID,
    "state" "draft_state" NOT NULL DEFAULT 'editing',
    "round" INTEGER NOT NULL DEFAULT 0,
    "change_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "created_by_name" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" UUID,
    "submitted_by_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "published_version_id" UUID,

    CONSTRAINT "course_draft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "course_draft_course_id_idx" ON "course_draft"("course_id");
-- Two people who open a course to write in it get the same draft.
CREATE UNIQUE INDEX "course_draft_open" ON "course_draft"("slug") WHERE "state" IN ('editing', 'in_review', 'approved');

CREATE TABLE "draft_file" (
    "draft_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,
    "updated_by_name" TEXT NOT NULL,

    CONSTRAINT "draft_file_pkey" PRIMARY KEY ("draft_id", "path")
);

CREATE TABLE "draft_file_revision" (
    "draft_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "bytes" BYTEA,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" UUID,
    "saved_by_name" TEXT NOT NULL,

    CONSTRAINT "draft_file_revision_pkey" PRIMARY KEY ("draft_id", "path", "revision")
);

CREATE TABLE "draft_presence" (
    "draft_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_presence_pkey" PRIMARY KEY ("draft_id", "account_id")
);

CREATE TABLE "draft_reviewer" (
    "draft_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "decision" "review_decision",
    "note" TEXT,
    "content_hash" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "draft_reviewer_pkey" PRIMARY KEY ("draft_id", "round", "account_id")
);
CREATE INDEX "draft_reviewer_account_id_idx" ON "draft_reviewer"("account_id");

CREATE TABLE "draft_comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "draft_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "block" TEXT,
    "quote" TEXT,
    "text" TEXT NOT NULL,
    "parent_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by" UUID,
    "written_by_name" TEXT NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_name" TEXT,

    CONSTRAINT "draft_comment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "draft_comment_draft_id_idx" ON "draft_comment"("draft_id");

ALTER TABLE "course_draft" ADD CONSTRAINT "course_draft_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "course_draft" ADD CONSTRAINT "course_draft_base_version_id_fkey" FOREIGN KEY ("base_version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "course_draft" ADD CONSTRAINT "course_draft_published_version_id_fkey" FOREIGN KEY ("published_version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "draft_file" ADD CONSTRAINT "draft_file_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "course_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_file_revision" ADD CONSTRAINT "draft_file_revision_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "course_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "course_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_reviewer" ADD CONSTRAINT "draft_reviewer_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "course_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "course_draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "draft_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
