-- Folded: what acts say became of pieces, dated, as a day's report says it. Good ones are those that no station counts.
CREATE TABLE outcomes (
  bundle_id INTEGER NOT NULL,
  i INTEGER NOT NULL, -- position in the family's fold
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  place_id INTEGER, -- null: outside, at no station, or at one that no plan knew
  station_id TEXT,
  operation TEXT, -- code of the routing
  good INTEGER NOT NULL,
  rework INTEGER NOT NULL,
  second INTEGER NOT NULL,
  scrap INTEGER NOT NULL,
  repaired INTEGER NOT NULL, -- came back from repair by it
  origin TEXT NOT NULL, -- scan or hand
  PRIMARY KEY (bundle_id, i)
) STRICT, WITHOUT ROWID;

CREATE INDEX outcomes_by_day ON outcomes (day);

-- Which operation of the routing a tally is of; its place only says how the plan called it.
ALTER TABLE tallies ADD COLUMN operation TEXT;

-- Both come of the log: every family is folded again.
INSERT OR IGNORE INTO bundle_marks (bundle_id) SELECT id FROM bundles;
