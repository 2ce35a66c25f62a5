import { type Amounts, COUNTED } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { LiveRows } from "./live-rows.ts";
import type { Withdrawn } from "./parts.ts";

/** Something withheld: the sample that jumped, the one before it, and what it would have added. */
export interface Hold {
  readonly bootId: number;
  readonly seq: number;
  readonly fromSeq: number;
  /** A jump, or what a counter showed before it was bound. */
  readonly kind: "leap" | "before";
  readonly amounts: Amounts;
  readonly at: number;
  readonly placeId: number | null;
}

/** The list of what is withheld until a person looks at it; derived by the fold, never a fact ([C7]). */
export interface Holds {
  put(hold: Hold): void;
  /** The sample holds nothing back, or nobody needs to be asked any more. */
  drop(bootId: number, seq: number): void;
  /** What jumped on top of a glitch was part of it. */
  withdraw(bootId: number, from: Withdrawn, before: number): void;
}

export function createHolds(sqlite: Database, live: LiveRows): Holds {
  const range = "boot_id = ? AND seq >= ? AND seq < ?";
  const put = sqlite.prepare(
    `INSERT OR REPLACE INTO holds (boot_id, seq, from_seq, kind, pieces, stitches, trims, at, place_id)
     VALUES (@bootId, @seq, @fromSeq, @kind, @pieces, @stitches, @trims, @at, @placeId)`,
  );
  const drop = sqlite.prepare("DELETE FROM holds WHERE boot_id = ? AND seq = ?");
  const dropEmpty = sqlite.prepare(
    `DELETE FROM holds WHERE ${range} AND pieces = 0 AND stitches = 0 AND trims = 0`,
  );
  const zero = (counted: string) =>
    sqlite.prepare(`UPDATE holds SET ${counted} = 0 WHERE ${range}`);
  const zeroes = { pieces: zero("pieces"), stitches: zero("stitches"), trims: zero("trims") };

  return {
    put({ amounts, ...hold }) {
      put.run({ ...hold, ...amounts });
      live.holdsChanged();
    },
    drop(bootId, seq) {
      if (drop.run(bootId, seq).changes > 0) live.holdsChanged();
    },
    withdraw(bootId, from, before) {
      for (const counted of COUNTED) {
        const fromSeq = from[counted];
        if (fromSeq === null) continue;
        zeroes[counted].run(bootId, fromSeq, before);
        dropEmpty.run(bootId, fromSeq, before);
      }
      live.holdsChanged();
    },
  };
}
