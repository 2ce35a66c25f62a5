import type { HandCountRequest } from "@trame/shared";

/** Pieces of a station and an hour, as typed, by `countKey`. */
export type CountCells = Readonly<Record<string, string>>;

export function countKey(stationId: string, at: number): string {
  return `${stationId} ${at}`;
}

/** A cell that is to be sent. */
export interface TypedCount {
  readonly cell: string;
  readonly stationId: string;
  /** UTC ms. */
  readonly hour: number;
  readonly pieces: number;
}

/** What is typed, ready to be sent; a minus takes pieces back. `bad` are cells that are no whole number. */
export function readCounts(cells: CountCells): { counts: TypedCount[]; bad: string[] } {
  const counts: TypedCount[] = [];
  const bad: string[] = [];
  for (const [cell, text] of Object.entries(cells)) {
    const bare = text.replaceAll(/[\s\u00a0\u202f]/g, "").replace("−", "-");
    if (bare === "" || bare === "0") continue;
    const at = cell.lastIndexOf(" ");
    const [stationId, hour] = [cell.slice(0, at), Number(cell.slice(at + 1))];
    if (/^-?\d{1,6}$/.test(bare)) counts.push({ cell, stationId, hour, pieces: Number(bare) });
    else bad.push(cell);
  }
  return { counts, bad };
}

/** As it is sent. The key is that of the cell's draft: sent twice, it counts once. */
export function toHandCount(count: TypedCount, key: string, reason: string): HandCountRequest {
  const { stationId, hour, pieces } = count;
  return { key, stationId, hour, pieces, reason };
}
