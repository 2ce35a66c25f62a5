import {
  amountsOf,
  cellAt,
  edgesBetween,
  type History,
  stationAt,
  type TrueBoot,
} from "./history.ts";
import type { Sqlite } from "./play.ts";

/** How finely pieces are told apart. */
export type Grain = "station" | "day" | "hour";

/** Pieces, stitches and trims by key, such as `S1 20780 1795467600000`; keys without any are left out. */
export type Counts = Record<string, { pieces: number; stitches: number; trims: number }>;

/**
 * What was truly made, but for the keys at whose edges a sample was lost: its pieces are rightly counted in total, yet
 * nobody can tell on which side of the edge they were made.
 */
export function trueCounts(
  history: History,
  grain: Grain,
): { counts: Counts; blurred: Set<string> } {
  const pieces = new Map<string, number>();
  const blurred = new Set<string>();
  for (const boot of history.boots) {
    for (const { at, made } of boot.samples) {
      const key = keyAt(history, boot, { at, grain });
      if (key !== null) pieces.set(key, (pieces.get(key) ?? 0) + made);
    }
    for (const key of blurredKeys(history, boot, grain)) blurred.add(key);
  }
  const counts = Object.fromEntries(
    [...pieces]
      .filter(([key, count]) => count > 0 && !blurred.has(key))
      .map(([key, count]) => [key, amountsOf(count)]),
  );
  return { counts, blurred };
}

/** What the rollups say. */
export function storedCounts(
  sqlite: Sqlite,
  { grain, blurred }: { grain: Grain; blurred: ReadonlySet<string> },
): Counts {
  const columns = { station: "''", day: "' ' || day", hour: "' ' || day || ' ' || hour" }[grain];
  const rows = sqlite
    .prepare<[], { key: string; pieces: number; stitches: number; trims: number }>(
      `SELECT station_id || ${columns} AS key, sum(pieces) AS pieces, sum(stitches) AS stitches,
              sum(trims) AS trims
       FROM hours JOIN places ON places.id = place_id GROUP BY key`,
    )
    .all();
  return Object.fromEntries(
    rows.filter(({ key }) => !blurred.has(key)).map(({ key, ...amounts }) => [key, amounts]),
  );
}

/** Keys on both sides of each edge before which the last sample was lost. */
function blurredKeys(history: History, boot: TrueBoot, grain: Grain): string[] {
  return boot.samples.flatMap((sample, i) => {
    const next = boot.samples.slice(i + 1).find((later) => !later.isLost);
    if (!sample.isLost || next === undefined) return [];
    const edges = edgesBetween(history.plans, sample.at, next.at);
    const keys = [sample.at, ...edges].map((at) => keyAt(history, boot, { at, grain }));
    return new Set(keys).size > 1 ? keys.filter((key) => key !== null) : [];
  });
}

function keyAt(
  { plans }: History,
  { device }: TrueBoot,
  { at, grain }: { at: number; grain: Grain },
): string | null {
  const station = stationAt(plans, device, at);
  if (station < 0) return null;
  const { day, hour } = cellAt(plans, at);
  switch (grain) {
    case "station":
      return `S${station}`;
    case "day":
      return `S${station} ${day}`;
    case "hour":
      return `S${station} ${day} ${hour}`;
  }
}
