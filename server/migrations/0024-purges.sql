-- What each purge took away, and what was found of it afterwards.
CREATE TABLE purges (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL, -- UTC ms
  body TEXT NOT NULL -- JSON: Purge
) STRICT;

-- Who was removed, so that a backup of before does not bring them back. A digest of the id: it leads to nobody any more.
CREATE TABLE removed_people (
  digest TEXT PRIMARY KEY, -- SHA-256, hex
  removed_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

-- A badge that a reader at a counter read says who was where. The event stays, with its key and its time; whose badge it was goes.
DROP TRIGGER events_are_kept;

CREATE TRIGGER events_are_kept
BEFORE UPDATE OF boot_id, seq, n, up, kind, received, message_up, run ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER event_values_are_kept
BEFORE UPDATE OF value ON events
WHEN NEW.value <> 'badge' OR upper(substr(trim(OLD.value), 1, 1)) <> 'P'
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE INDEX events_of_badges ON events (at) WHERE kind = 'scan' AND upper(substr(trim(value), 1, 1)) = 'P';
