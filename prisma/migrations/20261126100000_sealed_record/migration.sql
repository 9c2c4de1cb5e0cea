-- Corrections and recognised learning (docs/decisions/017), and what makes a later change of the record visible (018).

-- CreateTable
CREATE TABLE "recognised_learning" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "official_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "decision_number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "file_name" TEXT,
    "file_type" TEXT,
    "file_sha256" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "recorded_by_name" TEXT NOT NULL,

    CONSTRAINT "recognised_learning_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recognised_learning_official_id_course_id_cycle_idx" ON "recognised_learning"("official_id", "course_id", "cycle");
ALTER TABLE "recognised_learning" ADD CONSTRAINT "recognised_learning_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recognised_learning" ADD CONSTRAINT "recognised_learning_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable: null in every row that there is; the hash of a row leaves empty columns out.
ALTER TABLE "completion" ADD COLUMN "correction" TEXT,
ADD COLUMN "recognised_id" UUID,
ADD COLUMN "recorded_by" UUID,
ADD COLUMN "recorded_by_name" TEXT;
ALTER TABLE "completion" ADD CONSTRAINT "completion_recognised_id_fkey" FOREIGN KEY ("recognised_id") REFERENCES "recognised_learning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The first row of a turn corrects nothing; every other one says what it corrects, how, why and by whom.
ALTER TABLE "completion" ADD CONSTRAINT "completion_revision_says_why" CHECK (
    ("revision" = 0 AND "corrects_id" IS NULL AND "correction" IS NULL)
    OR ("revision" > 0 AND "corrects_id" IS NOT NULL AND "correction" IN ('facts', 'void', 'recognised', 'earned-again')
        AND ("correction" = 'earned-again' OR ("reason" IS NOT NULL AND "recorded_by_name" IS NOT NULL))));

-- What holds now: of each turn the last revision, unless that one says that there is no completion.
CREATE VIEW "completion_in_force" AS
SELECT k.* FROM "completion" k
WHERE k."correction" IS DISTINCT FROM 'void' AND NOT EXISTS (SELECT FROM "completion" n WHERE n."corrects_id" = k."id");

-- CreateTable: one row per row of the record, with its hash; the seal that closes over it is noted once.
CREATE TABLE "record_entry" (
    "table_name" TEXT COLLATE "C" NOT NULL,
    "row_key" TEXT COLLATE "C" NOT NULL,
    "row_hash" BYTEA NOT NULL,
    "seal_number" INTEGER,

    CONSTRAINT "record_entry_pkey" PRIMARY KEY ("table_name", "row_key")
);
CREATE INDEX "record_entry_seal_number_table_name_row_key_idx" ON "record_entry"("seal_number", "table_name", "row_key");

CREATE TABLE "record_seal" (
    "number" INTEGER NOT NULL,
    "sealed_on" DATE NOT NULL,
    "statement" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "leaves" BYTEA NOT NULL,
    "public_key" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "record_seal_pkey" PRIMARY KEY ("number")
);

CREATE TABLE "record_check" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "turns" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "mismatches" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "record_check_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "record_check_began_at_idx" ON "record_check"("began_at" DESC);

CREATE TABLE "record_mismatch" (
    "check_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "official_id" UUID,
    "enrolment_id" UUID,
    "unit_path" TEXT,
    "label" TEXT NOT NULL,
    "expected" TEXT,
    "found" TEXT,

    CONSTRAINT "record_mismatch_pkey" PRIMARY KEY ("check_id", "position")
);
ALTER TABLE "record_mismatch" ADD CONSTRAINT "record_mismatch_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "record_check"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The one text of a row: its columns without the empty ones, as jsonb orders and writes them, instants in UTC. A column that is added
-- to a table of the record later must be empty in the rows that there are, so that their text stays what it was.
CREATE FUNCTION "record_text"("whole" JSONB) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_object_agg(key, value) FILTER (WHERE value <> 'null'::jsonb), '{}'::jsonb)::text FROM jsonb_each(whole)
$$;

CREATE FUNCTION "record_hash"("table_name" TEXT, "row_key" TEXT, "row_text" TEXT) RETURNS BYTEA LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(convert_to(table_name || E'\n' || row_key || E'\n' || row_text, 'UTF8'))
$$;

-- Arguments: the columns of the key. No row of another writer is touched or waited for.
CREATE FUNCTION "enter_record"() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' SET bytea_output TO 'hex' AS $$
DECLARE
  whole JSONB := to_jsonb(NEW);
  row_key TEXT := whole ->> TG_ARGV[0];
