-- Who a supervisor sent where, and who is away on a day. Both name people, so they are no part of the log: like `postings` they are
-- deleted 31 days after their day.
CREATE TABLE sendings (
  day INTEGER NOT NULL,
  operator_id TEXT NOT NULL,
  station_id TEXT, -- null: nowhere, whatever was accepted before
  recorded_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (day, operator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE absences (
  day INTEGER NOT NULL,
  operator_id TEXT NOT NULL,
  recorded_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (day, operator_id)
) STRICT, WITHOUT ROWID;
