import type { Database } from "better-sqlite3";
import { SAMPLE_COLUMNS, type SampleRow } from "../boot-rows.ts";
import { bySeq, type Thinned } from "./thinned.ts";

/** A sample, and whether it was thinned. */
export interface LoggedSample {
  readonly seq: number;
  readonly row: SampleRow;
  readonly isThinned: boolean;
}

/** Reads at most so many samples of a boot from a `seq` on, wherever they are kept. */
export function createLoggedSamples(sqlite: Database, thinned: Thinned) {
  const samplesFrom = sqlite.prepare<[number, number, number], SampleRow>(
    `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? AND seq >= ? ORDER BY seq LIMIT ?`,
  );
  const logged = (row: SampleRow, isThinned: boolean): LoggedSample => ({
    seq: row.seq,
    row,
    isThinned,
  });
  return (bootId: number, fromSeq: number, limit: number): Iterable<LoggedSample> => {
    const kept = samplesFrom.all(bootId, fromSeq, limit).map((row) => logged(row, false));
    const packed = thinned.above(bootId, fromSeq - 1).map((row) => logged(row, true));
    return bySeq(kept, packed).take(limit);
  };
}
