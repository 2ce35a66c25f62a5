-- Who looked at whose data, what people asked about theirs, and their civil names. All of it names people: it is no part of the log, and goes
-- with the person.

-- Each look is written before anything is read. A list is about everybody (null). `by`: account:<id>, key:<id>, token, station:<id>, self.
CREATE TABLE looks (
  n INTEGER PRIMARY KEY,
  about TEXT, -- operator
  what TEXT NOT NULL, -- one of LOOK_KINDS
  by TEXT NOT NULL,
  at INTEGER NOT NULL -- UTC ms
) STRICT;

CREATE INDEX looks_by_about ON looks (about, at);
CREATE INDEX looks_by_reader ON looks (by, what, at);

-- Looks at one's own progress were kept by assignment until now.
INSERT INTO looks (about, what, by, at)
  SELECT a.operator_id, 'own-progress', 'self', l.at
  FROM progress_looks l JOIN assignments a ON a.id = l.assignment_id ORDER BY l.n;
DROP TABLE progress_looks;

-- What somebody asked about their own data, and what they were answered.
CREATE TABLE person_requests (
  n INTEGER PRIMARY KEY,
  operator_id TEXT NOT NULL,
  kind TEXT NOT NULL, -- correction, objection, deletion
  about TEXT NOT NULL, -- which data
  words TEXT,
  at INTEGER NOT NULL, -- UTC ms
  answer TEXT, -- done, partly, refused; null while it is open
  answer_words TEXT,
  answered_by TEXT, -- as in looks
  answered_at INTEGER -- UTC ms
) STRICT;

CREATE INDEX person_requests_by_person ON person_requests (operator_id);

-- Civil names, each sealed by AES-256-GCM with the key in the data folder's file names-key, which no backup holds.
CREATE TABLE person_names (
  operator_id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL, -- nonce (12 bytes), text, tag (16 bytes)
  recorded_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;

-- Assignments of people who chose a PIN, that began without it: the tablet had no network.
CREATE TABLE without_pin (
  assignment_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
