/** A station and where the plan says it stands, from 1. */
export interface Placed {
  readonly stationId: string;
  readonly spot: { readonly row: number; readonly column: number } | null;
}

/** Where a tile is drawn, from 1. */
export interface Place {
  readonly stationId: string;
  readonly row: number;
  readonly column: number;
}

export interface Arrangement {
  readonly columns: number;
  /** In the order of the line. */
  readonly places: readonly Place[];
}

/** Where the plan says nothing stations stand six in a row, in a U. */
const IN_A_ROW = 6;

/**
 * The floor as it is: each station on its spot of the plan. What has none, or whose spot is taken, comes in rows below; where
 * no station has a spot they stand in a U, each row turning back ([FL6]).
 */
export function arrange(stations: readonly Placed[]): Arrangement {
  const taken = new Set<string>();
  const spots = new Map<string, { readonly row: number; readonly column: number }>();
  for (const { stationId, spot } of stations) {
    if (spot === null || taken.has(`${spot.row} ${spot.column}`)) continue;
    taken.add(`${spot.row} ${spot.column}`);
    spots.set(stationId, spot);
  }
  const known = [...spots.values()];
  const lastRow = Math.max(0, ...known.map(({ row }) => row));
  const width = known.length === 0 ? IN_A_ROW : Math.max(...known.map(({ column }) => column));
  const others = stations.filter(({ stationId }) => !spots.has(stationId));
  const isUnknown = known.length === 0;
  return {
    columns: Math.max(1, isUnknown ? Math.min(width, stations.length) : width),
    places: stations.map(({ stationId }) => {
      const spot = spots.get(stationId);
      if (spot !== undefined) return { stationId, ...spot };
      const index = others.findIndex((other) => other.stationId === stationId);
      const turn = Math.floor(index / width);
      const step = index % width;
      const isBack = isUnknown && turn % 2 === 1;
      const column = isBack ? width - step : step + 1;
      return { stationId, row: lastRow + turn + 1, column };
    }),
  };
}
