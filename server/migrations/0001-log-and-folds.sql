-- Two kinds of tables.
--   The log: plans, samples, events, facts. Rows are appended and never edited (triggers hold it);
--            only the time of a sample, which is derived, may be corrected.
--   What is folded from it: parts, holds, hours. `npm run rebuild` makes the same rows again.
-- The others intern names, or hold what has no history (secrets, settings, places in a queue).
-- Moments are UTC milliseconds; days are days since 1970-01-01; flags are 0 or 1.

-- One row: the log's clock (writing transactions) and how many facts have arrived.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  clock INTEGER NOT NULL,
  arrivals INTEGER NOT NULL
) STRICT;

-- One row a server start; what it heard moves when its clock steps.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at INTEGER NOT NULL
) STRICT;

CREATE TABLE plans (
  from_ms INTEGER PRIMARY KEY, -- from which the plan holds
  recorded_at INTEGER NOT NULL,
  body TEXT NOT NULL -- JSON, without secrets
) STRICT;

CREATE TABLE devices (
  device_id TEXT PRIMARY KEY,
  secret_salt BLOB,
  secret_hash BLOB,
  waiting_since INTEGER, -- it showed the pairing code and no plan names it
  boot_count INTEGER, -- of a counter of another make: what told of a restart, the last time
  uptime_sec INTEGER
) STRICT;

-- A power-on of a counter; `generation` above 1 when a reset kept the boot id.
CREATE TABLE boots (
  id INTEGER PRIMARY KEY,
  device_id TEXT NOT NULL,
  counter TEXT NOT NULL,
  boot TEXT NOT NULL,
  generation INTEGER NOT NULL,
  is_foreign INTEGER NOT NULL, -- of another make: no power-on, the first value is a base
  forward REAL, -- when it began, as told through the sample `dated_seq`
  backward REAL,
  worst REAL,
  dated_seq INTEGER NOT NULL,
  UNIQUE (device_id, counter, boot, generation)
) STRICT;

CREATE TABLE samples (
  boot_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL, -- order of arrival in the log
  up INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  stitches INTEGER,
  trims INTEGER,
  state TEXT,
  received INTEGER NOT NULL, -- as the clock stood then; of the message, like `message_up`
  message_up INTEGER NOT NULL,
  run INTEGER NOT NULL,
  at INTEGER NOT NULL, -- when it happened: derived by dating, the only column that may change
  PRIMARY KEY (boot_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX samples_with_state ON samples (boot_id, seq) WHERE state IS NOT NULL;

-- Samples in order of arrival, each with what it added; moved into `samples` and `parts` a few thousand at a time.
CREATE TABLE inbox (
  n INTEGER PRIMARY KEY,
  boot_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  up INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  stitches INTEGER,
  trims INTEGER,
  state TEXT,
  received INTEGER NOT NULL,
  message_up INTEGER NOT NULL,
  run INTEGER NOT NULL,
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  place_id INTEGER,
  part_pieces INTEGER NOT NULL,
  part_stitches INTEGER NOT NULL,
  part_trims INTEGER NOT NULL,
  reached_pieces INTEGER NOT NULL,
  reached_stitches INTEGER NOT NULL,
  reached_trims INTEGER NOT NULL,
  open TEXT,
  fell INTEGER NOT NULL
) STRICT;

-- Barcodes read and buttons pressed at a counter; they share their keys with samples.
CREATE TABLE events (
  boot_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  up INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  received INTEGER NOT NULL,
  message_up INTEGER NOT NULL,
  run INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (boot_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  n INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  boot_id INTEGER,
  run INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  body TEXT NOT NULL -- JSON; its shape follows from the kind
) STRICT;

CREATE INDEX facts_by_boot ON facts (boot_id);

-- Where pieces can be made; interned, so that rollups carry a number.
CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  line_id TEXT NOT NULL,
  station_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  standard_minutes REAL NOT NULL,
  is_output INTEGER NOT NULL,
  UNIQUE (line_id, station_id, operation, standard_minutes, is_output)
) STRICT;

-- What each sample added, where, and the state after it: a fold can go on from any row.
CREATE TABLE parts (
  boot_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  place_id INTEGER, -- null: the device was bound to no station
  pieces INTEGER NOT NULL,
  stitches INTEGER NOT NULL,
  trims INTEGER NOT NULL,
  reached_pieces INTEGER NOT NULL,
  reached_stitches INTEGER NOT NULL,
  reached_trims INTEGER NOT NULL,
  open TEXT, -- open leaps as JSON; null when there are none
  fell INTEGER NOT NULL, -- the total fell, and no leap explains it
  PRIMARY KEY (boot_id, seq)
) STRICT, WITHOUT ROWID;

-- What is withheld until a person looks at it: the step `(from_seq, seq]`.
CREATE TABLE holds (
  boot_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  pieces INTEGER NOT NULL,
  stitches INTEGER NOT NULL,
  trims INTEGER NOT NULL,
  at INTEGER NOT NULL,
  place_id INTEGER,
  PRIMARY KEY (boot_id, seq)
) STRICT, WITHOUT ROWID;

-- The rollup for good: per working day, clock hour and place.
CREATE TABLE hours (
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  place_id INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  stitches INTEGER NOT NULL,
  trims INTEGER NOT NULL,
  PRIMARY KEY (day, hour, place_id)
) STRICT, WITHOUT ROWID;

-- The clock of the last write that changed a day.
CREATE TABLE days (
  day INTEGER PRIMARY KEY,
  clock INTEGER NOT NULL
) STRICT;

-- What of a boot must be folded again; a row is a place in the queue.
CREATE TABLE marks (
  boot_id INTEGER PRIMARY KEY,
  from_seq INTEGER NOT NULL,
  through_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  device_id TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  idx INTEGER NOT NULL, -- position in the message's list; -1 for the whole message
  fault TEXT NOT NULL,
  topic TEXT NOT NULL,
  payload BLOB NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  state TEXT NOT NULL, -- open, released or dismissed
  UNIQUE (device_id, sha256, idx)
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TRIGGER samples_are_kept
BEFORE UPDATE OF boot_id, seq, n, up, pieces, stitches, trims, state, received, message_up, run ON samples
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER events_are_kept
BEFORE UPDATE OF boot_id, seq, n, up, kind, value, received, message_up, run ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER facts_are_kept
BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
