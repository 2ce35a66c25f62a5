import {
  CAUSES_SETTING,
  type Cause,
  causesOf,
  mergeSpans,
  type PlanLine,
  type PlanStation,
  type Said,
  type Span,
  type StationMark,
  type StopScope,
  type StopWord,
  saidOf,
  shiftsOf,
} from "@trame/shared";
import type { Settings } from "../settings.ts";
import type { Asked } from "./floor-now.ts";

interface MarkAsked {
  readonly station: PlanStation;
  readonly line: PlanLine;
  readonly asked: Asked;
}

/** What people said of stations for now. */
export interface MarksNow {
  /**
   * What was said last of a station and holds at the moment, as far as words tell; null when nothing does.
   * @param stops said of late; another list when one was added
   */
  of(stops: readonly StopWord[], asked: MarkAsked): StationMark | null;
}

/** What is the same for all stations of a board. */
interface Frame {
  readonly stops: readonly StopWord[];
  readonly scopes: ReadonlyMap<string, readonly StopWord[]>;
  readonly causes: readonly Cause[];
  readonly day: number;
  readonly plan: Asked["plan"];
  readonly dayEnd: number;
  readonly dayBeforeEnd: number;
  /** By station: worked out once, and looked at whenever its row is made. */
  readonly said: Map<string, readonly Said[]>;
}

/** A workshop that was closed for longer asks anew. */
const DAYS_BACK = 10;

export function createMarksNow(settings: Settings): MarksNow {
  let frame: Frame | null = null;

  function frameOf(stops: readonly StopWord[], { day, plan }: Asked): Frame {
    if (frame?.stops === stops && frame.day === day && frame.plan === plan) return frame;
    const scopes = Map.groupBy(stops, ({ scope }) => scopeKey(scope));
    const causes = causesOf(settings.get(CAUSES_SETTING));
    frame = { stops, scopes, causes, day, plan, ...edgesOf({ day, plan }), said: new Map() };
    return frame;
  }

  return {
    of(stops, { station, line, asked }) {
      if (stops.length === 0) return null;
      const frame = frameOf(stops, asked);
      const said = frame.said.get(station.id) ?? saidAt(frame, station, line);
      frame.said.set(station.id, said);
      const { now } = asked;
      const last = said.find(({ from, to }) => from <= now && now < to);
      if (last === undefined) return null;
      const { key, from, to, cause } = last.word;
      const { class: of, isGroup } = last;
      return { key, from, to, cause: cause ?? "", class: of, isGroup };
    },
  };
}

function saidAt(frame: Frame, { id: stationId }: PlanStation, { id: lineId }: PlanLine): Said[] {
  const scopes = [{ stationId }, { lineId }, { workshop: true }] as const;
  const about = scopes.flatMap((scope) => frame.scopes.get(scopeKey(scope)) ?? []);
  return saidOf(about, { ...frame, stationId, lineId });
}

/** A space is no part of an id. */
function scopeKey(scope: StopScope): string {
  if ("workshop" in scope) return "workshop";
  return "lineId" in scope ? `line ${scope.lineId}` : `station ${scope.stationId}`;
}

/** When the working day ends, and when the one before it ended. */
function edgesOf({ day, plan }: Pick<Asked, "day" | "plan">) {
  const windowsOf = (date: number): Span[] =>
    mergeSpans(
      shiftsOf(plan.calendar, plan.workshop.timeZone, date).flatMap(({ windows }) => windows),
    );
  const today = windowsOf(day);
  const before = Array.from({ length: DAYS_BACK }, (_, index) => windowsOf(day - 1 - index));
  const lastBefore = before.find((windows) => windows.length > 0)?.at(-1)?.to;
  return { dayEnd: today.at(-1)?.to ?? -Infinity, dayBeforeEnd: lastBefore ?? -Infinity };
}
