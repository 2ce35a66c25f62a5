import {
  type DayFacts,
  type DayNumber,
  formatDay,
  isWorked,
  type LineTargetFact,
  type PieceFact,
  type Place,
  plansOfDay,
  type Span,
  type StationFacts,
  type Timeline,
  targetOfDay,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createDayReader, type DayRead } from "../day-read.ts";
import { plannedStations } from "../supervision/planned-stations.ts";
import type { StopReads } from "../supervision/stop-read.ts";
import { createTargetWords } from "../supervision/target-words.ts";
import { createBundleRows } from "./bundle-rows.ts";
import { type CountedPieces, createCounterPieces } from "./counter-pieces.ts";
import { createDayInspections, inspectionFact } from "./day-inspections.ts";
import { type DaySlot, daySlots, spanOf } from "./day-slots.ts";

/** What reports of days are read with; what is kept of counters is kept once. */
export interface DayFactsDeps extends StopReads {
  readonly catalogue: CatalogueStore;
  readonly timeline: () => Timeline;
}

/** Reads all that a working day is told from, as of a moment (UTC ms). Within one snapshot. */
export type DayFactsReader = (day: DayNumber, now: number) => DayFacts;

export function createDayFacts(sqlite: Database, deps: DayFactsDeps): DayFactsReader {
  const { catalogue, timeline: readTimeline, readStops } = deps;
  const readDay = createDayReader(sqlite);
  const readSaid = createTargetWords(sqlite);
  const inspectionsOf = createDayInspections(sqlite, deps);
  const bundles = createBundleRows(sqlite);
  const counters = createCounterPieces(sqlite);

  function stationsOf(ids: Iterable<string>, of: Day): StationFacts[] {
    return [...ids].map((stationId) => ({
      stationId,
      works: bundles.works(stationId, of.span),
      deductions: bundles
        .deductions(stationId, of.span)
        .filter(({ at }) => of.slots.some(({ from, to }) => from <= at && at < to)),
      pieces: counters
        .at(stationId, of.span, of.timeline)
        .flatMap((made) => pieceFact(made, stationId, of)),
    }));
  }

  function talliesOf(day: DayNumber, places: Places): DayFacts["tallies"] {
    return bundles.tallies(day).flatMap(({ placeId, ...tally }) => {
      const place = places.get(placeId);
      const goods = bundles.goodsOf(tally.bundleId);
      return place === undefined ? [] : [{ ...tally, place, goods }];
    });
  }

  function outcomesOf(day: DayNumber, places: Places): DayFacts["outcomes"] {
    return bundles.outcomes(day).flatMap(({ placeId, ...outcome }) => {
      const goods = bundles.goodsOf(outcome.bundleId);
      const place = placeId === null ? null : (places.get(placeId) ?? null);
      return goods === null ? [] : [{ ...outcome, place, goods }];
    });
  }

  function targetsOf(day: DayNumber, { stretches }: Pick<DayFacts, "stretches">): LineTargetFact[] {
    const plan = stretches.at(-1)?.plan;
    if (plan === undefined) return [];
    const said = readSaid(day);
    const on = { day: formatDay(day), isWorked: isWorked(plan.calendar, day) };
    return plan.lines.map((line) => ({
      lineId: line.id,
      target: targetOfDay(said, line, on).pieces,
    }));
  }

  return (day, now) => {
    const timeline = readTimeline();
    const { cells, plans, presences } = readDay(day);
    const slots = daySlots(timeline, day);
    const span = spanOf(slots);
    const places = bundles.places();
    const planned = plannedStations(timeline, span);
    catalogue.orders.reload();
    counters.refresh();
    const ids = new Set([...planned, ...cells].map(({ stationId }) => stationId));
    const stretches = plansOfDay(plans, day);
    return {
      ...{ day: formatDay(day), now, windows: timeline.windowsOf(day), stretches, presences },
      cells: cellsOf(cells),
      tallies: talliesOf(day, places),
      outcomes: outcomesOf(day, places),
      stations: stationsOf(ids, { slots, span, timeline, places }),
      stops: readStops({ day, now, lineId: null, stationId: null }).stops,
      inspections: inspectionsOf(planned, slots).map(inspectionFact),
      targets: targetsOf(day, { stretches }),
      routingOf: ({ orderId, styleId }) => catalogue.orders.routingOf(orderId, styleId),
    };
  };
}

type Places = ReadonlyMap<number, Place>;

interface Day {
  readonly slots: readonly DaySlot[];
  readonly span: Span;
  readonly timeline: Timeline;
  readonly places: Places;
}

/** None for what was counted elsewhere, or on another day that lies between two parts of this one. */
function pieceFact(
  { at, placeId, pieces, received }: CountedPieces,
  stationId: string,
  { slots, places }: Day,
): PieceFact[] {
  const place = places.get(placeId);
  const slot = slots.find(({ from, to }) => from <= at && at < to);
  const isHere = place?.stationId === stationId && slot !== undefined;
  return isHere ? [{ at, hour: slot.hour, place, pieces, receivedAt: received }] : [];
}

function cellsOf(cells: DayRead["cells"]): DayFacts["cells"] {
  return cells
    .filter(({ pieces }) => pieces !== 0)
    .map(({ hour, pieces, lineId, stationId, operation, standardMinutes, isOutput }) => ({
      place: { lineId, stationId, operation, standardMinutes, isOutput },
      ...{ hour, pieces },
    }));
}
