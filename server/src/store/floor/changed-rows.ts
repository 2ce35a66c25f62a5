/** A row that is folded from a bundle's acts: its bundle, its position, its moment, its day, and what it says. */
type FoldedRow = readonly [bundleId: number, i: number, at: number, day: number, ...unknown[]];

const DAY = 3;

/** Days of which the rows of a fold say something else than those of before, whatever their positions. */
export function changedDays(old: readonly FoldedRow[], made: readonly FoldedRow[]): Set<number> {
  const surplus = new Map<string, { readonly day: number; count: number }>();
  for (const [rows, sign] of [
    [old, -1],
    [made, 1],
  ] as const) {
    for (const [, , ...said] of rows) {
      const key = JSON.stringify(said);
      const known = surplus.get(key);
      if (known === undefined) surplus.set(key, { day: said[DAY - 2] as number, count: sign });
      else known.count += sign;
    }
  }
  return new Set([...surplus.values()].flatMap(({ day, count }) => (count === 0 ? [] : [day])));
}
