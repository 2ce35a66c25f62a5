import {
  type CallRow,
  dayMinutes,
  expectedWithin,
  isWorkingAt,
  paceOfLine,
  type QualityRow,
  type QualityTargets,
  type StateSince,
  type StationRow,
  stationState,
  workedMinutes,
} from "@trame/shared";
import type { Alert, Fact, StripView } from "../../ui/strip.tsx";
import { callAlerts, placed, sinceText } from "./calls-view.ts";
import type { LineInScene } from "./numbers-view.ts";
import { qualityView } from "./quality-view.ts";
import { currentHour, momentOf, type Scene } from "./scene.ts";

/** A station as the strip names it. */
export interface NamedStation {
  readonly row: StationRow;
  readonly number: string;
  /** « Poste 7 », with its line where the wall shows several. */
  readonly place: string;
  /** null where the wall shows one line only. */
  readonly lineName: string | null;
}

/** What the strip looks at. */
export interface StripScene extends Scene {
  /** All stations of the wall's lines, also those of its other pages. */
  readonly stations: readonly NamedStation[];
  /** Open calls of all these lines. */
  readonly calls: readonly CallRow[];
  /** When this screen first saw each call, as `asOf`. */
  readonly seenAt: ReadonlyMap<string, number>;
  /** Of the lines whose figures are shown. */
  readonly quality: readonly (QualityRow | null)[];
  /** From when on that is on target. */
  readonly targets: QualityTargets;
  /** The line whose figures are shown; null where several are. */
  readonly shown: LineInScene | null;
  /** The picture is too old to say that all is well. */
  readonly isOld: boolean;
}

const MOST_ALERTS = 3;
const MOST_FACTS = 2;
/** Earlier in an hour one piece decides whether a pace is held. */
const HELD_NEEDS_MINUTES = 5;
const MINUTE_MS = 60_000;

/** What needs somebody, then what is good to know. Nothing is said that is not true now. */
export function stripView(scene: StripScene): StripView {
  const { t } = scene.i18n;
  const stations = troubled(scene);
  const count = scene.calls.length + stations.length;
  const isFull = scene.calls.length >= MOST_ALERTS;
  const mostFacts = isFull ? 0 : count > 1 ? 1 : MOST_FACTS;
  const facts = [...notes(scene), ...paceHeld(scene)].slice(0, mostFacts);
  const room = facts.length > 0 ? MOST_ALERTS - 1 : MOST_ALERTS;
  // Three side by side say no more than their badge does not.
  const isShort = Math.min(count, room) > 2;
  const alerts = [
    ...callAlerts(scene, isShort),
    ...stations.map((station) => stationAlert(station, scene, isShort)),
  ];
  const quality = qualityView(scene.quality, { ...scene, isShort: isTight(scene, count, room) });
  return {
    label: t.strip.calls,
    alerts: alerts.slice(0, room),
    more: count > room ? moreOf(alerts.slice(room), scene) : null,
    quiet: count === 0 ? quietOf(scene) : null,
    facts,
    quality,
    pace: quality.length > 0 ? null : paceOf(scene),
    isOld: scene.isOld,
  };
}

/** Three alerts leave room for the whole names of the figures, unless lines are named too or more are to come. */
function isTight({ shown }: StripScene, count: number, room: number): boolean {
  return count > room || (count > 2 && shown === null);
}

/** « + 2 appels »; of stopped stations among them, « + 2 postes ». */
function moreOf(hidden: readonly Alert[], { i18n }: StripScene): string {
  const { strip } = i18n.t;
  const areCalls = hidden.every(({ kind }) => kind === "call" || kind === "taken");
  return areCalls ? strip.moreCalls(hidden.length) : strip.moreStations(hidden.length);
}

/**
 * Stopped machines before silent ones, the longest first; a counter that never spoke fell silent last. One that somebody
 * calls for is told by the call.
 */
function troubled(scene: StripScene): Troubled[] {
  const { asOf } = scene;
  const moment = momentOf(scene);
  const called = new Set(scene.calls.map(({ stationId }) => stationId));
  return scene.stations
    .filter(({ row }) => !called.has(row.stationId))
    .map((station) => ({ ...station, now: stationState(station.row, moment) }))
    .filter(({ now }) => now.state === "stopped" || now.state === "no-data")
    .sort(
      (a, b) =>
        Number(a.now.state !== "stopped") - Number(b.now.state !== "stopped") ||
        (a.now.since ?? asOf) - (b.now.since ?? asOf),
    );
}

