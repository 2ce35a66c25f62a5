-- Who wrote each line of the journal, and the chain by which a line that was changed, removed, inserted or moved is found.

-- Never a name: `account:<id>`, `key:<id>`, `station:<id>`, `token`, `local`, `anonymous`; null for what no person wrote, and
-- for all that was written before.
ALTER TABLE acts ADD COLUMN author TEXT;
ALTER TABLE facts ADD COLUMN author TEXT;

-- A link for each act and each fact, in the order of arrival, written with it.
CREATE TABLE journal_chain (
  n INTEGER PRIMARY KEY, -- of the act or the fact
  place INTEGER NOT NULL, -- from 1, without a gap
  hash BLOB NOT NULL -- SHA-256 of the link before and of the line; see store/journal/line-hash.ts
) STRICT;

-- What was written before there was a chain gets its links at the next start; what comes after has them from the first.
CREATE TABLE journal_sealing (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  up_to INTEGER NOT NULL
) STRICT;

INSERT INTO journal_sealing (id, up_to)
SELECT 1, max(coalesce((SELECT max(n) FROM acts), 0), coalesce((SELECT max(n) FROM facts), 0));

CREATE TRIGGER acts_stay
BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER facts_stay
BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER links_are_kept
BEFORE UPDATE ON journal_chain
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER links_stay
BEFORE DELETE ON journal_chain
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
