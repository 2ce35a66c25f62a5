-- Targets are looked for by the day that they are of, which may be weeks after they were said.
CREATE INDEX acts_of_targets ON acts (body ->> '$.day') WHERE kind = 'target' AND state = 'accepted';
