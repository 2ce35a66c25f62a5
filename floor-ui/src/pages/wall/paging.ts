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

/** One page of a wall: lines with their stations (a line, a part of it, or several small ones), or the figures of many lines. */
export type Page =
  | { readonly kind: "lines"; readonly parts: readonly PagePart[] }
  | { readonly kind: "overview"; readonly lineIds: readonly string[] };

/** Up to 16 stations per page, for 20 s each. */
const MOST_STATIONS = 16;
const MOST_SHARED_ROWS = 3;
const BAND_COLUMNS = 4;
/** Lines whose figures are read from afar on one page. */
const MOST_OVERVIEW = 6;
const PAGE_MS = 20_000;
const SHORTEST_MS = 5_000;
const LONGEST_MS = 600_000;

/**
 * All lines on one page where they fit, one row or more each; else the figures of all, then page after page, never two
 * lines on one. `isTurning` asks for the latter also where they would fit.
 */
export function pagesOf(lines: readonly LineStations[], isTurning = false): Page[] {
  const bands = lines.map((line) => ({ ...line, shape: bandShape(line) }));
  const rows = bands.reduce((sum, { shape }) => sum + shape.rows, 0);
  if (bands.length < 2) return lines.flatMap(pagesOfLine);
  if (rows <= MOST_SHARED_ROWS && !isTurning) return [{ kind: "lines", parts: bands }];
  return [...overviewPages(lines), ...lines.flatMap(pagesOfLine)];
}

/** How long a page stays, as `?rotate=20` asks for; null where it does not ask. */
export function rotateMs(query: string | undefined): number | null {
  const seconds = Number(query || Number.NaN);
  if (Number.isNaN(seconds)) return null;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, seconds * 1000));
}

/** The page to show: by the server's time, so that screens side by side turn together. */
export function pageAt(now: number | null, pages: number, pageMs = PAGE_MS): number {
  return pages === 0 ? 0 : Math.floor((now ?? 0) / pageMs) % pages;
}

function overviewPages(lines: readonly LineStations[]): Page[] {
  const ids = lines.map(({ lineId }) => lineId);
  return partsOf(ids, MOST_OVERVIEW).map((lineIds) => ({ kind: "overview", lineIds }));
}

function bandShape({ stationIds }: LineStations): FloorShape {
  return { columns: BAND_COLUMNS, rows: Math.max(1, Math.ceil(stationIds.length / BAND_COLUMNS)) };
}

/** Parts of one length, and one shape for them all: nothing moves when the page turns. */
function pagesOfLine({ lineId, stationIds }: LineStations): Page[] {
  const parts = partsOf(stationIds, MOST_STATIONS);
  const shape = floorShape(parts[0]?.length ?? 0);
  return parts.map((ids) => ({ kind: "lines", parts: [{ lineId, stationIds: ids, shape }] }));
}

/** As few parts as hold so many each, all of one length but the last; one empty part of nothing. */
function partsOf(ids: readonly string[], most: number): (readonly string[])[] {
  const parts = Math.max(1, Math.ceil(ids.length / most));
  const length = Math.ceil(ids.length / parts);
  return Array.from({ length: parts }, (_, part) => ids.slice(part * length, (part + 1) * length));
}
