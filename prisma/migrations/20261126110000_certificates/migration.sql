-- What an agency prints on its certificates; each change is a row of its own. Without a unit: the installation's own.
CREATE TABLE certificate_template (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  unit_id uuid,
  version integer NOT NULL,
  content jsonb NOT NULL,
  made_at timestamptz(3) NOT NULL,
  made_by uuid,
  made_by_name text NOT NULL,
  CONSTRAINT certificate_template_pkey PRIMARY KEY (id),
  CONSTRAINT certificate_template_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT certificate_template_starts_at_one CHECK (version >= 1)
);
-- A template without a unit counts as one unit: two of its versions never bear one number.
CREATE UNIQUE INDEX certificate_template_version_key
  ON certificate_template (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid), version);
CREATE TRIGGER certificate_template_append_only BEFORE UPDATE OR DELETE ON certificate_template
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
-- Who issued until now goes on as version 1.
INSERT INTO certificate_template (version, content, made_at, made_by_name)
SELECT 1, value, updated_at, 'Hệ thống' FROM setting WHERE key = 'certificate';

-- A certificate that was issued again is a row of its own with a number of its own; the turn says which one is in force.
ALTER TABLE certificate ADD COLUMN replaces_id uuid, ADD COLUMN template_id uuid;
ALTER TABLE certificate
  ADD CONSTRAINT certificate_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES certificate (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT certificate_template_id_fkey FOREIGN KEY (template_id) REFERENCES certificate_template (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX certificate_replaces_id_key ON certificate (replaces_id);
DROP INDEX certificate_completion_id_key;
CREATE INDEX certificate_completion_id_idx ON certificate (completion_id);
DROP INDEX certificate_official_id_course_id_cycle_key;
CREATE INDEX certificate_official_id_course_id_cycle_idx ON certificate (official_id, course_id, cycle);
CREATE INDEX certificate_issued_at_id_idx ON certificate (issued_at, id);

-- Why, as a word that anybody may be told, beside the officer's own sentence; and who, by name.
ALTER TABLE certificate_event ADD COLUMN reason_class text, ADD COLUMN actor_name text;

-- A number of the register book that no certificate bears, with the reason: never a hole.
CREATE TABLE certificate_void (
  issuer_code text NOT NULL,
  year integer NOT NULL,
  register_number integer NOT NULL,
  reason text NOT NULL,
  at timestamptz(3) NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  CONSTRAINT certificate_void_pkey PRIMARY KEY (issuer_code, year, register_number)
);
CREATE TRIGGER certificate_void_append_only BEFORE UPDATE OR DELETE ON certificate_void
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
