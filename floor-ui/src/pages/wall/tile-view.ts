import {
  counterState,
  type GroupRow,
  isWorkingAt,
  pace,
  type StateSince,
  type StationRow,
  stationExpected,
  stationState,
  workedMinutes,
} from "@trame/shared";
import type { TileView } from "../../ui/tile.tsx";
import { causeLines, causeShown, isLongCause } from "./cause-view.ts";
import { currentHour, momentOf, type Scene } from "./scene.ts";
import { sparkView } from "./spark-view.ts";

/** A station within its line. */
export interface StationInLine {
  readonly row: StationRow;
  /** Place in the line, from 0. */
  readonly index: number;
  /** The line's target. */
  readonly target: number | null;
  /** Stations of the line with the same operation, itself included. */
  readonly sharing: number;
  /** Its line is held up here. */
  readonly isBottleneck: boolean;
  /** With which its pieces are told, where they are not told per station. */
  readonly group?: GroupRow | null;
}

const MINUTE_MS = 60_000;
const DASH = "—";

/** A station as its tile shows it. */
export function tileView(station: StationInLine, scene: Scene): TileView {
  const { row } = station;
  const now = stationState(row, momentOf(scene));
  const { t } = scene.i18n;
  const shown = {
    state: now.state,
    number: stationNumber(row.name, station.index),
    operation: row.operation,
    packets: packetsOf(row, scene),
    flag: station.isBottleneck ? t.tile.bottleneck : null,
  };
  if (now.state === "support") return { ...shown, ...UNTOLD, label: sentence(shown, t) };
  const told = toldOf(station, now, scene);
  const cause = now.state === "stopped" ? causeShown(row, now, scene) : null;
  const label = sentence({ ...shown, ...told, cause }, t);
  return { ...shown, ...told, ...middleOf({ station, now, told, cause }, scene), label };
}

/** The room need not know who is being helped: neither state, pieces nor pace. */
const UNTOLD = {
  word: null,
  since: null,
  pieces: null,
  expected: null,
  spark: null,
  note: [],
  foot: null,
} as const;

/** Where pieces are told per group of stations. */
const UNFIGURED = { pieces: null, expected: null } as const;

type Told = Pick<TileView, "word" | "since" | "pieces" | "expected">;

function toldOf(station: StationInLine, now: StateSince, scene: Scene): Told {
  const isKnown = isCounted(station.row, scene);
  const pieces = piecesShown(station.row, scene);
  if (pieces === null) {
    return { word: wordOf(now, scene), since: standingSince(now, scene), ...UNFIGURED };
  }
  return {
    word: wordOf(now, scene),
    since: standingSince(now, scene),
    pieces: isKnown ? scene.i18n.number(pieces) : DASH,
    expected: isKnown ? expectedShown(station, scene) : null,
  };
}

/** What people said of a station whose counter is silent tells no pieces. */
function isCounted(row: StationRow, scene: Scene): boolean {
  const { state } = counterState(row, momentOf(scene));
  return state !== "no-data" && state !== "no-counter";
}

interface Middle {
  readonly station: StationInLine;
  readonly now: StateSince;
  readonly told: Told;
  readonly cause: string | null;
}

/** Beside the pieces: a cause before anything else, then a leap to look at, then the last hour. */
function middleOf(
  { station, now, told, cause }: Middle,
  scene: Scene,
): Pick<TileView, "expected" | "spark" | "note" | "foot"> {
  const { row } = station;
  const { tile } = scene.i18n.t;
  const { expected } = told;
  if (cause !== null) {
    // A long cause takes the room of the figure beside it.
    const isLong = isLongCause(cause);
    return { expected: isLong ? null : expected, spark: null, note: causeLines(cause), foot: null };
  }
  const mark = row.suspects > 0 ? tile.suspects(row.suspects) : null;
  if (mark !== null && row.waiting !== null && now.state !== "no-data") {
    return { expected, spark: null, note: causeLines(mark), foot: null };
  }
  const isDrawn = isCounted(row, scene) && now.state !== "closed";
  return {
    expected,
    spark: isDrawn ? sparkView(station, momentOf(scene)) : null,
    note: [...silentSince(now, scene), ...groupNote(station, now, scene)],
    foot: row.waiting === null ? footOf(row, now, scene) : null,
  };
}