BEGIN
  IF TG_NARGS > 1 THEN row_key := row_key || '/' || (whole ->> TG_ARGV[1]); END IF;
  INSERT INTO "record_entry" VALUES (TG_TABLE_NAME, row_key, "record_hash"(TG_TABLE_NAME, row_key, "record_text"(whole)));
  RETURN NULL;
END $$;

-- An entry is closed over once, and nothing else of it ever changes.
CREATE FUNCTION "seal_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."seal_number" IS NULL AND NEW."seal_number" IS NOT NULL
     AND ROW(NEW."table_name", NEW."row_key", NEW."row_hash") IS NOT DISTINCT FROM ROW(OLD."table_name", OLD."row_key", OLD."row_hash") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'table % is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- The rows that there are go into the first seal.
SET LOCAL timezone TO 'UTC';
SET LOCAL bytea_output TO 'hex';
INSERT INTO "record_entry" SELECT 'completion', id::text, "record_hash"('completion', id::text, "record_text"(to_jsonb(r))) FROM "completion" r;
INSERT INTO "record_entry" SELECT 'certificate', id::text, "record_hash"('certificate', id::text, "record_text"(to_jsonb(r))) FROM "certificate" r;
INSERT INTO "record_entry" SELECT 'certificate_document', id::text, "record_hash"('certificate_document', id::text, "record_text"(to_jsonb(r))) FROM "certificate_document" r;
INSERT INTO "record_entry" SELECT 'certificate_event', id::text, "record_hash"('certificate_event', id::text, "record_text"(to_jsonb(r))) FROM "certificate_event" r;
INSERT INTO "record_entry" SELECT 'audit_event', id::text, "record_hash"('audit_event', id::text, "record_text"(to_jsonb(r))) FROM "audit_event" r;
INSERT INTO "record_entry" SELECT 'supplement_completion', supplement_id || '/' || official_id,
  "record_hash"('supplement_completion', supplement_id || '/' || official_id, "record_text"(to_jsonb(r))) FROM "supplement_completion" r;

CREATE TRIGGER "completion_entered" AFTER INSERT ON "completion" FOR EACH ROW EXECUTE FUNCTION "enter_record"('id');
CREATE TRIGGER "recognised_learning_entered" AFTER INSERT ON "recognised_learning" FOR EACH ROW EXECUTE FUNCTION "enter_record"('id');
CREATE TRIGGER "certificate_entered" AFTER INSERT ON "certificate" FOR EACH ROW EXECUTE FUNCTION "enter_record"('id');
CREATE TRIGGER "certificate_document_entered" AFTER INSERT ON "certificate_document" FOR EACH ROW EXECUTE FUNCTION "enter_record"('id');
CREATE TRIGGER "certificate_event_entered" AFTER INSERT ON "certificate_event" FOR EACH ROW EXECUTE FUNCTION "enter_record"('id');
CREATE TRIGGER "supplement_completion_entered" AFTER INSERT ON "supplement_completion" FOR EACH ROW EXECUTE FUNCTION "enter_record"('supplement_id', 'official_id');
CREATE TRIGGER "audit_event_entered" AFTER INSERT ON "audit_event" FOR EACH ROW EXECUTE FUNCTION "enter_record"('id');

CREATE TRIGGER "recognised_learning_append_only" BEFORE UPDATE OR DELETE ON "recognised_learning" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "record_entry_sealed_once" BEFORE UPDATE ON "record_entry" FOR EACH ROW EXECUTE FUNCTION "seal_once"();
CREATE TRIGGER "record_entry_append_only" BEFORE DELETE ON "record_entry" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "record_seal_append_only" BEFORE UPDATE OR DELETE ON "record_seal" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();

-- Emptying a table fires no trigger of its rows.
CREATE TRIGGER "completion_kept" BEFORE TRUNCATE ON "completion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "recognised_learning_kept" BEFORE TRUNCATE ON "recognised_learning" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "certificate_kept" BEFORE TRUNCATE ON "certificate" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "certificate_document_kept" BEFORE TRUNCATE ON "certificate_document" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "certificate_event_kept" BEFORE TRUNCATE ON "certificate_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "supplement_completion_kept" BEFORE TRUNCATE ON "supplement_completion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "audit_event_kept" BEFORE TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "record_entry_kept" BEFORE TRUNCATE ON "record_entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "record_seal_kept" BEFORE TRUNCATE ON "record_seal" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
