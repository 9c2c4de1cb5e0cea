-- Zip files that were handed up to become a draft of a course, kept between the trial run and the taking over.
CREATE TABLE content_import (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_name text NOT NULL,
  bytes bytea NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  uploaded_by uuid,
  uploaded_by_name text NOT NULL,
  applied_at timestamptz(3),
  CONSTRAINT content_import_pkey PRIMARY KEY (id)
);
CREATE INDEX content_import_uploaded_at_idx ON content_import (uploaded_at);

-- What an item of a SCORM package keeps of one person in one turn of a course.
CREATE TABLE scorm_progress (
  enrolment_id uuid NOT NULL,
  lesson_id text NOT NULL,
  status text NOT NULL,
  score_percent numeric(5,2),
  cmi jsonb NOT NULL DEFAULT '{}',
  session_id text NOT NULL,
  sequence integer NOT NULL,
  earlier_seconds integer NOT NULL DEFAULT 0,
  session_seconds integer NOT NULL DEFAULT 0,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT scorm_progress_pkey PRIMARY KEY (enrolment_id, lesson_id),
  CONSTRAINT scorm_progress_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
