-- What is older than the workshop keeps its aggregates goes: days, orders, and lines of the journal.

-- The last working day that went; nothing of it is counted again, whatever comes late.
CREATE TABLE years_gone (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  through_day INTEGER NOT NULL
) STRICT;

INSERT INTO years_gone (id, through_day) VALUES (1, -1000000);

-- Lines of the journal that went. Their links stay, and the line that put it on record says how many they were and which links they had.
CREATE TABLE journal_gone (
  n INTEGER PRIMARY KEY, -- of the act or the fact
  record INTEGER NOT NULL -- number of the fact `let-go`
) STRICT;

CREATE TRIGGER gone_are_kept
BEFORE UPDATE ON journal_gone
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER gone_stay
BEFORE DELETE ON journal_gone
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

DROP TRIGGER acts_stay;

CREATE TRIGGER acts_stay
BEFORE DELETE ON acts
WHEN NOT EXISTS (SELECT 1 FROM journal_gone WHERE n = OLD.n)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

DROP TRIGGER facts_stay;

CREATE TRIGGER facts_stay
BEFORE DELETE ON facts
WHEN NOT EXISTS (SELECT 1 FROM journal_gone WHERE n = OLD.n)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Numbers of orders that went: paper that bears them may still turn up, so they rest for five years after their order was closed.
CREATE TABLE resting_numbers (
  number INTEGER NOT NULL,
  given_at INTEGER NOT NULL, -- UTC ms
  closed_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (number, given_at)
) STRICT, WITHOUT ROWID;

-- Whoever deletes a bundle asks whether it has parts.
CREATE INDEX bundles_by_parent ON bundles (parent_id) WHERE parent_id IS NOT NULL;
