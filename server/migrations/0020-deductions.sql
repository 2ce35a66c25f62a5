-- Folded: operations that nobody scanned at a station and a later scan took for done, as a day's report explains pieces by them.
CREATE TABLE deductions (
  bundle_id INTEGER NOT NULL,
  operation TEXT NOT NULL, -- code of the routing
  station_id TEXT NOT NULL,
  at INTEGER NOT NULL, -- of the act that it was deduced by
  pieces INTEGER NOT NULL, -- taken for good
  PRIMARY KEY (bundle_id, operation)
) STRICT, WITHOUT ROWID;

CREATE INDEX deductions_by_station ON deductions (station_id, at);

INSERT INTO deductions (bundle_id, operation, station_id, at, pieces)
SELECT s.bundle_id, o.value ->> 'code', o.value ->> 'stationId', o.value ->> 'finishedAt', o.value ->> 'good'
FROM bundle_states s JOIN json_each(s.body, '$.operations') o
WHERE o.value ->> 'status' = 'deduced' AND o.value ->> 'isInherited' = 0 AND o.value ->> 'openedAt' IS NULL
  AND o.value ->> 'stationId' IS NOT NULL AND o.value ->> 'finishedAt' IS NOT NULL AND o.value ->> 'good' > 0;
