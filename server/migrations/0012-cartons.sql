-- Cartons of an order. Rows are appended and never edited: opening a carton again is a fact of its own.

-- A carton that was closed with what it holds. Its number within the order is on its label and is given once.
CREATE TABLE cartons (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  key TEXT NOT NULL UNIQUE,
  packed_at INTEGER NOT NULL, -- UTC ms
  kits_packed INTEGER NOT NULL, -- kits that were packed with it, which opening it takes back
  body TEXT NOT NULL, -- JSON: CartonContentSchema
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

-- A carton that was opened again: what it held is in no carton any more.
CREATE TABLE cartons_opened (
  order_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  opened_at INTEGER NOT NULL, -- UTC ms
  PRIMARY KEY (order_id, number),
  FOREIGN KEY (order_id, number) REFERENCES cartons (order_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cartons_are_kept
BEFORE UPDATE ON cartons
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER opened_cartons_are_kept
BEFORE UPDATE ON cartons_opened
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- What people changed of an order is part of its story.
CREATE INDEX facts_of_orders ON facts (body ->> '$.subject', n)
  WHERE kind = 'changed' AND body ->> '$.what' = 'order';
