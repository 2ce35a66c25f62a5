import type { Database } from "better-sqlite3";
import type { BootRecord } from "../boot-record.ts";
import { INSERT_SAMPLE } from "../boot-rows.ts";
import type { Boots } from "../boots.ts";
import { unpackSamples } from "./packed-samples.ts";

/** Puts packed samples back where they were; what they add is to be folded again ([TH5]). */
export interface Thawing {
  /** Those of the range in which a packed sample lies. */
  thaw(record: BootRecord, seq: number): SeqRange;
  /** All of a boot. */
  thawBoot(record: BootRecord): void;
}

/** Both ends are in it. */
export interface SeqRange {
  readonly fromSeq: number;
  readonly toSeq: number;
}

interface Packed extends SeqRange {
  readonly body: Uint8Array;
}

export function createThawing(sqlite: Database, { boots }: { boots: Boots }): Thawing {
  const columns = "from_seq AS fromSeq, to_seq AS toSeq, body";
  const find = sqlite.prepare<[number, number], Packed>(
    `SELECT ${columns} FROM thinned WHERE boot_id = ? AND from_seq <= ? ORDER BY from_seq DESC LIMIT 1`,
  );
  const all = sqlite.prepare<[number], Packed>(
    `SELECT ${columns} FROM thinned WHERE boot_id = ? ORDER BY from_seq`,
  );
  const drop = sqlite.prepare<[number, number]>(
    "DELETE FROM thinned WHERE boot_id = ? AND from_seq = ?",
  );
  const forget = sqlite.prepare<[number]>("DELETE FROM thinning WHERE boot_id = ?");
  const insert = sqlite.prepare(INSERT_SAMPLE);

  function putBack(record: BootRecord, { fromSeq, toSeq, body }: Packed): void {
    for (const row of unpackSamples(body)) insert.run({ bootId: record.id, ...row });
    drop.run(record.id, fromSeq);
    boots.widenMark(record, fromSeq, toSeq);
  }

  return {
    thaw(record, seq) {
      const packed = find.get(record.id, seq);
      if (packed === undefined) throw new RangeError(`boot ${record.id} has no packed ${seq}`);
      putBack(record, packed);
      return packed;
    },
    thawBoot(record) {
      for (const packed of all.all(record.id)) putBack(record, packed);
      // No range is left that new ones could overlap.
      forget.run(record.id);
    },
  };
}
