-- An entry about a post can be taken back. With which staff category the post was held is written down as it ends, so that it is there
-- again; and when the entry was made, because what was asked of the person before then was not asked because of it.
ALTER TABLE employment
  ADD COLUMN staff_category staff_category,
  ADD COLUMN recorded_at timestamptz(3);
