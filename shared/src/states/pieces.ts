/** How many of some moments, ascending, lie at a moment or before it. */
export function countUntil(moments: readonly number[], at: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
