/** The latest moments at which a station made pieces, so that some can be taken back and the last is still known. */
export interface RecentPieces {
  /** Adds pieces made at a moment (UTC ms), or takes them back when negative. */
  add(at: number, pieces: number): void;
  /** When the last piece was made; null when none is left, undefined when more were taken back than is remembered. */
  readonly last: number | null | undefined;
}

/** Moments remembered: late samples move the last few pieces, hardly ever more. */
const KEPT = 32;

export function createRecentPieces(): RecentPieces {
  /** Ascending. */
  const moments: { readonly at: number; pieces: number }[] = [];
  /** Up to here nothing is remembered. */
  let floor = -Infinity;

  function insert(at: number, pieces: number): void {
    if (at <= floor) return;
    const index = moments.findLastIndex((moment) => moment.at <= at);
    const known = moments[index];
    if (known?.at === at) known.pieces += pieces;
    else moments.splice(index + 1, 0, { at, pieces });
    if (moments.length > KEPT) floor = moments.shift()?.at ?? floor;
  }

  function remove(at: number, pieces: number): void {
    const index = moments.findIndex((moment) => moment.at === at);
    const known = moments[index];
    if (known === undefined) return;
    known.pieces += pieces;
    if (known.pieces <= 0) moments.splice(index, 1);
  }

  return {
    add: (at, pieces) => (pieces > 0 ? insert(at, pieces) : remove(at, pieces)),
    get last() {
      return moments.at(-1)?.at ?? (floor === -Infinity ? null : undefined);
    },
  };
}
