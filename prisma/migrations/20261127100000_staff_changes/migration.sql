-- By which decision a post was taken up, and how somebody left with it.
ALTER TABLE employment
  ADD COLUMN decision_number text,
  ADD COLUMN decided_on date,
  ADD COLUMN end_reason text,
  ADD COLUMN end_decision_number text,
  ADD COLUMN end_decided_on date,
  ADD CONSTRAINT employment_end_reason CHECK (end_reason IS NULL OR valid_to IS NOT NULL);
-- Nobody holds two posts at once.
CREATE UNIQUE INDEX employment_one_open ON employment (official_id) WHERE valid_to IS NULL;

-- When what the staff list says of the person was last changed: a new name is seen by evaluation as well.
ALTER TABLE official ADD COLUMN changed_at timestamptz(3);
CREATE INDEX official_changed_at_idx ON official (changed_at);
