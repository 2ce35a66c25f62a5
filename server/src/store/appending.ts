import type { Sample } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import { INSERT_SAMPLE, type SampleRow } from "./boot-rows.ts";
import type { Boots } from "./boots.ts";
import type { CountsEntry } from "./entries.ts";
import { dateMoment } from "./entry-time.ts";
import type { Floor } from "./floor/floor.ts";
import type { Folding } from "./folding.ts";
import type { Keys } from "./keys.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Progress } from "./progress.ts";
import type { Quarantine } from "./quarantine.ts";
import type { Heard, Redating } from "./redating.ts";

/** Appends samples to the log, each once, and folds them ([S3], [C10] to [C13]). */
export interface Appending {
  append(entry: CountsEntry): void;
  /** Appends one sample that a person let out of quarantine, out of line as it is; false when its key is taken. */
  appendLate(entry: CountsEntry): boolean;
}

export interface AppendingDeps {
  readonly boots: Boots;
  readonly floor: Pick<Floor, "changed">;
  readonly folding: Folding;
  readonly keys: Keys;
  readonly live: LiveRows;
  readonly progress: Progress;
  readonly quarantine: Quarantine;
  readonly redating: Redating;
}

/** Samples in order whose dating the store need not hold: after a restart so many are read again for each boot. */
const UNSAVED_MAX = 256;
/** What came by then is nothing that was waited for. ms */
const LATE_MS = 30_000;

export function createAppending(sqlite: Database, deps: AppendingDeps): Appending {
  const { boots, floor, folding, keys, live, progress, quarantine, redating } = deps;
  const insert = sqlite.prepare(INSERT_SAMPLE);

  /** Takes in one sample whose key is free. */
  function put(record: BootRecord, sample: Sample, heard: Heard): void {
    redating.note(record);
    redating.hear(record, heard);
    const row = dateRow(record, sample, heard);
    if (isTelling(record, row)) floor.changed.at(row.at);
    noteEdges(record, row);
    if (row.seq === record.top.seq && record.mark === null) {
      folding.foldOnTop(record, row);
      return;
    }
    insert.run({ bootId: record.id, ...row });
    boots.widenMark(record, row.seq, row.seq);
  }

  function dateRow(record: BootRecord, sample: Sample, { received, up }: Heard): SampleRow {
    const { seq } = sample;
    // Each by its name: copying an object costs as much as the rest of this.
    return {
      seq,
      up: sample.up,
      pieces: sample.pieces,
      stitches: sample.stitches,
      trims: sample.trims,
      state: sample.state,
      n: progress.nextArrival(),
      received,
      messageUp: up,
      run: progress.run,
      at: dateMoment(keys, record, { seq, up: sample.up, received }),
    };
  }

  function finish(record: BootRecord, messageUp: number): void {
    record.messageUp = Math.max(record.messageUp, messageUp);
    if (record.mustSaveDating || record.top.seq - record.datedSeq > UNSAVED_MAX) {
      boots.saveDating(record);
    }
    live.spoke(record);
  }

  return {
    append(entry) {
      const { deviceId, received, message } = entry;
      live.heard(deviceId, received);
      if (message.samples.length === 0) return;
      const record = keys.bootOf({ deviceId, received, ...message });
      const heard = { received, up: message.up };
      for (const sample of message.samples) {
        const fit = keys.fitOf(record, sample);
        if (fit === "new") put(record, sample, heard);
        else if (fit !== "duplicate") quarantine.putSample(entry, sample, fit);
      }
      redating.hearAgain(record, heard);
      finish(record, message.up);
    },
    appendLate({ deviceId, received, message }) {
      const [sample] = message.samples;
      if (sample === undefined) return false;
      const record = keys.bootOfLate({ deviceId, received, ...message }, sample);
      if (record === null) return false;
      put(record, sample, { received, up: message.up });
      finish(record, message.up);
      return true;
    },
  };
}

/**
 * Whether a sample tells of time that reports have told of already, though it may bring no piece: what the machine said of
 * itself, or that it was heard when it seemed silent ([RP7]).
 */
function isTelling({ reported }: BootRecord, { at, received, state }: SampleRow): boolean {
  return received - at > LATE_MS || (state !== null && state !== reported?.state);
}

/** What the writer keeps in mind of a boot's first and last sample. */
function noteEdges(record: BootRecord, { seq, up, at, pieces, received, state }: SampleRow): void {
  if (record.first === null || seq < record.first.seq) record.first = { seq, at, received };
  if (seq > record.top.seq) record.top = { seq, up, at, pieces };
  if (state !== null && seq > (record.reported?.seq ?? 0)) record.reported = { seq, state, at };
}
