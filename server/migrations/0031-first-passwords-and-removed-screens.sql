-- A password that somebody else drew opens nothing but the choice of one's own, until then; null: its owner chose it.
ALTER TABLE accounts ADD COLUMN password_until INTEGER; -- UTC ms

-- When a screen was last connected or asked, to the hour; null: not since it is written down.
ALTER TABLE screens ADD COLUMN seen_at INTEGER; -- UTC ms

-- Screens that somebody took out: what they hold tells them so, and they forget what they kept.
CREATE TABLE removed_screens (
  digest TEXT PRIMARY KEY, -- SHA-256 of what the screen holds
  removed_at INTEGER NOT NULL -- UTC ms
) STRICT, WITHOUT ROWID;
