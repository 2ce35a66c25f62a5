import {
  type Order,
  type Plan,
  type PlanLine,
  type PlanStation,
  type Routing,
  type Slot,
  stationOperations,
} from "@trame/shared";
import type { CellKey } from "../rollups.ts";
import type { Stretches } from "../stretches.ts";

/** Where and when pieces that an act declares land; `placeId` is null where no plan knows the station. */
export type ActCell = Omit<CellKey, "placeId"> & { readonly placeId: number | null };

/** What is counted where, as an act says it. */
export interface Declared {
  /** UTC ms. */
  readonly at: number;
  readonly stationId: string;
  /** Code of an operation of the routing; null for the station's own. */
  readonly operation: string | null;
}

/** A station with its line, in the plan of a moment. */
export interface PlannedStation {
  readonly station: PlanStation;
  readonly line: PlanLine;
}

/** Cells of the rollup for what acts declare, under the plan in force when it happened. */
export interface Cells {
  cellOf(declared: Declared, routing: Routing | null): ActCell;
  /** The working day of a moment. */
  dayOf(at: number): number;
  stationAt(stationId: string, at: number): PlannedStation | null;
  lineAt(lineId: string, at: number): PlanLine | null;
  /**
   * The moment that stands for a clock hour at a station: `at` itself (UTC ms), else one of the same hour in which a plan
   * knows the station, as in the hour of the first plan; `at` when there is none.
   */
  momentOfHour(stationId: string, at: number): number;
  /** The first station that does an operation, among the lines that sew the order; null when none does. */
  stationOf(
    operation: string,
    at: number,
    of: { routing: Routing; order: Order | null },
  ): string | null;
}

/** Clock hours remembered: naming the day of a moment costs more than all else of a small fold. */
const HOURS_KEPT = 2_000;
const HOUR_MS = 3_600_000;

export function createCells(stretches: Stretches): Cells {
  const slotAt = createSlots(stretches);

  function stationAt(stationId: string, at: number): PlannedStation | null {
    return findStation(stretches.timeline.planAt(at), stationId);
  }

  /** Moments of the clock hour of `at` at which a plan began to hold, the last one first, then the hour's own start. */
  function otherMoments(at: number): number[] {
    const { timeline } = stretches;
    const began = timeline.versions
      .map(({ from }) => from)
      .filter((from) => {
        const hour = timeline.slotAt(from)?.hour ?? from;
        return hour <= at && at < hour + HOUR_MS;
      });
    return [...began.toReversed(), stretches.slotAt(at).hour];
  }

  function placeIdOf({ at, stationId, operation }: Declared, routing: Routing | null) {
    const found = stationAt(stationId, at);
    if (found === null) return null;
    const { station, line } = found;
    const own = {
      lineId: line.id,
      stationId,
      operation: station.operation,
      standardMinutes: station.standardMinutes,
      isOutput: station.operation === line.stations.at(-1)?.operation,
    };
    const done = routing?.operations.find(({ code }) => code === operation);
    if (done === undefined || isOwn(routing, station, done.code)) return stretches.placeId(own);
    // Another operation done here adds to the station's work, never to what leaves the line.
    return stretches.placeId({
      ...own,
      operation: done.label.fr,
      standardMinutes: done.standardMinutes,
      isOutput: false,
    });
  }

  return {
    dayOf: (at) => slotAt(at).day,
    stationAt,
    lineAt: (lineId, at) =>
      stretches.timeline.planAt(at)?.lines.find(({ id }) => id === lineId) ?? null,
    momentOfHour(stationId, at) {
      if (stationAt(stationId, at) !== null) return at;
      return otherMoments(at).find((moment) => stationAt(stationId, moment) !== null) ?? at;
    },
    cellOf(declared, routing) {
      const { day, hour } = slotAt(declared.at);
      return { day, hour, placeId: placeIdOf(declared, routing) };
    },
    stationOf(operation, at, { routing, order }) {
      const lines = stretches.timeline.planAt(at)?.lines ?? [];
      for (const line of lines.filter(({ id }) => isSewnOn(order, id))) {
        const found = line.stations.find((station) =>
          stationOperations(routing, station).includes(operation),
        );
        if (found !== undefined) return found.id;
      }
      return null;
    },
  };
}

/** A station of a plan, with its line. */
export function findStation(plan: Plan | null, stationId: string): PlannedStation | null {
  for (const line of plan?.lines ?? []) {
    const station = line.stations.find(({ id }) => id === stationId);
    if (station !== undefined) return { station, line };
  }
  return null;
}

/** Whether a line sews an order: all do when the order names none. */
export function isSewnOn(order: Order | null, lineId: string): boolean {
  const lines = order?.lines ?? [];
  return lines.length === 0 || lines.includes(lineId);
}

/** Whether an operation is the one that the plan names the station by, not another that is done there too. */
function isOwn(routing: Routing | null, { operation }: PlanStation, code: string): boolean {
  if (routing === null) return true;
  return stationOperations(routing, { operation }).includes(code);
}

/** Slots by clock hour, as long as the timeline stays. */
function createSlots(stretches: Stretches): (at: number) => Slot {
  const byHour = new Map<number, Slot[]>();
  let { timeline } = stretches;
  return (at) => {
    if (timeline !== stretches.timeline || byHour.size > HOURS_KEPT) {
      byHour.clear();
      timeline = stretches.timeline;
    }
    const hour = Math.floor(at / HOUR_MS);
    const slots = byHour.get(hour) ?? [];
    const known = slots.find((slot) => slot.from <= at && at < slot.to);
    if (known !== undefined) return known;
    const slot = stretches.slotAt(at);
    byHour.set(hour, [...slots, slot]);
    return slot;
  };
}
