import { type CallRow, isEscalated } from "@trame/shared";
import type { I18n } from "../../i18n/i18n.ts";
import type { Alert } from "../../ui/strip.tsx";
import type { Scene } from "./scene.ts";
import type { NamedStation } from "./strip-view.ts";

/** Open calls, and when this screen first saw each, as `asOf`. */
export interface CallScene extends Scene {
  readonly stations: readonly NamedStation[];
  readonly calls: readonly CallRow[];
  readonly seenAt: ReadonlyMap<string, number>;
}

/** A station with what is said of it; `isShort` leaves out what its badge says already. */
export function placed(
  station: NamedStation | undefined,
  text: string | null,
  isShort: boolean,
): string {
  const place = isShort ? station?.lineName : station?.place;
  return [place, text].filter(Boolean).join(" · ");
}

/** « depuis 3 min »; less than a minute is no number. */
export function sinceText(ms: number, { duration, t }: I18n): string {
  return ms < MINUTE_MS ? t.strip.justNow : t.strip.since(duration(ms));
}

const MINUTE_MS = 60_000;
/** So long a call is new to the room. */
const NEW_MS = 10_000;

/** Those that nobody took before those that somebody did, the oldest first: so on walls and on the supervisor's page. */
export function callsInOrder(calls: readonly CallRow[]): CallRow[] {
  return [...calls].sort(
    (a, b) => Number(a.takenAt !== null) - Number(b.takenAt !== null) || a.at - b.at,
  );
}

export function callAlerts(scene: CallScene, isShort: boolean): Alert[] {
  return callsInOrder(scene.calls).map((call) => alertOf(call, scene, isShort));
}

function alertOf(call: CallRow, scene: CallScene, isShort: boolean): Alert {
  const { i18n, asOf, seenAt, stations } = scene;
  const { strip } = i18n.t;
  const station = stations.find(({ row }) => row.stationId === call.stationId);
  const isTaken = call.takenAt !== null;
  const isLate = isEscalated(call, asOf);
  const lasted = asOf - call.at;
  const open = isLate ? strip.unanswered(i18n.duration(lasted)) : sinceText(lasted, i18n);
  return {
    id: call.key,
    kind: isTaken ? "taken" : "call",
    number: station?.number ?? "?",
    title: strip.call[call.call],
    detail: placed(station, isTaken ? strip.taken : open, isShort),
    isEscalated: isLate,
    isNew: !isTaken && asOf - (seenAt.get(call.key) ?? call.at) < NEW_MS,
  };
}

/**
 * When each open call was first seen here. Those of the first look count from when they were made: a screen that is
 * switched on flashes none of this morning's. One that a tablet without the network tells late is new when it comes.
 */
export function seeCalls(
  before: ReadonlyMap<string, number> | null,
  calls: readonly CallRow[],
  asOf: number,
): ReadonlyMap<string, number> {
  return new Map(
    calls.map(({ key, at }) => [key, before === null ? at : (before.get(key) ?? asOf)]),
  );
}

/** Keys of the calls that are escalated where the workshop wants to hear of it. */
export function heardCalls(calls: readonly CallRow[], asOf: number): string[] {
  return calls.filter((call) => call.isHeard && isEscalated(call, asOf)).map(({ key }) => key);
}
