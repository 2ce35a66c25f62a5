import type { Database } from "better-sqlite3";
import { numberOf, readInbox } from "./inbox-read.ts";

/** A counter as the log knows it. */
export interface DeviceRead {
  readonly deviceId: string;
  readonly waitingSince: number | null;
  readonly hasSecret: boolean;
  /** When a sample of its newest boot came last; UTC ms. */
  readonly lastReceived: number | null;
  /** Samples kept while it waits; null for the others: counting them would take longer as the log grows. */
  readonly samples: number | null;
  readonly openQuarantine: number;
  readonly suspects: number;
  readonly uncertain: number;
}

interface Listed {
  readonly deviceId: string;
  readonly waitingSince: number | null;
  readonly hasSecret: number;
}

interface Count {
  readonly deviceId: string;
  readonly count: number;
}

/** Reads every counter that was ever listed or heard, by id, from one snapshot of the store. */
export function createDeviceReader(sqlite: Database): () => DeviceRead[] {
  const listed = sqlite.prepare<[], Listed>(
    `SELECT device_id AS deviceId, waiting_since AS waitingSince, secret_hash IS NOT NULL AS hasSecret
     FROM devices`,
  );
  const counts = prepareCounts(sqlite);
  return sqlite.transaction(() => {
    const known = new Map(listed.all().map((row) => [row.deviceId, row]));
    const waiting = readWaiting(sqlite);
    const lastReceived = maxima([
      ...counts.lastSealed.all(),
      ...counts.lastReceived.all(),
      ...waiting.lastReceived,
    ]);
    const kept = sums([...counts.kept.all(), ...waiting.kept]);
    const openQuarantine = sums(counts.openQuarantine.all());
    const suspects = sums(counts.suspects.all());
    const uncertain = sums(counts.uncertain.all());
    const ids = new Set([...known.keys(), ...lastReceived.keys(), ...openQuarantine.keys()]);
    return [...ids].toSorted().map((deviceId) => {
      const waitingSince = known.get(deviceId)?.waitingSince ?? null;
      return {
        deviceId,
        waitingSince,
        hasSecret: known.get(deviceId)?.hasSecret === 1,
        lastReceived: lastReceived.get(deviceId) ?? null,
        samples: waitingSince === null ? null : (kept.get(deviceId) ?? 0),
        openQuarantine: openQuarantine.get(deviceId) ?? 0,
        suspects: suspects.get(deviceId) ?? 0,
        uncertain: uncertain.get(deviceId) ?? 0,
      };
    });
  });
}

/** One number a device; of two channels two. What the inbox holds is not in it. */
function prepareCounts(sqlite: Database) {
  const prepare = (query: string) => sqlite.prepare<[], Count>(query);
  return {
    // Of the newest boot of each channel the sample with the highest `seq`: found by key, however long the log is.
    lastReceived: prepare(
      `SELECT b.device_id AS deviceId, s.received AS count
       FROM (SELECT max(id) AS id FROM boots GROUP BY device_id, counter) newest
       JOIN boots b USING (id)
       JOIN samples s ON s.boot_id = b.id
         AND s.seq = (SELECT max(seq) FROM samples WHERE boot_id = b.id)`,
    ),
    // The same of one whose samples have gone since.
    lastSealed: prepare(
      `SELECT b.device_id AS deviceId, s.received AS count
       FROM (SELECT max(id) AS id FROM boots GROUP BY device_id, counter) newest
       JOIN boots b USING (id) JOIN seals s ON s.boot_id = b.id`,
    ),
    kept: prepare(
      `SELECT d.device_id AS deviceId, count(*) AS count FROM devices d
       CROSS JOIN boots b USING (device_id) CROSS JOIN samples s ON s.boot_id = b.id
       WHERE d.waiting_since IS NOT NULL GROUP BY d.device_id`,
    ),
    openQuarantine: prepare(
      `SELECT device_id AS deviceId, count(*) AS count FROM quarantine
       WHERE state = 'open' GROUP BY device_id`,
    ),
    suspects: prepare(
      `SELECT b.device_id AS deviceId, count(*) AS count FROM holds h JOIN boots b ON b.id = h.boot_id
       GROUP BY b.device_id`,
    ),
    uncertain: prepare(
      `SELECT b.device_id AS deviceId, count(*) AS count FROM facts f JOIN boots b ON b.id = f.boot_id
       WHERE f.kind = 'uncertain' GROUP BY b.device_id`,
    ),
  };
}

/** The same of what waits in the inbox. */
function readWaiting(sqlite: Database): { lastReceived: Count[]; kept: Count[] } {
  const deviceOf = sqlite
    .prepare<[number], string>("SELECT device_id FROM boots WHERE id = ?")
    .pluck();
  const perBoot = new Map<number, { samples: number; lastReceived: number }>();
  for (const { values } of readInbox(sqlite)) {
    const bootId = numberOf(values, "bootId");
    const { samples = 0, lastReceived = -Infinity } = perBoot.get(bootId) ?? {};
    const received = Math.max(lastReceived, numberOf(values, "received"));
    perBoot.set(bootId, { samples: samples + 1, lastReceived: received });
  }
  const counts = [...perBoot].map(([id, of]) => ({ deviceId: deviceOf.get(id) ?? "", of }));
  return {
    lastReceived: counts.map(({ deviceId, of }) => ({ deviceId, count: of.lastReceived })),
    kept: counts.map(({ deviceId, of }) => ({ deviceId, count: of.samples })),
  };
}

function sums(rows: readonly Count[]): Map<string, number> {
  return gather(rows, (a, b) => a + b);
}

function maxima(rows: readonly Count[]): Map<string, number> {
  return gather(rows, Math.max);
}

function gather(
  rows: readonly Count[],
  join: (a: number, b: number) => number,
): Map<string, number> {
  const gathered = new Map<string, number>();
  for (const { deviceId, count } of rows) {
    const before = gathered.get(deviceId);
    gathered.set(deviceId, before === undefined ? count : join(before, count));
  }
  return gathered;
}
