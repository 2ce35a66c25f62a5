import type { Span } from "@trame/shared";
import type { Database } from "better-sqlite3";

/** What a counter made between two moments that anything is told by ([SL2]). */
export interface SealedPoint {
  /** When the last of it was made, UTC ms. */
  readonly at: number;
  readonly placeId: number;
  readonly pieces: number;
  readonly stitches: number;
  /** When the last of it was told, UTC ms. */
  readonly received: number;
}

/** What boots made whose samples have gone, in a span; ascending. */
export function createSealedPoints(
  sqlite: Database,
): (bootId: number, span: Span) => SealedPoint[] {
  const find = sqlite.prepare<[number, number, number], SealedPoint>(
    `SELECT at, place_id AS placeId, pieces, stitches, received FROM sealed_points
     WHERE boot_id = ? AND at >= ? AND at < ? ORDER BY at, place_id`,
  );
  return (bootId, { from, to }) => find.all(bootId, from, to);
}
