-- Media lie in the file store under their hash; a row says which file and how large. Rows that have their bytes keep them.
ALTER TABLE "course_file" ALTER COLUMN "bytes" DROP NOT NULL;
ALTER TABLE "course_file" ADD COLUMN "size" INTEGER;
ALTER TABLE "course_file" ADD CONSTRAINT "course_file_somewhere" CHECK ("bytes" IS NOT NULL OR "size" IS NOT NULL);

ALTER TABLE "draft_file" ALTER COLUMN "bytes" DROP NOT NULL;
ALTER TABLE "draft_file" ADD COLUMN "size" INTEGER;
ALTER TABLE "draft_file" ADD CONSTRAINT "draft_file_somewhere" CHECK ("bytes" IS NOT NULL OR "size" IS NOT NULL);

-- Of a file that was taken away both are null.
ALTER TABLE "draft_file_revision" ADD COLUMN "sha256" TEXT;
ALTER TABLE "draft_file_revision" ADD COLUMN "size" INTEGER;

-- A medium is asked for by its hash; the sweep asks whether anybody still names one.
CREATE INDEX "course_file_sha256_idx" ON "course_file"("sha256");
CREATE INDEX "draft_file_sha256_idx" ON "draft_file"("sha256");
CREATE INDEX "draft_file_revision_sha256_idx" ON "draft_file_revision"("sha256");

-- How large a picture is, once it was looked at: by its hash, so that a list of media opens none.
CREATE TABLE "image_size" (
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "image_size_pkey" PRIMARY KEY ("sha256")
);
