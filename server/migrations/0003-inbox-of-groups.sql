-- The inbox holds one row a commit instead of one a sample: written faster, and a third of the bytes.

INSERT INTO samples (boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run, at)
SELECT boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run, at
FROM inbox ORDER BY boot_id, seq;

INSERT INTO parts (boot_id, seq, at, day, hour, place_id, pieces, stitches, trims,
  reached_pieces, reached_stitches, reached_trims, open, fell)
SELECT boot_id, seq, at, day, hour, place_id, part_pieces, part_stitches, part_trims,
  reached_pieces, reached_stitches, reached_trims, open, fell
FROM inbox ORDER BY boot_id, seq;

DROP TABLE inbox;

-- The samples of one commit, each with what it added, in order of arrival; server/src/store/inbox-rows.ts tells the bytes.
-- Moved into `samples` and `parts` a few hundred at a time; a row goes once all its samples have moved.
CREATE TABLE inbox (
  id INTEGER PRIMARY KEY,
  body BLOB NOT NULL
) STRICT;
