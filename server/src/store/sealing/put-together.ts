import type { Database } from "better-sqlite3";
import type { SampleRow, StateColumns } from "../boot-rows.ts";
import type { OldPart } from "../parts.ts";
import type { Taken } from "../retention/purge.ts";
import { createGrouping } from "./milestones.ts";

/** A sample in its place, with what it added and the state after it. */
export interface KeptRow
  extends SampleRow,
    StateColumns,
    Pick<OldPart, "day" | "hour" | "placeId"> {
  readonly partPieces: number;
  readonly partStitches: number;
  readonly partTrims: number;
}

/** What a boot's samples leave behind when they go. */
export interface Together {
  /** Keeps what samples added, ascending by time: those of a group as one. */
  putPoints(bootId: number, rows: readonly KeptRow[]): void;
  /** Takes away samples up to a `seq`; answers how many, those that were packed apart. */
  drop(bootId: number, throughSeq: number): Taken;
}

export function createTogether(sqlite: Database): Together {
  const groupingOf = createGrouping(sqlite);
  const statements = prepare(sqlite);

  return {
    putPoints(bootId, rows) {
      const made = rows.flatMap((row) => {
        const { placeId, partPieces: pieces, partStitches: stitches, partTrims: trims } = row;
        const isNothing = pieces === 0 && stitches === 0 && trims === 0;
        return placeId === null || isNothing ? [] : [{ ...row, placeId, pieces, stitches, trims }];
      });
      const groups = Map.groupBy(made, groupingOf(made));
      for (const parts of groups.values()) {
        const [last] = parts.slice(-1);
        if (last === undefined) continue;
        const { at, placeId, day, hour } = last;
        const sum = (what: "pieces" | "stitches" | "trims"): number =>
          parts.reduce((total, part) => total + part[what], 0);
        const amounts = { pieces: sum("pieces"), stitches: sum("stitches"), trims: sum("trims") };
        const received = parts.reduce((latest, part) => Math.max(latest, part.received), 0);
        statements.putPoint.run({ bootId, at, placeId, day, hour, ...amounts, received });
      }
    },
    drop(bootId, throughSeq) {
      const thinned = statements.packed.get(bootId, throughSeq) ?? 0;
      statements.dropRanges.run(bootId, throughSeq);
      statements.dropParts.run(bootId, throughSeq);
      return { samples: statements.dropSamples.run(bootId, throughSeq).changes, thinned };
    },
  };
}

function prepare(sqlite: Database) {
  return {
    putPoint: sqlite.prepare(
      `INSERT INTO sealed_points (boot_id, at, place_id, day, hour, pieces, stitches, trims, received)
       VALUES (@bootId, @at, @placeId, @day, @hour, @pieces, @stitches, @trims, @received)
       ON CONFLICT DO UPDATE SET pieces = pieces + excluded.pieces,
         stitches = stitches + excluded.stitches, trims = trims + excluded.trims,
         received = max(received, excluded.received)`,
    ),
    packed: sqlite
      .prepare<[number, number], number | null>(
        "SELECT sum(samples) FROM thinned WHERE boot_id = ? AND to_seq <= ?",
      )
      .pluck(),
    dropSamples: sqlite.prepare("DELETE FROM samples WHERE boot_id = ? AND seq <= ?"),
    dropRanges: sqlite.prepare("DELETE FROM thinned WHERE boot_id = ? AND to_seq <= ?"),
    dropParts: sqlite.prepare("DELETE FROM parts WHERE boot_id = ? AND seq <= ?"),
  };
}
