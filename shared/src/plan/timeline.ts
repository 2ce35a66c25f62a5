import type { Span } from "../board/board.ts";
import type { DayNumber } from "../calendar/days.ts";
import { type Shift, shiftsOf } from "../calendar/shifts.ts";
import { type DayShifts, type Slot, slotAt } from "../calendar/slot.ts";
import { clipSpan, mergeSpans } from "../calendar/spans.ts";
import { counterOf } from "./counter-of.ts";
import type { Plan, PlanLine, PlanStation } from "./schema.ts";

/** A plan and the moment from which it holds, until the next one's; UTC ms. */
export interface PlanVersion {
  readonly from: number;
  readonly plan: Plan;
}

/** Where pieces were made, as the plan in force then tells. Equal places are one place. */
export interface Place {
  readonly lineId: string;
  readonly stationId: string;
  readonly operation: string;
  readonly standardMinutes: number;
  /** The station does the last operation of its line: what leaves it is the line's output. */
  readonly isOutput: boolean;
}

/** A stretch of time in which a counter is bound to one place, or to none. */
export interface Binding extends Span {
  readonly place: Place | null;
  /** Since when the counter has been bound to this station without a gap; UTC ms. */
  readonly boundSince: number;
}

/** The effective-dated plan: what was in force at any moment. Pure; built anew when a plan is recorded. */
export interface Timeline {
  readonly versions: readonly PlanVersion[];
  /** The plan in force; null before the first. */
  planAt(at: number): Plan | null;
  bindingAt(deviceId: string, counter: string, at: number): Binding;
  /** Working day and clock hour; null before the first plan (no zone is known). */
  slotAt(at: number): Slot | null;
  /** Working time of a day, breaks removed, each stretch under the plan in force at the time. */
  windowsOf(day: DayNumber): Span[];
}

/** Days whose shifts are remembered per plan: naming them in a zone costs more than all else of a look-up. */
const DAYS_KEPT = 1_000;
const DAY_MS = 86_400_000;

/** Builds the timeline of some plans, in any order; each holds until the next `from`. */
export function createTimeline(plans: readonly PlanVersion[]): Timeline {
  const versions = plans.toSorted((a, b) => a.from - b.from);
  const bindings = new Map<string, readonly Binding[]>();
  const dayShifts = versions.map(({ plan }) => createDayShifts(plan));
  const indexAt = (at: number): number => versions.findLastIndex((version) => version.from <= at);
  const spanOf = (index: number): Span => ({
    from: versions[index]?.from ?? -Infinity,
    to: versions[index + 1]?.from ?? Infinity,
  });

  return {
    versions,
    planAt: (at) => versions[indexAt(at)]?.plan ?? null,
    bindingAt(deviceId, counter, at) {
      const key = `${deviceId} ${counter}`;
      let list = bindings.get(key);
      if (list === undefined) {
        list = bindingsOf(versions, deviceId, counter);
        bindings.set(key, list);
      }
      const found = list.find((binding) => binding.from <= at && at < binding.to);
      if (found === undefined) throw new RangeError(`no binding at ${at}`);
      return found;
    },
    slotAt(at) {
      const index = indexAt(at);
      const shifts = dayShifts[index];
      if (shifts === undefined) return null;
      const slot = slotAt(shifts, at);
      return { ...slot, ...(clipSpan(slot, spanOf(index)) ?? {}) };
    },
    windowsOf(day) {
      const windows = dayShifts.flatMap((shifts, index) => {
        const span = spanOf(index);
        // Of most plans no moment can be of the day.
        if (clipSpan(around(day), span) === null) return [];
        return shifts
          .shiftsOf(day)
          .flatMap((shift) => shift.windows)
          .map((window) => clipSpan(window, span))
          .filter((window) => window !== null);
      });
      return mergeSpans(windows);
    },
  };
}

/** In any zone the shifts of a day lie between the day before and three days later. */
function around(day: DayNumber): Span {
  return { from: (day - 1) * DAY_MS, to: (day + 3) * DAY_MS };
}

/** The shifts of a plan's days, each made once. */
function createDayShifts({ calendar, workshop }: Plan): DayShifts {
  const { timeZone } = workshop;
  const known = new Map<DayNumber, readonly Shift[]>();
  return {
    timeZone,
    shiftsOf(day) {
      const kept = known.get(day);
      if (kept !== undefined) return kept;
      if (known.size >= DAYS_KEPT) known.clear();
      const shifts = shiftsOf(calendar, timeZone, day);
      known.set(day, shifts);
      return shifts;
    },
  };
}

/** The stations of a line that do its last operation, side by side. */
export function outputStations(line: PlanLine): PlanStation[] {
  const last = line.stations.at(-1)?.operation;
  return line.stations.filter((station) => station.operation === last);
}

function bindingsOf(
  versions: readonly PlanVersion[],
  deviceId: string,
  counter: string,
): readonly Binding[] {
  const list: Binding[] = [
    { from: -Infinity, to: versions[0]?.from ?? Infinity, place: null, boundSince: -Infinity },
  ];
  for (const [index, { from, plan }] of versions.entries()) {
    const before = list.at(-1)?.place ?? null;
    const place = placeOf(plan, deviceId, counter);
    const isSame = place !== null && before?.stationId === place.stationId;
    list.push({
      from,
      to: versions[index + 1]?.from ?? Infinity,
      place,
      boundSince: isSame ? (list.at(-1)?.boundSince ?? from) : from,
    });
  }
  return list;
}

function placeOf(plan: Plan, deviceId: string, counter: string): Place | null {
  for (const line of plan.lines) {
    const station = line.stations.find(
      (candidate) => candidate.device === deviceId && counterOf(candidate) === counter,
    );
    if (station === undefined) continue;
    return {
      lineId: line.id,
      stationId: station.id,
      operation: station.operation,
      standardMinutes: station.standardMinutes,
      isOutput: station.operation === line.stations.at(-1)?.operation,
    };
  }
  return null;
}
