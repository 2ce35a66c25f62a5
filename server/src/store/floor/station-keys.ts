import type { Database } from "better-sqlite3";

/** A station's key, as far as the store knows it. */
export interface StationKey {
  readonly stationId: string;
  /** SHA-256 of the key. */
  readonly digest: Uint8Array;
}

/** What lets the screen of a station write; a new key takes the place of the one before. */
export interface StationKeys {
  put(key: StationKey, madeAt: number): void;
  all(): StationKey[];
}

export function createStationKeys(sqlite: Database): StationKeys {
  const upsert = sqlite.prepare(
    `INSERT INTO station_keys (station_id, digest, made_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at`,
  );
  const all = sqlite.prepare<[], StationKey>(
    "SELECT station_id AS stationId, digest FROM station_keys ORDER BY station_id",
  );
  return {
    put: ({ stationId, digest }, madeAt) => void upsert.run(stationId, digest, madeAt),
    all: () => all.all(),
  };
}
