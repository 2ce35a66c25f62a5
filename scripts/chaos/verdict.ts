import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Acknowledged } from "./witness.ts";

/** What the data folder holds, beside what was promised and what was sewn. */
export interface Verdict {
  readonly promised: number;
  /** Samples that were acknowledged and are not there, or are there with another total. */
  readonly missing: number;
  readonly sewn: number;
  /** Pieces in the rollups of the stations. */
  readonly counted: number;
  /** Stations whose pieces are not those that were sewn there. */
  readonly wrongStations: number;
  /** `npm run rebuild` gives the same rows, byte for byte. */
  readonly isRebuiltSame: boolean;
}

/** What was true. */
export interface Truth {
  readonly promises: readonly Acknowledged[];
  /** Pieces sewn by station. */
  readonly sewn: ReadonlyMap<string, number>;
}

const REBUILD = fileURLToPath(new URL("../../server/src/rebuild.ts", import.meta.url));

/** Looks at the folder of a server that has stopped. SQLite of Node, not the product's, reads it. */
export async function judge(folder: string, { promises, sewn }: Truth): Promise<Verdict> {
  const isRebuiltSame = await rebuilds(folder);
  const sqlite = new DatabaseSync(join(folder, "trame.db"), { readOnly: true });
  try {
    const counted = readCounted(sqlite);
    const wrong = [...sewn].filter(([station, pieces]) => (counted.get(station) ?? 0) !== pieces);
    return {
      promised: promises.length,
      missing: countMissing(sqlite, promises),
      sewn: sum(sewn.values()),
      counted: sum(counted.values()),
      wrongStations: wrong.length,
      isRebuiltSame,
    };
  } finally {
    sqlite.close();
  }
}

/** True when nothing was lost, counted twice or folded otherwise. */
export function isUnharmed({ missing, wrongStations, isRebuiltSame }: Verdict): boolean {
  return missing === 0 && wrongStations === 0 && isRebuiltSame;
}

function countMissing(sqlite: DatabaseSync, promises: readonly Acknowledged[]): number {
  const rows = sqlite
    .prepare(
      `SELECT b.device_id AS device, b.boot, s.seq, s.pieces
       FROM samples s JOIN boots b ON b.id = s.boot_id`,
    )
    .all();
  const held = new Map(
    rows.map(({ device, boot, seq, pieces }) => [`${device} ${boot} ${seq}`, pieces]),
  );
  return promises.filter(
    ({ device, boot, sample }) => held.get(`${device} ${boot} ${sample.seq}`) !== sample.pieces,
  ).length;
}

function readCounted(sqlite: DatabaseSync): Map<string, number> {
  const rows = sqlite
    .prepare(
      `SELECT p.station_id AS station, sum(h.pieces) AS pieces
       FROM hours h JOIN places p ON p.id = h.place_id GROUP BY p.station_id`,
    )
    .all();
  return new Map(rows.map(({ station, pieces }) => [String(station), Number(pieces)]));
}

async function rebuilds(folder: string): Promise<boolean> {
  const env = { ...process.env, TRAME_DATA: folder };
  return await promisify(execFile)(process.execPath, [REBUILD], { env }).then(
    () => true,
    () => false,
  );
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
