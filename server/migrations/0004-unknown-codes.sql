-- Whatever was kept without the network and names no bundle waits for a supervisor: scans, and all else that moves pieces.
DROP INDEX acts_of_unknown_codes;

CREATE INDEX acts_of_unknown_codes ON acts (n)
  WHERE state = 'accepted' AND kind <> 'badge' AND json_extract(answer, '$.conflict') = 'unknown-code';
