import { WAITING_DEVICES_MAX, WAITING_SAMPLES_MAX } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Inbox } from "./inbox.ts";

/** A stored secret: salted SHA-256. */
export interface StoredSecret {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

/** The secrets of a counter. */
export interface DeviceKeys {
  readonly secret: StoredSecret | null;
  /** Offered in place of the secret; null: none. */
  readonly next: (StoredSecret & { readonly since: number }) | null;
  readonly isRevoked: boolean;
}

/** Secrets, which have no history, and the devices that wait for a plan to name them ([N5], [B12]). */
export interface DeviceList {
  secret(deviceId: string): StoredSecret | null;
  keys(deviceId: string): DeviceKeys;
  /** In place of every other. */
  keepSecret(deviceId: string, secret: StoredSecret): void;
  /** Beside the one that holds; in its place where none does. */
  offerSecret(deviceId: string, secret: StoredSecret, now: number): void;
  /** The offered one holds from now on. */
  settleSecret(deviceId: string): void;
  /** None holds, and no pairing code lets it in. */
  revokeSecret(deviceId: string): void;
  /** Lists a device as waiting; false when the list is full. */
  addWaiting(deviceId: string, now: number): boolean;
  /** Devices that wait, in the order in which they came. */
  waiting(): string[];
  /** The plan names these: they wait no longer. */
  stopWaiting(deviceIds: readonly string[]): void;
  /** Makes room for samples, events and unreadable entries of a device that waits; false when it has had its share. */
  takeRoom(deviceId: string, rows: number): boolean;
  /** After a rollback: counts again. */
  reload(): void;
}

export function createDeviceList(sqlite: Database, inbox: Pick<Inbox, "countOf">): DeviceList {
  const find = sqlite.prepare<[string], { salt: Buffer | null; hash: Buffer | null }>(
    "SELECT secret_salt AS salt, secret_hash AS hash FROM devices WHERE device_id = ?",
  );
  const keep = sqlite.prepare(
    `INSERT INTO devices (device_id, secret_salt, secret_hash) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET secret_salt = excluded.secret_salt, secret_hash = excluded.secret_hash,
       next_salt = NULL, next_hash = NULL, next_since = NULL, is_revoked = 0`,
  );
  const secrets = prepareSecrets(sqlite);
  const wait = sqlite.prepare(
    `INSERT INTO devices (device_id, waiting_since) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET waiting_since = excluded.waiting_since`,
  );
  const stop = sqlite.prepare("UPDATE devices SET waiting_since = NULL WHERE device_id = ?");
  const readWaiting = sqlite.prepare<[], { deviceId: string; held: number }>(
    `SELECT device_id AS deviceId,
       (SELECT count(*) FROM boots b JOIN samples s ON s.boot_id = b.id
        WHERE b.device_id = d.device_id) +
       (SELECT count(*) FROM boots b JOIN events e ON e.boot_id = b.id
        WHERE b.device_id = d.device_id) +
       (SELECT count(*) FROM quarantine q WHERE q.device_id = d.device_id) AS held
     FROM devices d WHERE waiting_since IS NOT NULL ORDER BY waiting_since`,
  );
  const bootsOf = sqlite
    .prepare<[string], number>("SELECT id FROM boots WHERE device_id = ?")
    .pluck();
  const waiting = new Map<string, number>();

  function reload(): void {
    waiting.clear();
    for (const { deviceId, held } of readWaiting.all()) {
      const inInbox = bootsOf.all(deviceId).reduce((sum, id) => sum + inbox.countOf(id), 0);
      waiting.set(deviceId, held + inInbox);
    }
  }

  reload();
  return {
    secret(deviceId) {
      const row = find.get(deviceId);
      if (row?.salt == null || row.hash === null) return null;
      return { salt: row.salt, hash: row.hash };
    },
    keys: secrets.keys,
    keepSecret: (deviceId, { salt, hash }) => void keep.run(deviceId, salt, hash),
    offerSecret(deviceId, { salt, hash }, now) {
      if (secrets.keys(deviceId).secret === null) keep.run(deviceId, salt, hash);
      else secrets.offer.run(salt, hash, now, deviceId);
    },
    settleSecret: (deviceId) => void secrets.settle.run(deviceId),
    revokeSecret: (deviceId) => void secrets.revoke.run(deviceId),
    addWaiting(deviceId, now) {
      if (waiting.has(deviceId)) return true;
      if (waiting.size >= WAITING_DEVICES_MAX) return false;
      wait.run(deviceId, now);
      waiting.set(deviceId, 0);
      return true;
    },
    waiting: () => [...waiting.keys()],
    stopWaiting(deviceIds) {
      for (const deviceId of deviceIds) if (waiting.delete(deviceId)) stop.run(deviceId);
    },
    takeRoom(deviceId, rows) {
      if (waiting.size === 0) return true;
      const held = waiting.get(deviceId);
      if (held === undefined) return true;
      if (held + rows > WAITING_SAMPLES_MAX) return false;
      waiting.set(deviceId, held + rows);
      return true;
    },
    reload,
  };
}

interface KeyRow {
  readonly salt: Buffer | null;
  readonly hash: Buffer | null;
  readonly nextSalt: Buffer | null;
  readonly nextHash: Buffer | null;
  readonly since: number | null;
  readonly isRevoked: number;
}

function prepareSecrets(sqlite: Database) {
  const read = sqlite.prepare<[string], KeyRow>(
    `SELECT secret_salt AS salt, secret_hash AS hash, next_salt AS nextSalt, next_hash AS nextHash,
       next_since AS since, is_revoked AS isRevoked FROM devices WHERE device_id = ?`,
  );
  return {
    keys(deviceId: string): DeviceKeys {
      const row = read.get(deviceId);
      if (row === undefined) return { secret: null, next: null, isRevoked: false };
      const { salt, hash, nextSalt, nextHash, since } = row;
      const isOffered = nextSalt !== null && nextHash !== null && since !== null;
      return {
        secret: salt === null || hash === null ? null : { salt, hash },
        next: isOffered ? { salt: nextSalt, hash: nextHash, since } : null,
        isRevoked: row.isRevoked === 1,
      };
    },
    offer: sqlite.prepare(
      "UPDATE devices SET next_salt = ?, next_hash = ?, next_since = ? WHERE device_id = ?",
    ),
    settle: sqlite.prepare(
      `UPDATE devices SET secret_salt = next_salt, secret_hash = next_hash,
         next_salt = NULL, next_hash = NULL, next_since = NULL
       WHERE device_id = ? AND next_hash IS NOT NULL`,
    ),
    revoke: sqlite.prepare(
      `INSERT INTO devices (device_id, is_revoked) VALUES (?, 1)
       ON CONFLICT DO UPDATE SET secret_salt = NULL, secret_hash = NULL,
         next_salt = NULL, next_hash = NULL, next_since = NULL, is_revoked = 1`,
    ),
  };
}
