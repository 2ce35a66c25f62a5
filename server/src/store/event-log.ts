import { beganAt, type DeviceEvent, encodeOneEntry, within } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { BootRecord } from "./boot-record.ts";
import type { EventsEntry } from "./entries.ts";
import type { Inbox } from "./inbox.ts";
import type { Keys } from "./keys.ts";
import type { LiveRows } from "./live-rows.ts";
import type { Progress } from "./progress.ts";
import type { Quarantine } from "./quarantine.ts";

/** Appends barcodes read and buttons pressed, each once; they share their keys with samples ([S4]). */
export interface EventLog {
  /** False when none of them was new. */
  append(entry: EventsEntry): boolean;
}

export interface EventLogDeps {
  readonly keys: Keys;
  readonly inbox: Inbox;
  readonly live: LiveRows;
  readonly progress: Progress;
  readonly quarantine: Quarantine;
}

interface EventRow {
  readonly up: number;
  readonly kind: string;
  readonly value: string;
}

export function createEventLog(sqlite: Database, deps: EventLogDeps): EventLog {
  const { keys, inbox, live, progress, quarantine } = deps;
  const bySeq = sqlite.prepare<[number, number], EventRow>(
    "SELECT up, kind, value FROM events WHERE boot_id = ? AND seq = ?",
  );
  const isSample = sqlite
    .prepare<[number, number], number>(
      "SELECT EXISTS (SELECT 1 FROM samples WHERE boot_id = ? AND seq = ?)",
    )
    .pluck();
  const insert = sqlite.prepare(
    `INSERT INTO events (boot_id, seq, n, up, kind, value, received, message_up, run, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  function refuse({ deviceId, received, message }: EventsEntry, event: DeviceEvent): void {
    quarantine.put({
      deviceId,
      received,
      topic: `trame/v1/${deviceId}/events`,
      payload: Buffer.from(
        encodeOneEntry({ boot: message.boot, list: "events", raw: JSON.stringify(event) }),
      ),
      index: message.events.indexOf(event),
      fault: "key-conflict",
    });
  }

  function put(record: BootRecord, event: DeviceEvent, { received, message }: EventsEntry): void {
    const began = record.dating === null ? received - message.up : beganAt(record.dating, received);
    const at = within(began + event.up, -Infinity, received);
    const { seq, up, kind } = event;
    const n = progress.nextArrival();
    const { run } = progress;
    insert.run(record.id, seq, n, up, kind, toValue(event), received, message.up, run, at);
    record.topEventSeq = Math.max(record.topEventSeq, seq);
  }

  return {
    append(entry) {
      const { deviceId, received, message } = entry;
      live.heard(deviceId, received);
      const record = keys.bootOf({ deviceId, received, ...message, samples: [] });
      let isTaken = false;
      inbox.settle();
      for (const event of message.events) {
        const { up, kind } = event;
        const same = bySeq.get(record.id, event.seq);
        const isRepeated = same?.up === up && same.kind === kind && same.value === toValue(event);
        if (isRepeated) continue;
        const hasKey = same === undefined && isSample.get(record.id, event.seq) !== 1;
        if (hasKey) put(record, event, entry);
        else refuse(entry, event);
        isTaken ||= hasKey;
      }
      return isTaken;
    },
  };
}

function toValue(event: DeviceEvent): string {
  return event.kind === "scan" ? event.code : event.button;
}
