-- What counters said is put together once it is old, and its rows go: what stays of each boot, its pieces, and how stations stood.

-- From where a boot is counted on. Its samples up to through_seq are in no other table.
CREATE TABLE seals (
  boot_id INTEGER PRIMARY KEY,
  -- The last sample that went.
  through_seq INTEGER NOT NULL,
  up INTEGER NOT NULL,
  at INTEGER NOT NULL,
  received INTEGER NOT NULL,
  run INTEGER NOT NULL,
  n INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  message_up INTEGER NOT NULL,
  -- What had been reached after it.
  reached_pieces INTEGER NOT NULL,
  reached_stitches INTEGER NOT NULL,
  reached_trims INTEGER NOT NULL,
  open TEXT, -- leaps that nothing proved wrong, as JSON; only where the boot ended so
  -- What the counter had said of its machine last; null: nothing.
  state_seq INTEGER,
  state TEXT,
  state_at INTEGER,
  -- The first sample that the boot ever had.
  first_seq INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  first_received INTEGER NOT NULL,
  first_run INTEGER NOT NULL,
  first_n INTEGER NOT NULL,
  -- When the boot began, as it was known then: what arrived by known_n is in it.
  known_n INTEGER NOT NULL,
  forward REAL,
  backward REAL,
  worst REAL
) STRICT;

-- Pieces of counters between two moments that anything is told by: quarters of an hour, acts, other working days, hours or places.
CREATE TABLE sealed_points (
  boot_id INTEGER NOT NULL,
  -- When the last of them was made.
  at INTEGER NOT NULL,
  place_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  stitches INTEGER NOT NULL,
  trims INTEGER NOT NULL,
  -- When the last of them was told.
  received INTEGER NOT NULL,
  PRIMARY KEY (boot_id, at, place_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sealed_points_of_day ON sealed_points (day);

-- How a station stood over a working day, as its counter told it; JSON.
CREATE TABLE sealed_states (
  day INTEGER NOT NULL,
  station_id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (day, station_id)
) STRICT, WITHOUT ROWID;

-- Working days through this one are told from sealed_states.
CREATE TABLE sealed_days (
  day INTEGER PRIMARY KEY
) STRICT;
