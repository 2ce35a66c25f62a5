-- A new secret is offered while the former one holds; whose secret was taken back is not let in, not even with the pairing code.
ALTER TABLE devices ADD COLUMN next_salt BLOB;
ALTER TABLE devices ADD COLUMN next_hash BLOB;
ALTER TABLE devices ADD COLUMN next_since INTEGER; -- UTC ms
ALTER TABLE devices ADD COLUMN is_revoked INTEGER NOT NULL DEFAULT 0;
