/** Where a station stands. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** A plan has room for so many lines, two rows each. */
const LINES_MAX = 25;

/** Places of the stations of the nth line, from 0: in a U, there in one row and back in the next; none where the plan has no more room. */
export function spotsOf(stations: number, line: number): readonly Spot[] {
  if (line >= LINES_MAX) return [];
  const columns = Math.ceil(stations / 2);
  return Array.from({ length: stations }, (_, index) =>
    index < columns
      ? { row: 2 * line + 1, column: index + 1 }
      : { row: 2 * line + 2, column: 2 * columns - index },
  );
}
