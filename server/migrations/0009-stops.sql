-- How often a boot was folded again: whoever keeps something that was read of it knows when to read it anew.
CREATE TABLE refolds (
  boot_id INTEGER PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT;

-- The newest word about a stop is the version of the list.
CREATE INDEX acts_of_stops ON acts (n) WHERE state = 'accepted' AND kind = 'stop';