interface Troubled extends NamedStation {
  readonly now: StateSince;
}

function stationAlert(station: Troubled, scene: StripScene, isShort: boolean): Alert {
  const { i18n, asOf, head } = scene;
  const { row, number, now } = station;
  const isStopped = now.state === "stopped";
  const since = now.since ?? 0;
  const lasted = isStopped
    ? workedMinutes(head.windows, { from: since, to: asOf }) * MINUTE_MS
    : asOf - since;
  const text = now.since === null ? null : sinceText(lasted, i18n);
  return {
    id: row.stationId,
    kind: isStopped ? "stopped" : "no-data",
    number,
    title: isStopped ? i18n.t.state.stopped : i18n.t.state.noData,
    detail: placed(station, text, isShort),
    isEscalated: false,
    isNew: false,
  };
}

/** What the counters need of a person. */
function notes({ head, stations, i18n }: StripScene): Fact[] {
  const { strip } = i18n.t;
  const facts: Fact[] = [];
  if (head.recomputing > 0) {
    const detail = strip.recomputingDetail(head.recomputing);
    facts.push({ title: strip.recomputing, detail, isGood: false });
  }
  const suspects = stations.reduce((sum, { row }) => sum + row.suspects, 0);
  if (suspects > 0) {
    facts.push({ title: strip.suspects(suspects), detail: strip.suspectsDetail, isGood: false });
  }
  return facts;
}

/** Why there is nothing to look at. */
function quietOf(scene: StripScene): Fact | null {
  const { head, asOf, stations, isOld, i18n } = scene;
  if (isOld || stations.length === 0) return null;
  if (!isWorkingAt(head.windows, asOf)) return outsideWork(scene);
  // Where nothing is counted nothing is known of stops.
  if (stations.every(({ row }) => row.deviceId === null)) return null;
  const { strip } = i18n.t;
  return { title: strip.nothingStopped, detail: strip.allHeard, isGood: true };
}

/** « Rythme tenu »: the hour's output is what the target asks of the hour so far. */
function paceHeld(scene: StripScene): Fact[] {
  const { shown, head, asOf, isOld, i18n } = scene;
  if (shown === null || isOld || !isWorkingAt(head.windows, asOf)) return [];
  const from = currentHour(scene);
  const span = { from, to: asOf };
  const expected = expectedWithin(shown.line.target, head.windows, span);
  if (expected === null || workedMinutes(head.windows, span) < HELD_NEEDS_MINUTES) return [];
  const done = shown.line.hours.find(({ hour }) => hour === from)?.pieces ?? 0;
  if (done < Math.round(expected)) return [];
  const { strip } = i18n.t;
  const detail = strip.paceHeldDetail(i18n.hour(from), done, i18n.number(expected));
  return [{ title: strip.paceHeld, detail, isGood: true }];
}

function outsideWork({ head, asOf, i18n }: StripScene): Fact | null {
  const { strip } = i18n.t;
  const next = head.windows.find(({ from }) => from > asOf);
  const last = head.windows.findLast(({ to }) => to <= asOf);
  if (next !== undefined) {
    const time = i18n.time(next.from);
    return last === undefined
      ? { title: strip.dayAhead, detail: strip.dayAheadAt(time), isGood: false }
      : { title: strip.onBreak, detail: strip.onBreakUntil(time), isGood: false };
  }
  if (last === undefined) return null;
  return { title: strip.dayOver, detail: strip.dayOverAt(i18n.time(last.to)), isGood: false };
}

function paceOf({ shown, i18n, ...scene }: StripScene): StripView["pace"] {
  if (shown === null || !isWorkingAt(scene.head.windows, scene.asOf)) return null;
  const { strip } = i18n.t;
  const now = paceOfLine(shown.line, shown.outputs, {
    now: scene.asOf,
    windows: scene.head.windows,
  });
  if (now === null) return null;
  const { target } = shown.line;
  const perHour = target === null ? null : (target / dayMinutes(scene.head.windows)) * 60;
  return {
    label:
      perHour === null ? strip.pace : `${strip.pace} · ${strip.expectedPace(i18n.number(perHour))}`,
    value: i18n.number(now),
    unit: strip.paceUnit,
  };
}
