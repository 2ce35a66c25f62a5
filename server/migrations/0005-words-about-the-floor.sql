-- Calls, causes of stops, inspections, upkeep, messages, targets: acts too, read by when they happened.
CREATE INDEX acts_of_words ON acts (at)
  WHERE state = 'accepted' AND kind IN ('call', 'call-take', 'call-resolve', 'stop', 'inspection', 'upkeep', 'message', 'target');

-- Who a supervisor wants where today: an accepted proposal. It names people, so it is no part of the log.
CREATE TABLE postings (
  line_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  body TEXT NOT NULL, -- JSON: operators in the order of the line, each with codes of operations
  PRIMARY KEY (line_id, day)
) STRICT, WITHOUT ROWID;
