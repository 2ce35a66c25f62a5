import type { Database } from "better-sqlite3";
import type { SampleRow } from "../boot-rows.ts";
import { unpackSamples } from "./packed-samples.ts";

/**
 * The samples that were thinned ([TH2]): each as it was recorded, found by its boot and `seq`. Whoever reads `samples`
 * and would miss one that repeats the sample before it asks here too.
 */
export interface Thinned {
  /** Null when no packed sample has this key. */
  at(bootId: number, seq: number): SampleRow | null;
  /** The one with the highest `seq` below. */
  before(bootId: number, seq: number): SampleRow | null;
  /** The one with the lowest `seq` above. */
  after(bootId: number, seq: number): SampleRow | null;
  /** All above a `seq`, ascending; read as they are asked for. */
  above(bootId: number, seq: number): Generator<SampleRow, void>;
}

interface Range {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly body: Uint8Array;
}

export function createThinned(sqlite: Database): Thinned {
  const columns = "from_seq AS fromSeq, to_seq AS toSeq, body";
  const below = sqlite.prepare<[number, number], Range>(
    `SELECT ${columns} FROM thinned WHERE boot_id = ? AND from_seq <= ? ORDER BY from_seq DESC LIMIT 1`,
  );
  const next = sqlite.prepare<[number, number], Range>(
    `SELECT ${columns} FROM thinned WHERE boot_id = ? AND from_seq > ? ORDER BY from_seq LIMIT 1`,
  );

  function* above(bootId: number, seq: number): Generator<SampleRow, void> {
    let range = below.get(bootId, seq);
    if (range === undefined || range.toSeq <= seq) range = next.get(bootId, seq);
    for (; range !== undefined; range = next.get(bootId, range.fromSeq)) {
      for (const row of unpackSamples(range.body)) if (row.seq > seq) yield row;
    }
  }

  return {
    at(bootId, seq) {
      const range = below.get(bootId, seq);
      if (range === undefined || range.toSeq < seq) return null;
      return unpackSamples(range.body).find((row) => row.seq === seq) ?? null;
    },
    before(bootId, seq) {
      const range = below.get(bootId, seq - 1);
      if (range === undefined) return null;
      return unpackSamples(range.body).findLast((row) => row.seq < seq) ?? null;
    },
    after: (bootId, seq) => above(bootId, seq).next().value ?? null,
    above,
  };
}

/** Two lists, both ascending by `seq`, as one. */
export function* bySeq<Row extends { readonly seq: number }>(
  rows: Iterable<Row>,
  others: Iterable<Row>,
): Generator<Row, void> {
  const waiting = others[Symbol.iterator]();
  let other = waiting.next();
  for (const row of rows) {
    for (; !other.done && other.value.seq < row.seq; other = waiting.next()) yield other.value;
    yield row;
  }
  for (; !other.done; other = waiting.next()) yield other.value;
}
