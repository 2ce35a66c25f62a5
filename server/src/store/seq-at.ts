import type { Database } from "better-sqlite3";

interface Edge {
  readonly seq: number;
  readonly at: number;
}

/** Finds the first `seq` of a boot at or after a moment, by halving: within a boot time rises with `seq`. `top` is its last one. */
export function createSeqAt(sqlite: Database): (bootId: number, at: number, top: number) => number {
  const from = sqlite.prepare<[number, number], Edge>(
    "SELECT seq, at FROM parts WHERE boot_id = ? AND seq >= ? ORDER BY seq LIMIT 1",
  );
  return (bootId, at, top) => {
    let low = 1;
    let high = top + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = from.get(bootId, middle);
      if (row === undefined || row.at >= at) high = middle;
      else low = row.seq + 1;
    }
    return low;
  };
}
