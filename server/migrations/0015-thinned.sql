-- Samples that say nothing new, packed: they leave `samples` and `parts`, and a range of their boot's `seq` keeps them.
-- Other samples may lie inside a range; ranges of a boot never overlap. server/src/store/thinning/packed-samples.ts tells the bytes.
CREATE TABLE thinned (
  boot_id INTEGER NOT NULL,
  from_seq INTEGER NOT NULL, -- of the first that is packed here
  to_seq INTEGER NOT NULL, -- of the last
  samples INTEGER NOT NULL, -- how many
  body BLOB NOT NULL,
  PRIMARY KEY (boot_id, from_seq)
) STRICT;

-- How far each boot has been looked through.
CREATE TABLE thinning (
  boot_id INTEGER PRIMARY KEY,
  through_seq INTEGER NOT NULL
) STRICT;

CREATE TRIGGER thinned_are_kept
BEFORE UPDATE ON thinned
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
