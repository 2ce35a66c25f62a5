import type { Sample } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import { INSERT_SAMPLE } from "./boot-rows.ts";
import type { Boots } from "./boots.ts";
import type { ReadingsEntry } from "./entries.ts";
import type { FactLog } from "./fact-log.ts";
import type { Folding } from "./folding.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Progress } from "./progress.ts";
import type { Redating } from "./redating.ts";
import type { Restarts } from "./restarts.ts";

/** Counters of another make: totals without a power-on, so a fall or a restart begins a new base ([T4] to [T6]). */
export interface Readings {
  append(entry: ReadingsEntry): void;
}

export interface ReadingsDeps {
  readonly boots: Boots;
  readonly facts: FactLog;
  readonly folding: Folding;
  readonly live: LiveRows;
  readonly progress: Progress;
  readonly redating: Redating;
  readonly restarts: Restarts;
}

/** Stands in the place of a boot id: such counters have none. */
const NO_BOOT = "~";

export function createReadings(sqlite: Database, deps: ReadingsDeps): Readings {
  const { boots, facts, folding, live, progress, redating, restarts } = deps;
  const insert = sqlite.prepare(INSERT_SAMPLE);
  const channels = sqlite
    .prepare<[string], string>(
      "SELECT DISTINCT counter FROM boots WHERE device_id = ? AND is_foreign = 1",
    )
    .pluck();

  function open(deviceId: string, counter: string, generation: number): BootRecord {
    return boots.create({ deviceId, counter, boot: NO_BOOT, generation, isForeign: true });
  }

  /** What follows has a new base; what was made since the last value nobody knows. */
  function rebase(last: BootRecord, received: number): BootRecord {
    if (last.first === null) return last;
    const next = open(last.deviceId, last.counter, last.generation + 1);
    const interval = { from: last.top.at, to: received };
    facts.append({ kind: "uncertain", bootId: next.id, ...interval }, received);
    return next;
  }

  function put(record: BootRecord, total: number, received: number): void {
    const at = Math.max(received, record.top.at);
    const up = Math.max(record.top.up, at - (record.first?.at ?? at));
    const seq = record.top.seq + 1;
    const sample: Sample = { seq, up, pieces: total, stitches: null, trims: null, state: null };
    const { run } = progress;
    const row = { ...sample, at, received, messageUp: up, n: progress.nextArrival(), run };
    record.first ??= { seq, at, received };
    record.top = { seq, up, at, pieces: total };
    redating.note(record);
    if (record.mark === null) {
      folding.foldOnTop(record, row);
      return;
    }
    insert.run({ bootId: record.id, ...row });
    boots.widenMark(record, seq, seq);
  }

  function rebaseAll(deviceId: string, received: number): void {
    for (const counter of channels.all(deviceId)) {
      const last = boots.latest(deviceId, counter);
      if (last !== null) rebase(last, received);
    }
  }

  return {
    append({ deviceId, received, readings }) {
      live.heard(deviceId, received);
      if (restarts.isRestart(deviceId, readings)) rebaseAll(deviceId, received);
      for (const [counter, total] of readings.counters) {
        const last = boots.latest(deviceId, counter) ?? open(deviceId, counter, 1);
        const hasFallen = total < last.top.pieces;
        put(hasFallen ? rebase(last, received) : last, total, received);
      }
    },
  };
}
