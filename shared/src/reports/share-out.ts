/** Minutes are decimals: shared out as whole millionths. */
const PER_MINUTE = 1_000_000;

/**
 * Shares minutes out by weights, so that the shares add up to exactly them in whole millionths; without a weight the first takes
 * all. Shares are in the order of the weights.
 */
export function shareOut(minutes: number, weights: readonly number[]): number[] {
  const total = Math.round(minutes * PER_MINUTE);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let weighed = 0;
  let given = 0;
  return weights.map((weight, index) => {
    weighed += weight;
    const isEnd = index === weights.length - 1;
    const until = all > 0 && !isEnd ? Math.round((total * weighed) / all) : total;
    const share = until - given;
    given = until;
    return share / PER_MINUTE;
  });
}
