/** What somebody who reads all that is told can compute: sums and differences of told sums. */

/** Whether some sum of told groups, with whatever factors, is of certain rows alone. Rows by where they stand; `size`: how many there are. */
export function isComputable(
  told: readonly (readonly number[])[],
  of: ReadonlySet<number>,
  size: number,
): boolean {
  const all = told.map((rows) => vectorOf(rows, size));
  // A combination that is 0 outside of them, and not everywhere, lowers the rank when they are left out.
  const outside = all.map((vector) => vector.filter((_, index) => !of.has(index)));
  return rankOf(outside) < rankOf(all);
}

function vectorOf(rows: readonly number[], size: number): number[] {
  return Array.from({ length: size }, (_, index) => (rows.includes(index) ? 1 : 0));
}

const NOISE = 1e-9;

/** By Gauss. */
function rankOf(vectors: readonly (readonly number[])[]): number {
  const left = vectors.map((vector) => [...vector]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > NOISE);
    if (at < 0) continue;
    const [pivot] = left.splice(at, 1);
    left.splice(rank, 0, pivot!);
    for (const row of left.slice(rank + 1)) {
      const factor = row[column]! / pivot![column]!;
      for (let index = column; index < row.length; index += 1) {
        row[index]! -= factor * pivot![index]!;
      }
    }
    rank += 1;
  }
  return rank;
}
