import {
  beganAsOf,
  beganAt,
  DRIFT,
  dated,
  mustRedate,
  observe,
  type Sample,
  within,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import { INSERT_SAMPLE, isSameSample, SAMPLE_COLUMNS, type SampleRow } from "./boot-rows.ts";
import type { BootRecord, Boots } from "./boots.ts";
import type { CountsEntry } from "./entries.ts";
import type { Folding } from "./folding.ts";
import type { Inbox } from "./inbox.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Progress } from "./progress.ts";
import type { Quarantine } from "./quarantine.ts";
import type { Heard, Redating } from "./redating.ts";

/** Appends samples to the log, each once, and folds them ([S3], [C10] to [C13]). */
export interface Appending {
  append(entry: CountsEntry): void;
  /** Appends one sample that a person let out of quarantine, out of line as it is; false when its key is taken. */
  appendLate(entry: CountsEntry): boolean;
  /** Finds the boot that a message with this sequence of keys belongs to, for events too. */
  bootOf(message: BootMessage): BootRecord;
}

/** What tells the boot of a message: also a reset that kept its boot id ([C13]). */
export interface BootMessage {
  readonly deviceId: string;
  readonly boot: string;
  readonly up: number;
  readonly received: number;
  readonly samples: readonly Sample[];
}

/** How a sample fits among those that a boot holds. */
type Fit = "new" | "duplicate" | "key-conflict" | "up-fell";

export interface AppendingDeps {
  readonly boots: Boots;
  readonly folding: Folding;
  readonly inbox: Inbox;
  readonly redating: Redating;
  readonly quarantine: Quarantine;
  readonly progress: Progress;
  readonly live: LiveRows;
  /** Samples folded again within the transaction that brought a late one; the rest follows in the background. */
  readonly budget: number;
}

/** Counters of ours have one channel. */
const CHANNEL = "C1";
/** A device cannot have been on for longer than since it began; its clock and ours may differ by this. ms */
const CAUSAL_SLACK_MS = 2_000;

export function createAppending(sqlite: Database, deps: AppendingDeps): Appending {
  const { boots, folding, inbox, redating, quarantine, progress, live } = deps;
  const statements = prepare(sqlite);

  function append(entry: CountsEntry): void {
    const { deviceId, received, message } = entry;
    live.heard(deviceId, received);
    if (message.samples.length === 0) return;
    const record = bootOf({ deviceId, received, ...message });
    const heard = { received, up: message.up };
    for (const sample of message.samples) {
      const fit = fitOf(record, sample);
      if (fit === "new") insert(record, sample, heard);
      else if (fit !== "duplicate") quarantine.putSample(entry, sample, fit);
    }
    if (isBetterBy(record, heard)) redating.hear(record, heard);
    settle(record, message.up);
  }

  function settle(record: BootRecord, messageUp: number): void {
    record.messageUp = Math.max(record.messageUp, messageUp);
    if (record.mark !== null) folding.refold(record, deps.budget);
    if (!record.isDatingSaved) boots.saveDating(record);
  }

  function appendLate({ deviceId, received, message }: CountsEntry): boolean {
    const [sample] = message.samples;
    if (sample === undefined) return false;
    const record = bootOf({ deviceId, received, ...message });
    const fit = fitOf(record, sample);
    if (fit === "key-conflict" || fit === "duplicate") return false;
    insert(record, sample, { received, up: message.up });
    settle(record, message.up);
    return true;
  }

  function insert(record: BootRecord, sample: Sample, heard: Heard): void {
    redating.hear(record, heard);
    if (record.dating === null) throw new Error("a boot that was heard has no dating");
    const { received } = heard;
    const time = beganAt(record.dating, received) + sample.up;
    const isOnTop = sample.seq > record.top.seq;
    if (!isOnTop) inbox.settle();
    const at = isOnTop
      ? within(time, record.top.at, received)
      : within(time, timeBefore(record, sample), Math.min(received, timeAfter(record, sample)));
    record.dating = dated(record.dating, received);
    const n = progress.nextArrival();
    const { run } = progress;
    const row = { ...sample, n, received, messageUp: heard.up, run, at };
    if (record.firstSeq === 0 || sample.seq < record.firstSeq) record.firstSeq = sample.seq;
    if (isOnTop) {
      record.top = { seq: sample.seq, up: sample.up, at };
      if (sample.state !== null) live.reported(record, { state: sample.state, at });
    }
    if (isOnTop && record.mark === null) {
      folding.foldOnTop(record, row);
      return;
    }
    statements.insert.run({ bootId: record.id, ...row });
    boots.widenMark(record, sample.seq, sample.seq);
  }

  function timeBefore(record: BootRecord, { seq }: Sample): number {
    return statements.before.get(record.id, seq)?.at ?? -Infinity;
  }

  function timeAfter(record: BootRecord, { seq }: Sample): number {
    return statements.after.get(record.id, seq)?.at ?? Infinity;
  }

  function fitOf(record: BootRecord, sample: Sample): Fit {
    if (isOnTopOf(record, sample)) return isEvent(record, sample) ? "key-conflict" : "new";
    inbox.settle();
    const same = statements.bySeq.get(record.id, sample.seq);
    if (same !== undefined) return isSameSample(same, sample) ? "duplicate" : "key-conflict";
    if (isEvent(record, sample)) return "key-conflict";
    const before = statements.before.get(record.id, sample.seq)?.up ?? 0;
    const after = statements.after.get(record.id, sample.seq)?.up ?? Infinity;
    return sample.up < before || sample.up > after ? "up-fell" : "new";
  }

  function isEvent(record: BootRecord, { seq }: Sample): boolean {
    return record.hasEvents && statements.eventBySeq.get(record.id, seq) === 1;
  }

  function bootOf(message: BootMessage): BootRecord {
    const { deviceId, boot, samples } = message;
    const generations = boots.generations(deviceId, CHANNEL, boot);
    const latest = generations.at(-1);
    if (latest === undefined) {
      return boots.create({ deviceId, counter: CHANNEL, boot, generation: 1, isForeign: false });
    }
    const first = samples[0];
    if (generations.length === 1 && first !== undefined && isOnTopOf(latest, first)) return latest;
    const fits = (record: BootRecord): boolean =>
      samples
        .map((sample) => fitOf(record, sample))
        .every((fit) => fit === "new" || fit === "duplicate");
    const fitting = generations.toReversed().filter(fits);
    const found = fitting.find((record) => isPossible(record, message)) ?? fitting[0];
    if (found !== undefined) return found;
    const hasRestarted = message.up < latest.messageUp;
    if (!hasRestarted) return latest;
    const generation = latest.generation + 1;
    return boots.create({ deviceId, counter: CHANNEL, boot, generation, isForeign: false });
  }

  return { append, appendLate, bootOf };
}

function isOnTopOf({ top }: BootRecord, sample: Sample): boolean {
  return sample.seq > top.seq && sample.up >= top.up;
}

/** A message that brought nothing new still tells when its boot began; it is worth a fact only when it redates. */
function isBetterBy({ dating }: BootRecord, { received, up }: Heard): boolean {
  return dating !== null && mustRedate(observe(dating, { received, up }));
}

/** No message can tell of a longer time than has passed since its boot began. */
function isPossible(record: BootRecord, { received, up }: BootMessage): boolean {
  if (record.dating === null) return true;
  const age = received - beganAsOf(record.dating, received);
  return up <= age + CAUSAL_SLACK_MS + 2 * DRIFT * age;
}

function prepare(sqlite: Database) {
  return {
    insert: sqlite.prepare(INSERT_SAMPLE),
    bySeq: sqlite.prepare<[number, number], SampleRow>(
      `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? AND seq = ?`,
    ),
    eventBySeq: sqlite
      .prepare<[number, number], number>(
        "SELECT EXISTS (SELECT 1 FROM events WHERE boot_id = ? AND seq = ?)",
      )
      .pluck(),
    before: sqlite.prepare<[number, number], { up: number; at: number }>(
      "SELECT up, at FROM samples WHERE boot_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1",
    ),
    after: sqlite.prepare<[number, number], { up: number; at: number }>(
      "SELECT up, at FROM samples WHERE boot_id = ? AND seq > ? ORDER BY seq LIMIT 1",
    ),
  };
}
