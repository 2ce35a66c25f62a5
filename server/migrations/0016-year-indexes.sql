-- What is asked for every day and would otherwise read all of a table that grows for years.

-- Who was there on a day, for each day's export.
CREATE INDEX assignments_by_time ON assignments (from_ms);

-- The boots of a counter, the newest first.
CREATE INDEX boots_of_counter ON boots (device_id, counter, id);

-- Steps of the clock, and what is uncertain, among all that is rare.
CREATE INDEX facts_by_kind ON facts (kind, n);

-- Words about stops of a day, and words of one kind.
CREATE INDEX acts_of_stops_by_time ON acts (at) WHERE state = 'accepted' AND kind = 'stop';
CREATE INDEX acts_of_words_by_kind ON acts (kind, n)
  WHERE state = 'accepted' AND kind IN ('call', 'call-take', 'call-resolve', 'stop', 'inspection', 'upkeep', 'message', 'target');

-- Those that nobody has looked at yet are few.
CREATE INDEX quarantine_open ON quarantine (device_id) WHERE state = 'open';
