import { type DeviceEvent, encodeOneEntry } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import type { Boots } from "./boots.ts";
import type { EventsEntry, QuarantineEntry } from "./entries.ts";
import { dateMoment } from "./entry-time.ts";
import type { Floor } from "./floor/floor.ts";
import type { Inbox } from "./inbox.ts";
import type { Keys } from "./keys.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Progress } from "./progress.ts";
import type { Quarantine } from "./quarantine.ts";
import type { Heard, Redating } from "./redating.ts";
import { FORGOTTEN_BADGE } from "./retention/stays.ts";
import type { Stretches } from "./stretches.ts";
import type { Thinned } from "./thinning/thinned.ts";

/** Appends barcodes read and buttons pressed, each once; they share keys and times with samples ([S4], [D7]). */
export interface EventLog {
  /** False when none of them was new. */
  append(entry: EventsEntry): boolean;
}

export interface EventLogDeps {
  readonly boots: Boots;
  readonly floor: Pick<Floor, "desk">;
  readonly keys: Keys;
  readonly inbox: Inbox;
  readonly live: LiveRows;
  readonly progress: Progress;
  readonly quarantine: Quarantine;
  readonly redating: Redating;
  readonly stretches: Stretches;
  readonly thinned: Thinned;
}

interface EventRow {
  readonly up: number;
  readonly kind: string;
  readonly value: string;
}

export function createEventLog(sqlite: Database, deps: EventLogDeps): EventLog {
  const { boots, floor, keys, inbox, live, progress, quarantine, redating, stretches } = deps;
  const bySeq = sqlite.prepare<[number, number], EventRow>(
    "SELECT up, kind, value FROM events WHERE boot_id = ? AND seq = ?",
  );
  const findSample = sqlite.prepare<[number, number], { seq: number }>(
    "SELECT seq FROM samples WHERE boot_id = ? AND seq = ?",
  );
  const insert = sqlite.prepare(
    `INSERT INTO events (boot_id, seq, n, up, kind, value, received, message_up, run, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  function isSample({ id }: BootRecord, { seq }: DeviceEvent): boolean {
    return findSample.get(id, seq) !== undefined || deps.thinned.at(id, seq) !== null;
  }

  function put(record: BootRecord, event: DeviceEvent, { received, up: messageUp }: Heard): void {
    redating.note(record);
    redating.hear(record, { received, up: messageUp });
    const { seq, up, kind } = event;
    const at = dateMoment(keys, record, { seq, up, received });
    const n = progress.nextArrival();
    const { run } = progress;
    insert.run(record.id, seq, n, up, kind, toValue(event), received, messageUp, run, at);
    if (seq > record.topEvent.seq) record.topEvent = { seq, at };
    // A dating is read again from what came since it was stored, and that is of samples only.
    record.mustSaveDating = true;
    // What is done at a counter is done at the station that it had then.
    const { place } = stretches.stretchAt(record.deviceId, record.counter, at);
    const told = { event: { bootId: record.id, seq }, stationId: place?.stationId ?? null };
    const what = event.kind === "scan" ? { code: event.code } : { button: event.button };
    floor.desk.hear({ ...told, ...what, at, received });
  }

  return {
    append(entry) {
      const { deviceId, received, message } = entry;
      live.heard(deviceId, received);
      const record = keys.bootOf({ deviceId, received, ...message, samples: [] });
      const heard = { received, up: message.up };
      let isTaken = false;
      inbox.settle(record.id);
      for (const event of message.events) {
        const { up, kind } = event;
        const same = bySeq.get(record.id, event.seq);
        const isRepeated = same?.up === up && same.kind === kind && isValueOf(same, event);
        if (isRepeated) continue;
        const hasKey = same === undefined && !isSample(record, event);
        if (hasKey) put(record, event, heard);
        else quarantine.put(conflictOf(entry, event));
        isTaken ||= hasKey;
      }
      redating.hearAgain(record, heard);
      if (record.mustSaveDating) boots.saveDating(record);
      return isTaken;
    },
  };
}

/** Another sample or event has its key. */
function conflictOf(
  { deviceId, received, message }: EventsEntry,
  event: DeviceEvent,
): QuarantineEntry {
  const raw = JSON.stringify(event);
  return {
    kind: "quarantine",
    deviceId,
    received,
    topic: `trame/v1/${deviceId}/events`,
    payload: Buffer.from(encodeOneEntry({ boot: message.boot, list: "events", raw })),
    index: message.events.indexOf(event),
    fault: "key-conflict",
  };
}

/** Whose badge it was may have been forgotten since ([RT3]): sent again it is still the same reading. */
function isValueOf({ value }: EventRow, event: DeviceEvent): boolean {
  return value === toValue(event) || value === FORGOTTEN_BADGE;
}

function toValue(event: DeviceEvent): string {
  return event.kind === "scan" ? event.code : event.button;
}
