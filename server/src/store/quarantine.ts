import { createHash } from "node:crypto";
import { type EnvelopeFault, encodeOneEntry, type Sample, type SampleFault } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CountsEntry, QuarantineEntry } from "./entries.ts";

/** Open entries of one device; what comes beyond them is counted in one last entry, so that no device fills the disk. */
const OPEN_ENTRIES_MAX = 1_000;

/** Keeps what could not be read until a person looks at it; the same bytes twice are one entry ([Q1] to [Q6]). */
export interface Quarantine {
  put(entry: Omit<QuarantineEntry, "kind">): void;
  /** A sample that is readable but contradicts what its boot holds. */
  putSample(entry: CountsEntry, sample: Sample, fault: SampleRefusal): void;
  find(id: number): QuarantineItem | null;
  close(id: number, state: "released" | "dismissed"): void;
  /** After a rollback: counts the open entries again. */
  forgetCounts(): void;
}

/** Why a readable sample was not taken. */
type SampleRefusal = Extract<SampleFault, "key-conflict" | "up-fell" | "sample-sealed">;

/** Why an entry is there; `quarantine-full` is that of the last one, which only counts. */
export type QuarantineFault = EnvelopeFault | SampleFault | "quarantine-full";

export interface QuarantineItem {
  readonly id: number;
  readonly deviceId: string;
  readonly topic: string;
  readonly index: number;
  readonly fault: QuarantineFault;
  readonly payload: Buffer;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly seen: number;
  readonly state: "open" | "released" | "dismissed";
}

const FULL = "quarantine-full";
/** Stands where the hash of a payload does, and is none: there is one such entry for each device. */
const FULL_KEY = Buffer.from(FULL);

export function createQuarantine(sqlite: Database): Quarantine {
  const see = sqlite.prepare(
    `UPDATE quarantine SET last_at = @received, seen = seen + 1
     WHERE device_id = @deviceId AND sha256 = @sha256 AND idx = @index`,
  );
  const keep = sqlite.prepare(
    `INSERT INTO quarantine (device_id, sha256, idx, fault, topic, payload, first_at, last_at, seen, state)
     VALUES (@deviceId, @sha256, @index, @fault, @topic, @payload, @received, @received, 1, 'open')
     ON CONFLICT DO UPDATE SET topic = excluded.topic, payload = excluded.payload,
       last_at = excluded.last_at, seen = seen + 1, state = 'open'`,
  );
  const readOpen = sqlite
    .prepare<[string, string], number>(
      "SELECT count(*) FROM quarantine WHERE device_id = ? AND fault <> ? AND state = 'open'",
    )
    .pluck();
  /** Counted once per device: the state lies behind payloads of up to 32 KiB. */
  const open = new Map<string, number>();
  const find = sqlite.prepare<[number], QuarantineItem>(
    `SELECT id, device_id AS deviceId, topic, idx AS "index", fault, payload, first_at AS firstAt,
            last_at AS lastAt, seen, state FROM quarantine WHERE id = ?`,
  );
  const close = sqlite.prepare("UPDATE quarantine SET state = ? WHERE id = ?");

  function put({
    deviceId,
    topic,
    received,
    payload,
    index,
    fault,
  }: Omit<QuarantineEntry, "kind">): void {
    const bytes = Buffer.from(payload);
    const sha256 = createHash("sha256").update(bytes).digest();
    const entry = { deviceId, sha256, index, fault, topic, payload: bytes, received };
    if (see.run({ deviceId, sha256, index, received }).changes > 0) return;
    const held = open.get(deviceId) ?? readOpen.get(deviceId, FULL) ?? 0;
    if (held < OPEN_ENTRIES_MAX) {
      keep.run(entry);
      open.set(deviceId, held + 1);
    } else {
      open.set(deviceId, held);
      keep.run({ ...entry, sha256: FULL_KEY, index: -1, fault: FULL });
    }
  }

  return {
    put,
    putSample({ deviceId, received, message }, sample, fault) {
      const { state, ...rest } = sample;
      const raw = JSON.stringify(state === null ? rest : sample);
      const payload = Buffer.from(encodeOneEntry({ boot: message.boot, list: "samples", raw }));
      const index = message.samples.indexOf(sample);
      put({ deviceId, received, topic: `trame/v1/${deviceId}/counts`, payload, index, fault });
    },
    find: (id) => find.get(id) ?? null,
    close(id, state) {
      close.run(state, id);
      open.clear();
    },
    forgetCounts: () => open.clear(),
  };
}
