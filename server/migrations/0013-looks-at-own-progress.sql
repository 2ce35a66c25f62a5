-- Each time that somebody asked a station how they are getting on: which assignment asked, when, and where. Appended, never edited; it names
-- nobody by itself, as the log does.
CREATE TABLE progress_looks (
  n INTEGER PRIMARY KEY,
  assignment_id TEXT NOT NULL,
  station_id TEXT NOT NULL,
  at INTEGER NOT NULL -- UTC ms
) STRICT;

CREATE INDEX progress_looks_by_assignment ON progress_looks (assignment_id);
