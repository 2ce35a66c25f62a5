import { type FloorShape, floorShape } from "../../ui/thread.ts";

/** A line as paging sees it. */
export interface LineStations {
  readonly lineId: string;
  readonly stationIds: readonly string[];
}

/** The stations of one line that a page shows, and how they are laid out. */
export interface PagePart extends LineStations {
  readonly shape: FloorShape;
}

/** One page of a wall: a line or a part of it, or several small lines together. */
export type Page = readonly PagePart[];

/** Up to 16 stations per page, for 20 s each. */
const MOST_STATIONS = 16;
const MOST_SHARED_ROWS = 3;
const BAND_COLUMNS = 4;
const PAGE_MS = 20_000;

/** All lines on one page where they fit, one row or more each; else page after page, never two lines on one. */
export function pagesOf(lines: readonly LineStations[]): Page[] {
  const bands = lines.map((line) => ({ ...line, shape: bandShape(line) }));
  const rows = bands.reduce((sum, { shape }) => sum + shape.rows, 0);
  if (bands.length > 1 && rows <= MOST_SHARED_ROWS) return [bands];
  return lines.flatMap(pagesOfLine);
}

/** The page to show: by the server's time, so that screens side by side turn together. */
export function pageAt(now: number | null, pages: number): number {
  return pages === 0 ? 0 : Math.floor((now ?? 0) / PAGE_MS) % pages;
}

function bandShape({ stationIds }: LineStations): FloorShape {
  return { columns: BAND_COLUMNS, rows: Math.max(1, Math.ceil(stationIds.length / BAND_COLUMNS)) };
}

/** Parts of one length, and one shape for them all: nothing moves when the page turns. */
function pagesOfLine({ lineId, stationIds }: LineStations): Page[] {
  const parts = Math.max(1, Math.ceil(stationIds.length / MOST_STATIONS));
  const length = Math.ceil(stationIds.length / parts);
  const shape = floorShape(length);
  return Array.from({ length: parts }, (_, part) => [
    { lineId, stationIds: stationIds.slice(part * length, (part + 1) * length), shape },
  ]);
}
