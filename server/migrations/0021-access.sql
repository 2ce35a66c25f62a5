-- Who may sign in. The only place that has their names: the journal knows an account by its id.
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE, -- the name as it is compared: no case, no accents
  role TEXT NOT NULL CHECK (role IN ('supervisor', 'manager', 'administrator')),
  password TEXT NOT NULL, -- scrypt, its cost and its salt with it
  password_at INTEGER NOT NULL, -- UTC ms
  totp_secret TEXT, -- base32; null: a password is enough
  totp_step INTEGER, -- of the last code that was taken: none is taken twice
  disabled_at INTEGER, -- UTC ms; null: may sign in
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is signed in. What a browser holds is a token whose SHA-256 is here.
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  is_shared INTEGER NOT NULL, -- several people use the device: it ends sooner
  device TEXT, -- browser and system, as somebody would name them
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL -- to the minute
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_account ON sessions (account_id);

-- Keys of programs.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE, -- SHA-256
  name TEXT NOT NULL,
  permissions TEXT NOT NULL, -- JSON
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_day INTEGER -- days since 1970, UTC; null: never used
) STRICT, WITHOUT ROWID;

-- Walls and tablets of stations that were paired.
CREATE TABLE screens (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('wall', 'station')),
  name TEXT NOT NULL,
  station_id TEXT CHECK ((kind = 'station') = (station_id IS NOT NULL)),
  digest TEXT UNIQUE, -- SHA-256 of what the screen holds; null until it has fetched it
  paired_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody at a station knows besides their badge, where they want that.
CREATE TABLE pins (
  operator_id TEXT PRIMARY KEY,
  hash TEXT NOT NULL, -- scrypt, its cost and its salt with it
  set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
