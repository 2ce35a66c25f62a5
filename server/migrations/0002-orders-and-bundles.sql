-- Orders, bundles and what people do with them.
--   What there is: styles, routings, orders, operators. A routing's version never changes.
--   The log: acts, packings, and what cutting made (bundles, tickets). Rows are appended and never edited; a ticket may lose its validity.
--   What is folded from it: bundle_states, waits, works, tallies. `npm run rebuild` makes the same rows again.
--   Assignments are the only place that says who was at a station; the log carries their ids.

CREATE TABLE styles (
  id TEXT PRIMARY KEY,
  recorded_at INTEGER NOT NULL,
  body TEXT NOT NULL -- JSON: StyleSchema
) STRICT;

CREATE TABLE routings (
  style_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  body TEXT NOT NULL, -- JSON: RoutingSchema
  PRIMARY KEY (style_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE photos (
  id TEXT PRIMARY KEY, -- SHA-256 of the bytes, hex
  type TEXT NOT NULL, -- image/jpeg, image/png or image/webp
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE orders (
  id TEXT PRIMARY KEY, -- `2026-118`: year of its making and number
  number INTEGER NOT NULL, -- the one in the codes of its bundles
  given_at INTEGER NOT NULL,
  closed_at INTEGER,
  state TEXT NOT NULL, -- as in the body; here for the index
  body TEXT NOT NULL -- JSON: OrderSchema
) STRICT;

CREATE INDEX orders_by_number ON orders (number);

-- Pieces of one size, colour and shade that travel together; cut, or split off another.
CREATE TABLE bundles (
  id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  style_id TEXT NOT NULL,
  set_number INTEGER NOT NULL,
  part TEXT,
  size TEXT NOT NULL,
  colour TEXT NOT NULL,
  shade INTEGER NOT NULL,
  pieces INTEGER NOT NULL,
  parent_id INTEGER REFERENCES bundles (id),
  made_at INTEGER NOT NULL -- UTC ms
) STRICT;

CREATE INDEX bundles_by_order ON bundles (order_id, id);

-- Paper: a number within the order names a bundle. A duplicate takes a new number and replaces the old one.
CREATE TABLE tickets (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  bundle_id INTEGER NOT NULL REFERENCES bundles (id),
  state TEXT NOT NULL, -- valid, replaced or void
  made_at INTEGER NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX tickets_by_bundle ON tickets (bundle_id, number);

-- Whole kits that were packed; below 0 where they were opened again.
CREATE TABLE packings (
  key TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  kits INTEGER NOT NULL,
  packed_at INTEGER NOT NULL -- UTC ms
) STRICT;

CREATE INDEX packings_by_order ON packings (order_id);

CREATE TABLE operators (
  id TEXT PRIMARY KEY,
  badge INTEGER NOT NULL UNIQUE,
  body TEXT NOT NULL -- JSON: OperatorSchema
) STRICT;

-- The only rows that join a person to a station.
CREATE TABLE assignments (
  id TEXT PRIMARY KEY, -- drawn anew at each badge-in
  operator_id TEXT NOT NULL,
  station_id TEXT NOT NULL,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER, -- null while the person is there
  ended_by TEXT -- badge, other-station or shift-end
) STRICT;

CREATE INDEX assignments_by_station ON assignments (station_id, from_ms);
CREATE INDEX assignments_by_operator ON assignments (operator_id, from_ms);

-- A station's screen writes with one of these; only its digest is kept.
CREATE TABLE station_keys (
  station_id TEXT PRIMARY KEY,
  digest BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;

-- Whatever a screen or a reader sent, once per key, refused ones with the answer they got.
CREATE TABLE acts (
  n INTEGER PRIMARY KEY, -- order of arrival, shared with the log of samples
  run INTEGER NOT NULL, -- what a run heard moves when its clock steps
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL, -- cut, badge, scan, finish, split, join, dispatch, return, undo, settle, correction, hand-count
  state TEXT NOT NULL, -- accepted or refused; never changes
  station_id TEXT,
  assignment_id TEXT,
  at INTEGER NOT NULL, -- when it happened, by the server's clock
  received INTEGER NOT NULL,
  clock_off_by INTEGER NOT NULL, -- ms that the screen's clock was off
  origin TEXT NOT NULL, -- scan or hand
  is_offline INTEGER NOT NULL,
  boot_id INTEGER, -- the event of a wired reader that it was made of, whose time is its time
  seq INTEGER,
  about TEXT, -- key of the act that it undoes or settles
  digest BLOB NOT NULL, -- SHA-256 of what was sent: the same key with other content is refused
  body TEXT NOT NULL, -- JSON; its shape follows from the kind
  answer TEXT NOT NULL -- JSON: code and blanks of the sentence
) STRICT;

CREATE INDEX acts_by_station ON acts (station_id, at);
CREATE INDEX acts_by_assignment ON acts (assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX acts_by_about ON acts (about) WHERE about IS NOT NULL;
CREATE INDEX acts_of_reader ON acts (boot_id, seq) WHERE boot_id IS NOT NULL;
CREATE INDEX acts_of_slips ON acts (n) WHERE kind = 'dispatch';
-- Read without the network, and no ticket of ours: a supervisor looks at them.
CREATE INDEX acts_of_unknown_codes ON acts (n)
  WHERE kind = 'scan' AND state = 'accepted' AND json_extract(body, '$.bundleId') IS NULL;

-- Which bundles an act is about: the way from a bundle to its story.
CREATE TABLE act_bundles (
  bundle_id INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (bundle_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX act_bundles_by_act ON act_bundles (n);

-- Folded: where each bundle is now.
CREATE TABLE bundle_states (
  bundle_id INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL,
  is_open INTEGER NOT NULL, -- some pieces are in progress or in repair
  open_station TEXT, -- where it is open now
  next TEXT NOT NULL, -- JSON: codes of the operations it may go to
  waits_since INTEGER, -- since when it waits for them
  has_conflict INTEGER NOT NULL,
  outside TEXT,
  good INTEGER NOT NULL,
  rework INTEGER NOT NULL,
  second INTEGER NOT NULL,
  scrap INTEGER NOT NULL,
  in_progress INTEGER NOT NULL,
  body TEXT NOT NULL -- JSON: BundleState
) STRICT;

CREATE INDEX bundle_states_open ON bundle_states (order_id, bundle_id) WHERE is_open = 1;
CREATE INDEX bundle_states_waiting ON bundle_states (waits_since) WHERE waits_since IS NOT NULL;
CREATE INDEX bundle_states_outside ON bundle_states (outside) WHERE outside IS NOT NULL;
CREATE INDEX bundle_states_at_station ON bundle_states (open_station) WHERE open_station IS NOT NULL;
CREATE INDEX bundle_states_in_conflict ON bundle_states (bundle_id) WHERE has_conflict = 1;

-- Folded: what waits for an operation, the longest first.
CREATE TABLE waits (
  order_id TEXT NOT NULL,
  style_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  since INTEGER NOT NULL,
  bundle_id INTEGER NOT NULL,
  PRIMARY KEY (order_id, style_id, operation, since, bundle_id)
) STRICT, WITHOUT ROWID;

-- Bundles whose family must be folded again; a row is a place in the queue.
CREATE TABLE bundle_marks (
  bundle_id INTEGER PRIMARY KEY
) STRICT;

-- Folded: one row per operation that was worked on a bundle, to be compared with the machine's count.
CREATE TABLE works (
  bundle_id INTEGER NOT NULL,
  operation TEXT NOT NULL,
  station_id TEXT,
  assignment_id TEXT,
  opened_at INTEGER,
  finished_at INTEGER,
  declared INTEGER NOT NULL,
  PRIMARY KEY (bundle_id, operation)
) STRICT, WITHOUT ROWID;

CREATE INDEX works_by_station ON works (station_id, finished_at);

-- Folded: pieces that acts add to the hours, each with where it comes from.
CREATE TABLE tallies (
  bundle_id INTEGER NOT NULL, -- 0 for hand counts and corrections, which are about no bundle's fold
  i INTEGER NOT NULL, -- position in the family's fold, or the act's n
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  place_id INTEGER, -- null: no plan knew the station
  pieces INTEGER NOT NULL,
  origin TEXT NOT NULL, -- scan, hand, deduced or correction
  assignment_id TEXT,
  PRIMARY KEY (bundle_id, i)
) STRICT, WITHOUT ROWID;

CREATE INDEX tallies_by_day ON tallies (day, place_id);

CREATE TRIGGER acts_are_kept
BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER packings_are_kept
BEFORE UPDATE ON packings
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER bundles_are_kept
BEFORE UPDATE ON bundles
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER routings_are_kept
BEFORE UPDATE ON routings
BEGIN SELECT RAISE(ABORT, 'a version of a routing never changes'); END;
