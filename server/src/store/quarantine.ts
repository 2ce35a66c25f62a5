import { createHash } from "node:crypto";
import { type EnvelopeFault, encodeOneEntry, type Sample, type SampleFault } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CountsEntry, QuarantineEntry } from "./entries.ts";

/** Keeps what could not be read until a person looks at it; the same bytes twice are one entry ([Q1] to [Q4]). */
export interface Quarantine {
  put(entry: Omit<QuarantineEntry, "kind">): void;
  /** A sample that is readable but contradicts what its boot holds. */
  putSample(entry: CountsEntry, sample: Sample, fault: "key-conflict" | "up-fell"): void;
  find(id: number): QuarantineItem | null;
  close(id: number, state: "released" | "dismissed"): void;
}

export interface QuarantineItem {
  readonly id: number;
  readonly deviceId: string;
  readonly topic: string;
  readonly index: number;
  readonly fault: EnvelopeFault | SampleFault;
  readonly payload: Buffer;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly seen: number;
  readonly state: "open" | "released" | "dismissed";
}

export function createQuarantine(sqlite: Database): Quarantine {
  const upsert = sqlite.prepare(
    `INSERT INTO quarantine (device_id, sha256, idx, fault, topic, payload, first_at, last_at, seen, state)
     VALUES (@deviceId, @sha256, @index, @fault, @topic, @payload, @received, @received, 1, 'open')
     ON CONFLICT DO UPDATE SET last_at = excluded.last_at, seen = seen + 1`,
  );
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
    upsert.run({ deviceId, sha256, index, fault, topic, payload: bytes, received });
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
    close: (id, state) => void close.run(state, id),
  };
}
