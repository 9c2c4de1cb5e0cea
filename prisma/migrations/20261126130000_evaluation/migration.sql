-- Periods of monitoring and evaluation of an agency and everything below it: what the record gives to the evaluation is evidence, never a score.
CREATE TABLE evaluation_period (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  cut_off_on date NOT NULL,
  object_until date NOT NULL,
  state text NOT NULL DEFAULT 'open',
  created_at timestamptz(3) NOT NULL,
  created_by uuid,
  created_by_name text NOT NULL,
  closing_at timestamptz(3),
  closing_by_name text,
  closed_at timestamptz(3),
  snapshot_id uuid,
  CONSTRAINT evaluation_period_pkey PRIMARY KEY (id),
  CONSTRAINT evaluation_period_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT evaluation_period_kind CHECK (kind IN ('month', 'quarter', 'year')),
  CONSTRAINT evaluation_period_state CHECK (state IN ('open', 'closing', 'closed')),
  CONSTRAINT evaluation_period_days CHECK (from_on <= object_until AND object_until <= cut_off_on AND cut_off_on <= to_on),
  CONSTRAINT evaluation_period_frozen CHECK ((state = 'closed') = (closed_at IS NOT NULL AND snapshot_id IS NOT NULL))
);
CREATE UNIQUE INDEX evaluation_period_unit_id_kind_from_on_key ON evaluation_period (unit_id, kind, from_on);

-- What was closed stays closed, and its days with it.
CREATE FUNCTION keep_closed_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' THEN
    RAISE EXCEPTION 'evaluation period % is closed: % refused', OLD.id, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_period_closed BEFORE UPDATE OR DELETE ON evaluation_period FOR EACH ROW EXECUTE FUNCTION keep_closed_period();

-- Which criteria there are for a staff category, as HR has written it: each saving is a row of its own.
CREATE TABLE evaluation_template (
  unit_id uuid NOT NULL,
  staff_category staff_category NOT NULL,
  revision integer NOT NULL,
  title text NOT NULL,
  legal_basis text NOT NULL,
  criteria jsonb NOT NULL,
  written_at timestamptz(3) NOT NULL,
  written_by uuid,
  written_by_name text NOT NULL,
  CONSTRAINT evaluation_template_pkey PRIMARY KEY (unit_id, staff_category, revision),
  CONSTRAINT evaluation_template_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER evaluation_template_append_only BEFORE UPDATE OR DELETE ON evaluation_template FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- An official objects to a row, or (no row) to the whole of what HR will receive.
CREATE TABLE evaluation_objection (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  period_id uuid NOT NULL,
  official_id uuid NOT NULL,
  row_key text,
  row_label text NOT NULL,
  reason text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  CONSTRAINT evaluation_objection_pkey PRIMARY KEY (id),
  CONSTRAINT evaluation_objection_period_id_fkey FOREIGN KEY (period_id) REFERENCES evaluation_period (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT evaluation_objection_official_id_fkey FOREIGN KEY (official_id) REFERENCES official (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX evaluation_objection_official_id_period_id_idx ON evaluation_objection (official_id, period_id);
CREATE INDEX evaluation_objection_period_id_made_at_id_idx ON evaluation_objection (period_id, made_at, id);
CREATE TRIGGER evaluation_objection_append_only BEFORE UPDATE OR DELETE ON evaluation_objection FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

CREATE TABLE evaluation_objection_answer (
  objection_id uuid NOT NULL,
  verdict text NOT NULL,
  answer text NOT NULL,
  answered_at timestamptz(3) NOT NULL,
  answered_by uuid,
  answered_by_name text NOT NULL,
  CONSTRAINT evaluation_objection_answer_pkey PRIMARY KEY (objection_id),
  CONSTRAINT evaluation_objection_answer_objection_id_fkey FOREIGN KEY (objection_id) REFERENCES evaluation_objection (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT evaluation_objection_answer_verdict CHECK (verdict IN ('accepted', 'rejected'))
);
CREATE TRIGGER evaluation_objection_answer_append_only BEFORE UPDATE OR DELETE ON evaluation_objection_answer FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- The frozen figures of a closed period. The bytes lie in the file store under their hashes; the manifest names them, its hash is signed.
CREATE TABLE evaluation_snapshot (
  id uuid NOT NULL,
  period_id uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  as_of timestamptz(3) NOT NULL,
  manifest text NOT NULL,
  root text NOT NULL,
  key_id text NOT NULL,
  public_key text NOT NULL,
  signature text NOT NULL,
  people integer NOT NULL,
  row_count integer NOT NULL,
  CONSTRAINT evaluation_snapshot_pkey PRIMARY KEY (id),
  CONSTRAINT evaluation_snapshot_period_id_fkey FOREIGN KEY (period_id) REFERENCES evaluation_period (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX evaluation_snapshot_period_id_key ON evaluation_snapshot (period_id);
CREATE TRIGGER evaluation_snapshot_append_only BEFORE UPDATE OR DELETE ON evaluation_snapshot FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();

-- Written while the snapshot is being made; fixed as soon as the snapshot stands.
CREATE TABLE evaluation_snapshot_chunk (
  snapshot_id uuid NOT NULL,
  position integer NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  lines integer NOT NULL,
  CONSTRAINT evaluation_snapshot_chunk_pkey PRIMARY KEY (snapshot_id, position)
);
CREATE INDEX evaluation_snapshot_chunk_sha256_idx ON evaluation_snapshot_chunk (sha256);

-- Where the line of an official in a unit stands.
CREATE TABLE evaluation_snapshot_line (
  snapshot_id uuid NOT NULL,
  unit_path text NOT NULL,
  sort_name text NOT NULL,
  official_id uuid NOT NULL,
  chunk integer NOT NULL,
  start integer NOT NULL,
  size integer NOT NULL,
  row_count integer NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT evaluation_snapshot_line_pkey PRIMARY KEY (snapshot_id, official_id, unit_path)
);
CREATE INDEX evaluation_snapshot_line_order_idx ON evaluation_snapshot_line (snapshot_id, unit_path COLLATE "C", sort_name COLLATE "C", official_id);

CREATE FUNCTION keep_standing_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT FROM evaluation_snapshot s WHERE s.id = OLD.snapshot_id) THEN
    RAISE EXCEPTION 'table % belongs to a snapshot that stands: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF EXISTS (SELECT FROM evaluation_snapshot s WHERE s.id = NEW.snapshot_id) THEN
    RAISE EXCEPTION 'table % belongs to a snapshot that stands: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_snapshot_chunk_fixed BEFORE INSERT OR UPDATE OR DELETE ON evaluation_snapshot_chunk FOR EACH ROW EXECUTE FUNCTION keep_standing_snapshot();
CREATE TRIGGER evaluation_snapshot_line_fixed BEFORE INSERT OR UPDATE OR DELETE ON evaluation_snapshot_line FOR EACH ROW EXECUTE FUNCTION keep_standing_snapshot();

-- Who was where when: read unit by unit.
CREATE INDEX employment_unit_id_idx ON employment (unit_id, official_id);
CREATE INDEX completion_recorded_at_idx ON completion (recorded_at);
CREATE INDEX attempt_event_at_idx ON attempt_event (at);
