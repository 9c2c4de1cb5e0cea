-- Long work that somebody asked for, with how far it is and what came of it.
CREATE TYPE long_job_state AS ENUM ('waiting', 'running', 'done', 'failed');
CREATE TABLE long_job (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  label text NOT NULL,
  input jsonb NOT NULL,
  state long_job_state NOT NULL DEFAULT 'waiting',
  done integer NOT NULL DEFAULT 0,
  total integer,
  tries integer NOT NULL DEFAULT 0,
  outcome jsonb,
  file_sha256 text,
  requested_by uuid,
  requested_by_name text NOT NULL,
  requested_at timestamptz(3) NOT NULL,
  beat_at timestamptz(3),
  finished_at timestamptz(3),
  CONSTRAINT long_job_pkey PRIMARY KEY (id)
);
CREATE INDEX long_job_requested_by_idx ON long_job (requested_by, requested_at DESC);
-- The sweep looks for those that nobody works on.
CREATE INDEX long_job_open ON long_job (requested_at) WHERE state IN ('waiting', 'running');

-- The one certificate in force of a person's turn of a course: what the primary key keeps unique.
CREATE TABLE certificate_turn (
  official_id uuid NOT NULL,
  course_id uuid NOT NULL,
  cycle text NOT NULL,
  certificate_id uuid NOT NULL,
  CONSTRAINT certificate_turn_pkey PRIMARY KEY (official_id, course_id, cycle),
  CONSTRAINT certificate_turn_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX certificate_turn_certificate_id_key ON certificate_turn (certificate_id);
INSERT INTO certificate_turn (official_id, course_id, cycle, certificate_id)
SELECT official_id, course_id, cycle, id FROM certificate;

-- The very bytes of what was issued, or of what the agency signed with its own key: in the file store under their hash.
CREATE TYPE certificate_document_kind AS ENUM ('issued', 'signed-upload');
CREATE TABLE certificate_document (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  certificate_id uuid NOT NULL,
  kind certificate_document_kind NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  template_version integer NOT NULL,
  signature jsonb,
  made_at timestamptz(3) NOT NULL,
  made_by uuid,
  made_by_name text NOT NULL,
  CONSTRAINT certificate_document_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_document_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX certificate_document_certificate_id_made_at_idx ON certificate_document (certificate_id, made_at);
CREATE INDEX certificate_document_sha256_idx ON certificate_document (sha256);
-- What was issued is issued once.
CREATE UNIQUE INDEX certificate_document_issued_once ON certificate_document (certificate_id) WHERE kind = 'issued';
CREATE TRIGGER certificate_document_append_only BEFORE UPDATE OR DELETE ON certificate_document FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
