-- Which version of a working day lies in the folder of the evening's exports; not folded, and lost without harm:
-- the same files would be written once more.
CREATE TABLE evening_exports (
  day INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  written_at INTEGER NOT NULL -- UTC ms
) STRICT;
