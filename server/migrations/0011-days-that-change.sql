-- When a day last changed, and how often since it was over: its reports and exports say so.
ALTER TABLE days ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0; -- UTC ms; at least the end of its work once that is over
ALTER TABLE days ADD COLUMN version INTEGER NOT NULL DEFAULT 0; -- 1 until its working day was over; 0 while what came before this table is folded again

-- What days came to, kept so that a month is read and not computed; computed again where the clock is another.
CREATE TABLE day_rows (
  day INTEGER PRIMARY KEY,
  clock INTEGER NOT NULL, -- of the day when it was computed
  shape INTEGER NOT NULL, -- of the body: a later program computes it anew
  body TEXT NOT NULL -- JSON: DayBody
) STRICT;

-- What was worked on a day is found without reading what was worked since.
DROP INDEX works_by_station;
CREATE INDEX works_by_station ON works (station_id, finished_at, opened_at);
