-- Questions can be imported into the draft of a course that was never published: a file handed up belongs to the course by its
-- slug, and is taken over into a draft.
ALTER TABLE "question_import" ADD COLUMN "slug" TEXT;
UPDATE "question_import" SET "slug" = "course"."slug" FROM "course" WHERE "course"."id" = "question_import"."course_id";
ALTER TABLE "question_import" ALTER COLUMN "slug" SET NOT NULL;
ALTER TABLE "question_import" ALTER COLUMN "course_id" DROP NOT NULL;
ALTER TABLE "question_import" ADD COLUMN "applied_draft_id" UUID;
DROP INDEX "question_import_course_id_uploaded_at_idx";
CREATE INDEX "question_import_slug_uploaded_at_idx" ON "question_import"("slug", "uploaded_at");

-- Who has to approve a course before it is published, in this order.
CREATE TABLE "course_signoff" (
    "slug" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_name" TEXT NOT NULL,

    CONSTRAINT "course_signoff_pkey" PRIMARY KEY ("slug", "account_id")
);
ALTER TABLE "course_signoff" ADD CONSTRAINT "course_signoff_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
