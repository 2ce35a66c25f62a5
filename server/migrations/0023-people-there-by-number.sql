-- Who was where goes after its time; how many were there stays, and with it every figure that was made of it.

-- From a moment on there were so many people more (or fewer) at a station than before: nobody's stay can be told from another's.
CREATE TABLE head_changes (
  day INTEGER NOT NULL, -- UTC date on which they came, since 1970-01-01
  station_id TEXT NOT NULL,
  at INTEGER NOT NULL, -- UTC ms
  change INTEGER NOT NULL,
  PRIMARY KEY (day, station_id, at)
) STRICT, WITHOUT ROWID;

-- How many people badged in at the stations of a line on a working day.
CREATE TABLE line_heads (
  day INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (day, line_id)
) STRICT, WITHOUT ROWID;
