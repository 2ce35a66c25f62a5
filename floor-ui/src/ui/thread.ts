/** Where a station hangs on the thread that runs along the rows and turns at their ends. Counted from 1. */
export interface ThreadPlace {
  readonly row: number;
  readonly column: number;
  /** The way the thread leaves towards the next station; "turn" at the end of a row, "out" after the last. */
  readonly next: "right" | "left" | "turn" | "out";
}

/** A floor's shape. */
export interface FloorShape {
  readonly columns: number;
  readonly rows: number;
}

/** A tile is drawn for these proportions, and scales. rem of the wall. */
const TILE = { width: 16.4, height: 14.9 };
const FLOOR = { width: 71, height: 48.8, gap: 1.8 };
const MOST_COLUMNS = 4;

/**
 * Rows and columns for a number of stations, up to 16, such that their tiles can be as large as possible;
 * of equal ones the shape with the fewest empty places.
 */
export function floorShape(stations: number): FloorShape {
  let best = { columns: 1, rows: Math.max(1, stations), scale: 0 };
  for (let columns = 1; columns <= MOST_COLUMNS; columns++) {
    const rows = Math.max(1, Math.ceil(stations / columns));
    const scale = Math.min(
      (FLOOR.width + FLOOR.gap) / columns / TILE.width,
      (FLOOR.height + FLOOR.gap) / rows / TILE.height,
    );
    const isFuller = columns * rows < best.columns * best.rows;
    const isAlike = Math.abs(scale - best.scale) < 0.1;
    if (isAlike ? isFuller : scale > best.scale) best = { columns, rows, scale };
  }
  return { columns: best.columns, rows: best.rows };
}

/** Places along the thread: odd rows run to the right, even ones back to the left. */
export function threadPlaces(stations: number, columns: number): ThreadPlace[] {
  return Array.from({ length: stations }, (_, index) => {
    const row = Math.floor(index / columns) + 1;
    const step = index % columns;
    const isBack = row % 2 === 0;
    return {
      row,
      column: isBack ? columns - step : step + 1,
      next: nextOf({ isLast: index === stations - 1, isEnd: step === columns - 1, isBack }),
    };
  });
}

function nextOf(at: { isLast: boolean; isEnd: boolean; isBack: boolean }): ThreadPlace["next"] {
  if (at.isLast) return "out";
  if (at.isEnd) return "turn";
  return at.isBack ? "left" : "right";
}
