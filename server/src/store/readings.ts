import type { Sample } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { INSERT_SAMPLE } from "./boot-rows.ts";
import type { BootRecord, Boots } from "./boots.ts";
import type { ReadingsEntry } from "./entries.ts";
import type { FactLog } from "./fact-log.ts";
import type { Folding } from "./folding.ts";
import type { Inbox } from "./inbox.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Progress } from "./progress.ts";

/** Counters of another make: totals without a power-on, so a fall or a restart begins a new base ([O1] to [O5]). */
export interface Readings {
  append(entry: ReadingsEntry): void;
}

export interface ReadingsDeps {
  readonly boots: Boots;
  readonly facts: FactLog;
  readonly folding: Folding;
  readonly inbox: Inbox;
  readonly live: LiveRows;
  readonly progress: Progress;
}

interface DeviceRow {
  readonly bootCount: number | null;
  readonly uptimeSec: number | null;
}

/** Stands in the place of a boot id: such counters have none. */
const NO_BOOT = "~";

export function createReadings(sqlite: Database, deps: ReadingsDeps): Readings {
  const { boots, facts, folding, inbox, live, progress } = deps;
  const readDevice = sqlite.prepare<[string], DeviceRow>(
    "SELECT boot_count AS bootCount, uptime_sec AS uptimeSec FROM devices WHERE device_id = ?",
  );
  const keepDevice = sqlite.prepare(
    `INSERT INTO devices (device_id, boot_count, uptime_sec) VALUES (@deviceId, @bootCount, @uptimeSec)
     ON CONFLICT DO UPDATE SET boot_count = excluded.boot_count, uptime_sec = excluded.uptime_sec`,
  );
  const channels = sqlite
    .prepare<[string], string>(
      "SELECT DISTINCT counter FROM boots WHERE device_id = ? AND is_foreign = 1",
    )
    .pluck();
  const lastPieces = sqlite
    .prepare<[number], number>(
      "SELECT pieces FROM samples WHERE boot_id = ? ORDER BY seq DESC LIMIT 1",
    )
    .pluck();
  const insert = sqlite.prepare(INSERT_SAMPLE);
  const firstAt = sqlite
    .prepare<[number], number>(
      "SELECT received FROM samples WHERE boot_id = ? ORDER BY seq LIMIT 1",
    )
    .pluck();

  /** A lower uptime or another boot count: what its totals said before the restart says nothing of what follows. */
  function hasRestarted({ deviceId, readings }: ReadingsEntry): boolean {
    const { bootCount, uptimeSec } = readings;
    if (bootCount === null && uptimeSec === null) return false;
    const before = readDevice.get(deviceId);
    keepDevice.run({
      deviceId,
      bootCount: bootCount ?? before?.bootCount ?? null,
      uptimeSec: uptimeSec ?? before?.uptimeSec ?? null,
    });
    const isNewBoot =
      bootCount !== null && before?.bootCount != null && bootCount !== before.bootCount;
    const isYounger =
      uptimeSec !== null && before?.uptimeSec != null && uptimeSec < before.uptimeSec;
    return isNewBoot || isYounger;
  }

  function rebase(deviceId: string, counter: string): BootRecord {
    const generation = (boots.latest(deviceId, counter)?.generation ?? 0) + 1;
    return boots.create({ deviceId, counter, boot: NO_BOOT, generation, isForeign: true });
  }

  function put(record: BootRecord, total: number, received: number): void {
    const seq = record.top.seq + 1;
    const at = Math.max(received, record.top.at);
    const up = at - (firstAt.get(record.id) ?? at);
    const n = progress.nextArrival();
    const { run } = progress;
    const sample: Sample = { seq, up, pieces: total, stitches: null, trims: null, state: null };
    const row = { ...sample, at, received: at, messageUp: up, n, run };
    if (record.firstSeq === 0) record.firstSeq = seq;
    record.top = { seq, up, at };
    if (record.mark === null) {
      folding.foldOnTop(record, row);
      return;
    }
    insert.run({ bootId: record.id, ...row });
    boots.widenMark(record, seq, seq);
  }

  function read(entry: ReadingsEntry, counter: string, total: number): void {
    const { deviceId, received } = entry;
    const record = boots.latest(deviceId, counter);
    if (record === null) return put(rebase(deviceId, counter), total, received);
    const isEmpty = record.top.seq === 0;
    if (isEmpty || total >= (lastPieces.get(record.id) ?? 0)) return put(record, total, received);
    const next = rebase(deviceId, counter);
    facts.append(
      { kind: "uncertain", bootId: next.id, from: record.top.at, to: received },
      received,
    );
    put(next, total, received);
  }

  return {
    append(entry) {
      const { deviceId, received, readings } = entry;
      live.heard(deviceId, received);
      inbox.settle();
      if (hasRestarted(entry)) {
        for (const counter of channels.all(deviceId)) {
          const before = boots.latest(deviceId, counter);
          const { id } = rebase(deviceId, counter);
          facts.append(
            { kind: "uncertain", bootId: id, from: before?.top.at ?? received, to: received },
            received,
          );
        }
      }
      for (const [counter, total] of readings.counters) read(entry, counter, total);
    },
  };
}
