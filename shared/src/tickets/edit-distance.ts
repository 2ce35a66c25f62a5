/** Two texts, and from where on each of them is still to be compared. */
interface Rest {
  readonly some: string;
  readonly other: string;
  readonly from: number;
  readonly against: number;
}

/**
 * How many signs are wrong, missing, too many or swapped with their neighbour between two texts, each place touched once
 * (the restricted Damerau-Levenshtein distance); `limit + 1` when more than `limit` are. Meant for limits of 1 or 2: it
 * tries each kind of mistake at the first difference, and so again with what remains.
 */
export function editDistance(some: string, other: string, limit: number): number {
  return distanceOf({ some, other, from: 0, against: 0 }, limit);
}

function distanceOf({ some, other, ...start }: Rest, limit: number): number {
  let { from, against } = start;
  while (from < some.length && some[from] === other[against]) {
    from++;
    against++;
  }
  const [left, leftOther] = [some.length - from, other.length - against];
  if (Math.abs(left - leftOther) > limit) return limit + 1;
  if (left === 0 || leftOther === 0) return left + leftOther;
  if (limit === 0) return 1;
  const isSwap = some[from] === other[against + 1] && some[from + 1] === other[against];
  let most = limit;
  for (const [skip, skipOther] of isSwap ? WITH_SWAP : MISTAKES) {
    const rest = { some, other, from: from + skip, against: against + skipOther };
    most = Math.min(most, distanceOf(rest, most - 1));
  }
  return most + 1;
}

/** Signs that each mistake takes of the two texts: one wrong, one too many, one missing; and two swapped. */
const MISTAKES = [
  [1, 1],
  [1, 0],
  [0, 1],
] as const;
const WITH_SWAP = [...MISTAKES, [2, 2]] as const;