/** Pieces of the group: what an operation of it made on average, and at how many stations. */
function groupNote(
  { group, target }: StationInLine,
  { state }: StateSince,
  scene: Scene,
): readonly string[] {
  if (!group || state === "no-data" || state === "no-counter") return [];
  const mean = (piecesShown(group, scene) ?? 0) / group.operations.length;
  const expected = expectedShown({ target, sharing: 1 }, scene);
  const { number, t } = scene.i18n;
  const made = number(Math.round(mean));
  const figure = expected === null ? made : `${made}/${expected}`;
  return [t.tile.together(figure, group.stationIds.length)];
}

function packetsOf({ waiting }: StationRow, { i18n }: Scene): TileView["packets"] {
  return waiting && { bundles: waiting.bundles, text: i18n.number(waiting.bundles) };
}

/** The number in a station's name (« Poste 12 »), else its place in the line. */
export function stationNumber(name: string, index: number): string {
  const digits = /\d+/.exec(name)?.[0];
  if (digits === undefined || digits.length > 3) return String(index + 1);
  return String(Number(digits));
}

/** The state in a word. */
function wordOf({ state }: StateSince, scene: Scene): string | null {
  const { t } = scene.i18n;
  switch (state) {
    case "support":
      return null;
    case "running":
      return t.state.running;
    case "waiting":
      return t.state.waiting;
    case "stopped":
      return t.state.stopped;
    case "no-data":
      return t.state.noData;
    case "no-counter":
      return t.state.noCounter;
    case "closed":
      return isBreak(scene) ? t.wall.pause : t.state.closed;
  }
}

/** Between two windows of the day. */
function isBreak({ head: { windows }, asOf }: Scene): boolean {
  return windows.some(({ to }) => to <= asOf) && windows.some(({ from }) => from > asOf);
}

/** Working time for which it has waited or stood still: nobody waits through a lunch, and less than a minute is none. */
function standingSince({ state, since }: StateSince, { head, asOf, i18n }: Scene): string | null {
  if (since === null || (state !== "waiting" && state !== "stopped")) return null;
  const minutes = workedMinutes(head.windows, { from: since, to: asOf });
  return minutes < 1 ? null : i18n.duration(minutes * MINUTE_MS);
}

/** In working time the pieces of this hour, otherwise those of the day. */
function piecesShown(row: Pick<StationRow, "hours" | "pieces">, scene: Scene): number | null {
  if (!isWorkingAt(scene.head.windows, scene.asOf)) return row.pieces;
  const hour = currentHour(scene);
  if (row.hours === null) return null;
  return row.hours.find((count) => count.hour === hour)?.pieces ?? 0;
}

function expectedShown(
  { target, sharing }: Pick<StationInLine, "sharing" | "target">,
  scene: Scene,
): string | null {
  if (!isWorkingAt(scene.head.windows, scene.asOf)) return null;
  const expected = stationExpected({ target, sharing }, momentOf(scene), currentHour(scene));
  return expected === null ? null : scene.i18n.number(expected);
}

function silentSince(now: StateSince, { asOf, i18n }: Scene): readonly string[] {
  const { tile, strip } = i18n.t;
  if (now.state !== "no-data") return [];
  if (now.since === null) return tile.neverHeard.split(" ");
  const lasted = asOf - now.since;
  return lasted < MINUTE_MS ? [strip.justNow] : [tile.since, i18n.duration(lasted)];
}

function footOf(row: StationRow, { state }: StateSince, scene: Scene): TileView["foot"] {
  const { number, t } = scene.i18n;
  if (row.suspects > 0) return { text: t.tile.suspects(row.suspects), isMark: true };
  if (state === "no-data" || state === "no-counter" || state === "closed") return null;
  const paceNow = row.minutes === null ? null : pace(row.minutes, momentOf(scene));
  return paceNow === null ? null : { text: t.wall.perHour(number(paceNow)), isMark: false };
}

type Said = Pick<TileView, "number" | "operation" | "flag" | "packets"> &
  Partial<Told> & { readonly cause?: string | null };

function sentence(said: Said, { tile }: Scene["i18n"]["t"]): string {
  const { number, operation, word, since, pieces, expected, cause, packets, flag } = said;
  const parts = [
    word ? tile.label(number, operation, word) : tile.labelBare(number, operation),
    since ? tile.labelSince(since) : "",
    cause ? tile.labelCause(cause) : "",
    pieces && pieces !== DASH ? tile.labelPieces(pieces) : "",
    expected ? tile.labelExpected(expected) : "",
    packets ? tile.labelWaiting(packets.bundles) : "",
    flag === null ? "" : tile.labelBottleneck,
  ];
  return parts.join("");
}
