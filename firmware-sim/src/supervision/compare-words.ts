/** Compares what a crew said of calls and stops with what a server lists of the same day. */
import { type CallKind, type Span, workedMinutes } from "@trame/shared";
import type { Api } from "../floor/api.ts";
import type { CallTruth, StopTruth, WordTruth } from "./word-truth.ts";

/** As the server lists them. Times are UTC ms. */
export interface ListedCall {
  readonly stationId: string;
  readonly call: CallKind;
  readonly at: number;
  readonly takenAt: number | null;
  readonly resolvedAt: number | null;
}

export interface ListedStop {
  readonly stationId: string;
  readonly from: number;
  /** null: it goes on. */
  readonly to: number | null;
  readonly cause: string | null;
}

export interface Listed {
  readonly calls: readonly ListedCall[];
  readonly stops: readonly ListedStop[];
  /** Working time of the day: what lies in a break is no stop. */
  readonly windows: readonly Span[];
}

/** A call reaches the server within seconds of when it was made, or says when it was. */
const CALL_TOLERANCE_MS = 5_000;
/** A counter says that it stands still two minutes after its last stitch; a piece in hand is finished first. */
const STOP_TOLERANCE_MINUTES = 3;
/** Shorter ones are not looked for. Waiting is on the list from five minutes on, and a counter tells of it late. */
const SHORTEST_MINUTES = { explained: 5, unexplained: 5 + STOP_TOLERANCE_MINUTES };

/** Today's lists; the server must know the day. */
export async function readListed(api: Pick<Api, "get">): Promise<Listed> {
  const { calls } = await api.get<Pick<Listed, "calls">>("/api/v1/calls");
  const { stops } = await api.get<Pick<Listed, "stops">>("/api/v1/stops");
  const { windows } = await api.get<Pick<Listed, "windows">>("/api/v1/board");
  return { calls, stops, windows };
}

/** One sentence for each call that is missing, too many or not over, and each stop that is not covered or has another cause. */
export function findWordDifferences(truth: WordTruth, listed: Listed): string[] {
  return [...callDifferences(truth.calls, listed.calls), ...stopDifferences(truth.stops, listed)];
}

function callDifferences(made: readonly CallTruth[], listed: readonly ListedCall[]): string[] {
  const left = [...listed];
  const missing = made.filter((call) => {
    const found = left.findIndex((each) => isSame(each, call));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [
    ...missing.map(({ stationId, call }) => `${stationId} : l'appel ${call} manque`),
    ...left.map(({ stationId, call }) => `${stationId} : un appel ${call} de trop`),
  ];
}

function isSame(listed: ListedCall, made: CallTruth): boolean {
  return (
    listed.stationId === made.stationId &&
    listed.call === made.call &&
    Math.abs(listed.at - made.at) <= CALL_TOLERANCE_MS &&
    (listed.takenAt === null) === (made.takenAt === null) &&
    (listed.resolvedAt === null) === (made.resolvedAt === null)
  );
}

/** With a cause: covered by listed stops with that cause; without: by such as have none. */
function stopDifferences(truths: readonly StopTruth[], { stops, windows }: Listed): string[] {
  return truths.flatMap((truth) => {
    const { stationId, from, to, cause } = truth;
    const minutes = workedMinutes(windows, { from, to });
    const isExplained = cause !== null;
    if (minutes < SHORTEST_MINUTES[isExplained ? "explained" : "unexplained"]) return [];
    const covered = stops
      .filter((stop) => stop.stationId === stationId && stop.cause === cause)
      .reduce((sum, stop) => sum + workedMinutes(windows, overlap(stop, truth)), 0);
    const [found, lasted] = [Math.round(covered), Math.round(minutes)];
    const sentence = `${stationId} : ${found} min d'arrêt (${cause ?? "sans cause"}), ${lasted} en vrai`;
    return minutes - covered <= STOP_TOLERANCE_MINUTES ? [] : [sentence];
  });
}

function overlap(stop: ListedStop, { from, to }: Span): Span {
  const start = Math.max(stop.from, from);
  return { from: start, to: Math.max(start, Math.min(stop.to ?? to, to)) };
}
