import { beganAsOf, DRIFT, type Sample } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import { isSameSample, SAMPLE_COLUMNS, type SampleRow } from "./boot-rows.ts";
import type { Boots } from "./boots.ts";
import type { Inbox } from "./inbox.ts";
import { createNeighboursOf, type Neighbours } from "./neighbours.ts";
import type { Thinned } from "./thinning/thinned.ts";

/** What tells the boot of a message: also a reset that kept its boot id ([C13]). */
export interface BootMessage {
  readonly deviceId: string;
  readonly boot: string;
  readonly up: number;
  readonly received: number;
  readonly samples: readonly Sample[];
}

/** How a sample fits among those that a boot holds. */
export type Fit = "new" | "duplicate" | "key-conflict" | "up-fell" | "sample-sealed";

/** The keys of what was received: which boot a message belongs to, and whether its samples are known ([C11] to [C13]). */
export interface Keys {
  fitOf(record: BootRecord, sample: Sample): Fit;
  neighboursOf(record: BootRecord, seq: number): Neighbours;
  /** The boot of a message, a new one if it has to be. */
  bootOf(message: BootMessage): BootRecord;
  /** The boot of a sample that was kept apart; null where another sample has its key. */
  bootOfLate(message: BootMessage, sample: Sample): BootRecord | null;
}

/** Counters of ours have one channel. */
const CHANNEL = "C1";
/** A device cannot have been on for longer than since it began; its clock and ours may differ by this. ms */
const CAUSAL_SLACK_MS = 2_000;

export function createKeys(
  sqlite: Database,
  { boots, inbox, thinned }: { boots: Boots; inbox: Inbox; thinned: Thinned },
): Keys {
  const sampleAt = createSampleAt(sqlite, thinned);
  const fitAlone = createFitAlone(sqlite);
  const neighboursOf = createNeighboursOf(sqlite, { inbox, thinned });

  function fitOf(record: BootRecord, sample: Sample): Fit {
    const alone = fitAlone(record, sample);
    if (alone !== null) return alone;
    const { before, after } = neighboursOf(record, sample.seq);
    const same = sampleAt(record.id, sample.seq);
    if (same !== null) return isSameSample(same, sample) ? "duplicate" : "key-conflict";
    return sample.up < before.up || sample.up > after.up ? "up-fell" : "new";
  }

  function create({ deviceId, boot }: BootMessage, generation: number): BootRecord {
    return boots.create({ deviceId, counter: CHANNEL, boot, generation, isForeign: false });
  }

  /** The youngest generation into which all samples fit, and that is old enough for what the message tells. */
  function fitting(generations: readonly BootRecord[], message: BootMessage): BootRecord | null {
    const found = generations
      .toReversed()
      .filter((record) => message.samples.every((sample) => isFitting(fitOf(record, sample))));
    return found.find((record) => isPossible(record, message)) ?? found[0] ?? null;
  }

  /**
   * A `seq` that starts again while `up` falls: its last sample is none that the boot knows. What was sealed is not known any more;
   * but nothing that was built before it was told is still on its way.
   */
  function hasRestarted(latest: BootRecord, { up, samples }: BootMessage): boolean {
    const last = samples.at(-1);
    if (last === undefined) return false;
    const fit = fitOf(latest, last);
    if (fit === "sample-sealed") return up < (latest.seal?.messageUp ?? 0);
    return up < latest.messageUp && !isFitting(fit);
  }

  return {
    fitOf,
    neighboursOf,
    bootOf(message) {
      const generations = boots.generations(message.deviceId, CHANNEL, message.boot);
      const latest = generations.at(-1);
      if (latest === undefined) return create(message, 1);
      const first = message.samples[0];
      const isNext = first !== undefined && isOnTopOf(latest, first);
      if (isNext && generations.length === 1) return latest;
      const found = fitting(generations, message);
      if (found !== null) return found;
      return hasRestarted(latest, message) ? create(message, latest.generation + 1) : latest;
    },
    bootOfLate(message, sample) {
      const generations = boots.generations(message.deviceId, CHANNEL, message.boot);
      const latest = generations.at(-1);
      if (latest === undefined) return create(message, 1);
      const found = generations.findLast((record) => fitOf(record, sample) === "new");
      if (found !== undefined) return found;
      return fitOf(latest, sample) === "up-fell" ? latest : null;
    },
  };
}

function createSampleAt(sqlite: Database, thinned: Thinned) {
  const find = sqlite.prepare<[number, number], SampleRow>(
    `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? AND seq = ?`,
  );
  return (bootId: number, seq: number): SampleRow | null =>
    find.get(bootId, seq) ?? thinned.at(bootId, seq);
}

/** How a sample fits where those beside it need not be asked; null: they must be. */
function createFitAlone(sqlite: Database) {
  const find = sqlite
    .prepare<[number, number], number>(
      "SELECT EXISTS (SELECT 1 FROM events WHERE boot_id = ? AND seq = ?)",
    )
    .pluck();
  return (record: BootRecord, sample: Sample): Fit | null => {
    const { id, topEvent } = record;
    if (sample.seq <= topEvent.seq && find.get(id, sample.seq) === 1) return "key-conflict";
    if (isOnTopOf(record, sample)) return "new";
    // Whether it came before cannot be told any more; what it says is in a total that came after it.
    return isSealed(record, sample) ? "sample-sealed" : null;
  };
}

function isOnTopOf({ top }: BootRecord, sample: Sample): boolean {
  return sample.seq > top.seq && sample.up >= top.up;
}

function isSealed({ seal }: BootRecord, { seq }: Sample): boolean {
  return seal !== null && seq <= seal.throughSeq;
}

function isFitting(fit: Fit): boolean {
  return fit === "new" || fit === "duplicate";
}

/** No message can tell of a longer time than has passed since its boot began. */
function isPossible(record: BootRecord, { received, up }: BootMessage): boolean {
  if (record.dating === null) return true;
  const age = received - beganAsOf(record.dating, received);
  return up <= age + CAUSAL_SLACK_MS + 2 * DRIFT * age;
}
