import {
  dayMinutes,
  elapsedMinutes,
  isWorkingAt,
  type Moment,
  pace,
  type StateSince,
  type StationRow,
  startOfLast,
  stationExpected,
  stationState,
  workedMinutes,
} from "@trame/shared";
import type { SparkView } from "../../ui/spark.tsx";
import type { TileView } from "../../ui/tile.tsx";
import { currentHour, momentOf, type Scene } from "./scene.ts";

/** A station within its line. */
export interface StationInLine {
  readonly row: StationRow;
  /** Place in the line, from 0. */
  readonly index: number;
  /** The line's target. */
  readonly target: number | null;
  /** Stations of the line with the same operation, itself included. */
  readonly sharing: number;
}

const MINUTE_MS = 60_000;
const SPARK_STEP_MINUTES = 5;
const SPARK_STEPS = 12;
const DASH = "—";

/** A station as its tile shows it. */
export function tileView(station: StationInLine, scene: Scene): TileView {
  const { row } = station;
  const { i18n } = scene;
  const moment = momentOf(scene);
  const now = stationState(row, moment);
  const hasData = now.state !== "no-data" && now.state !== "no-counter";
  const number = stationNumber(row.name, station.index);
  const word = wordOf(now, scene);
  const since = standingSince(now, scene);
  const pieces = hasData ? i18n.number(piecesShown(row, scene)) : DASH;
  const expected = hasData ? expectedShown(station, scene) : null;
  return {
    state: now.state,
    number,
    operation: row.operation,
    word,
    since,
    pieces,
    expected,
    spark: hasData && now.state !== "closed" ? sparkOf(station, moment) : null,
    note: noteOf(now, scene),
    foot: footOf(row, now, scene),
    label: sentence({ number, operation: row.operation, word, since, pieces, expected }, i18n.t),
  };
}

/** The number in a station's name (« Poste 12 »), else its place in the line. */
export function stationNumber(name: string, index: number): string {
  const digits = /\d+/.exec(name)?.[0];
  if (digits === undefined || digits.length > 3) return String(index + 1);
  return String(Number(digits));
}

/** The state in a word. */
function wordOf({ state }: StateSince, scene: Scene): string {
  const { t } = scene.i18n;
  switch (state) {
    // The room need not know who is being helped: a plain tile.
    case "support":
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

/** Working time for which it has waited or stood still: nobody waits through a lunch. */
function standingSince({ state, since }: StateSince, { head, asOf, i18n }: Scene): string | null {
  if (since === null || (state !== "waiting" && state !== "stopped")) return null;
  return i18n.duration(workedMinutes(head.windows, { from: since, to: asOf }) * MINUTE_MS);
}

/** In working time the pieces of this hour, otherwise those of the day. */
function piecesShown(row: StationRow, scene: Scene): number {
  if (!isWorkingAt(scene.head.windows, scene.asOf)) return row.pieces;
  const hour = currentHour(scene);
  return row.hours.find((count) => count.hour === hour)?.pieces ?? 0;
}

function expectedShown({ target, sharing }: StationInLine, scene: Scene): string | null {
  if (!isWorkingAt(scene.head.windows, scene.asOf)) return null;
  const expected = stationExpected({ target, sharing }, momentOf(scene), currentHour(scene));
  return expected === null ? null : scene.i18n.number(expected);
}

function noteOf(now: StateSince, { asOf, i18n }: Scene): readonly string[] {
  const { tile } = i18n.t;
  if (now.state !== "no-data") return [];
  if (now.since === null) return tile.neverHeard.split(" ");
  return [tile.since, i18n.duration(asOf - now.since)];
}

function footOf(row: StationRow, { state }: StateSince, scene: Scene): TileView["foot"] {
  const { number, t } = scene.i18n;
  if (row.suspects > 0) return { text: t.tile.suspects(row.suspects), isMark: true };
  if (state === "no-data" || state === "no-counter" || state === "closed") return null;
  if (state === "stopped") return { text: t.tile.causeToGive, isMark: false };
  const paceNow = pace(row.minutes, momentOf(scene));
  return paceNow === null ? null : { text: t.wall.perHour(number(paceNow)), isMark: false };
}

/** Pieces of the last working hour, five minutes a point, up to the last whole minute. */
function sparkOf({ row, target, sharing }: StationInLine, moment: Moment): SparkView | null {
  const end = { ...moment, now: Math.floor(moment.now / MINUTE_MS) * MINUTE_MS };
  const steps = Math.min(SPARK_STEPS, Math.floor(elapsedMinutes(end) / SPARK_STEP_MINUTES));
  if (steps < 2) return null;
  const edges = Array.from({ length: steps + 1 }, (_, step) =>
    step === steps ? end.now : startOfLast((steps - step) * SPARK_STEP_MINUTES, end),
  ).filter((edge) => edge !== null);
  const points = edges.slice(1).map((to, step) => piecesBetween(row, edges[step] ?? to, to));
  const perMinute = target === null ? null : target / dayMinutes(moment.windows) / sharing;
  return { points, expected: perMinute === null ? null : perMinute * SPARK_STEP_MINUTES };
}

function piecesBetween({ minutes }: StationRow, from: number, to: number): number {
  const indexOf = (at: number) => Math.max(0, Math.floor((at - minutes.from) / MINUTE_MS));
  return minutes.counts.slice(indexOf(from), indexOf(to)).reduce((sum, count) => sum + count, 0);
}

type Said = Pick<TileView, "number" | "operation" | "word" | "since" | "pieces" | "expected">;

function sentence(said: Said, { tile }: Scene["i18n"]["t"]): string {
  const parts = [tile.label(said.number, said.operation, said.word)];
  if (said.since !== null) parts.push(tile.labelSince(said.since));
  if (said.pieces !== DASH) parts.push(tile.labelPieces(said.pieces));
  if (said.expected !== null) parts.push(tile.labelExpected(said.expected));
  return parts.join("");
}
