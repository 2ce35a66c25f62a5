import { clipSpan } from "../calendar/spans.ts";
import { workedMinutes } from "../formulas/working-time.ts";
import { type Account, operationOf, placeKey } from "./account.ts";
import { turnsOf } from "./book-minutes.ts";
import { unbooked } from "./book-pieces.ts";
import type { DayFacts, InspectionFact, StationFacts, StopFact } from "./day-facts.ts";
import { type FactFilter, isAskedFor, isOfOrder } from "./fact-filter.ts";
import { type MadePieces, madePieces } from "./made-pieces.ts";
import type { ReportFact } from "./report.ts";
import { tallyAccount } from "./tally-account.ts";

/** A fact before its act is looked up: what a bundle's ticket and an act's key are is known elsewhere. */
export interface BareFact extends Omit<ReportFact, "code" | "correctedBy"> {
  /** null: of none. */
  readonly bundleId: number | null;
  /** The act's arrival number, where the fact knows no key; null: to be found by bundle and moment. */
  readonly n: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const NOTHING = {
  ...{ good: 0, rework: 0, second: 0, scrap: 0 },
  ...{ defects: 0, minutes: null, what: null },
};
const NO_ACT = { key: null, bundleId: null, n: null };

/** The facts of a day behind a figure, ascending; what they come to is the figure ([RP10]). */
export function listFacts(facts: DayFacts, filter: FactFilter): BareFact[] {
  return factsOf(facts, filter).toSorted((a, b) => a.at - b.at || compare(a, b));
}

function factsOf(facts: DayFacts, filter: FactFilter): BareFact[] {
  switch (filter.figure) {
    case "good":
      return [
        ...facts.stations.flatMap((station) => madeBy(station, facts, filter)),
        ...declared(facts, filter),
        ...became(facts, filter),
        ...rest(facts, filter),
      ];
    case "rework":
    case "second":
    case "scrap":
      return became(facts, filter);
    case "stops":
      return facts.stops.flatMap((stop) => stopFacts(stop, facts, filter));
    case "inspected":
      return facts.inspections
        .filter((inspection) => isOfOrder(filter, inspection))
        .map(inspectedFact);
    case "defects":
      return facts.inspections.flatMap((inspection) => defectFacts(inspection, filter));
  }
}

/** Samples of a counter: those of a minute that are of one bundle, and came in time or late, are one fact. */
function madeBy(station: StationFacts, facts: DayFacts, filter: FactFilter): BareFact[] {
  const minutes = new Map<string, BareFact & { good: number; receivedAt: number }>();
  for (const made of madePieces(facts, station)) {
    if (!isAskedFor(filter, made, facts)) continue;
    const { at, place, bundleId, code, receivedAt } = made;
    const origin = originOf(made);
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const key = `${minute} ${origin} ${bundleId} ${code} ${placeKey(place)}`;
    const known = minutes.get(key);
    const head = { at: minute, receivedAt, origin, kind: "pieces", key: null, bundleId, n: null };
    if (known === undefined) {
      minutes.set(key, { ...head, ...whereOf(made, facts), ...NOTHING, good: made.pieces });
    } else {
      known.good += made.pieces;
      known.receivedAt = Math.max(known.receivedAt, receivedAt);
    }
  }
  return [...minutes.values()];
}

/** Late is what was delivered after the hour that it belongs to. */
function originOf({ hour, receivedAt, origin }: MadePieces) {
  if (origin === "deduced") return origin;
  return receivedAt >= hour + HOUR_MS ? ("late" as const) : ("machine" as const);
}

function declared(facts: DayFacts, filter: FactFilter): BareFact[] {
  return facts.tallies
    .map((tally) => ({ ...tally, ...tallyAccount(facts, tally) }))
    .filter((tally) => isAskedFor(filter, tally, facts))
    .map((tally) => ({ ...actFact(tally, facts), good: tally.pieces }));
}

/** What is not good, and what is good and counted at no station. */
function became(facts: DayFacts, filter: FactFilter): BareFact[] {
  const { figure } = filter;
  return facts.outcomes
    .filter((outcome) => (figure === "good" || isOutcome(figure)) && outcome[figure] !== 0)
    .filter((outcome) => isAskedFor(filter, outcome, facts))
    .map((outcome) => {
      const { rework, second, scrap, good } = outcome;
      return { ...actFact({ ...outcome, n: null }, facts), good, rework, second, scrap };
    });
}

function isOutcome(figure: FactFilter["figure"]): figure is "rework" | "second" | "scrap" {
  return figure === "rework" || figure === "second" || figure === "scrap";
}

/** What the hours hold besides, while they are counted again. */
function rest(facts: DayFacts, filter: FactFilter): BareFact[] {
  return unbooked(facts).flatMap(({ place, hour, pieces }) => {
    const account = { place, goods: null, code: null };
    if (!isAskedFor(filter, account, facts)) return [];
    const head = { at: hour, receivedAt: hour, origin: "machine", kind: "pieces" } as const;
    return [{ ...head, ...NO_ACT, ...whereOf(account, facts), ...NOTHING, good: pieces }];
  });
}

/** A stop, parted by what its station worked on meanwhile. */
function stopFacts(stop: StopFact, facts: DayFacts, filter: FactFilter): BareFact[] {
  const { stationId, lineId, cause, keys } = stop;
  const works = facts.stations.find((station) => station.stationId === stationId)?.works ?? [];
  return turnsOf(works).flatMap(({ goods, ...turn }) => {
    const part = clipSpan({ from: stop.from, to: stop.to ?? facts.now }, turn);
    const minutes = part === null ? 0 : workedMinutes(facts.windows, part);
    const of = {
      lineId,
      stationId,
      orderId: goods?.orderId ?? null,
      styleId: goods?.styleId ?? null,
    };
    if (part === null || minutes <= 0 || !isOfOrder(filter, of)) return [];
    const key = keys.at(-1) ?? null;
    const origin = key === null ? ("machine" as const) : ("hand" as const);
    const head = { at: part.from, receivedAt: part.from, origin, kind: "stop", key };
    const where = { stationId, orderId: of.orderId, operation: null };
    return [{ ...head, bundleId: null, n: null, ...where, ...NOTHING, minutes, what: cause }];
  });
}

/** What somebody looked at, and what it was. */
function inspectedFact(inspection: InspectionFact): BareFact {
  const { good, rework, second, scrap } = inspection;
  return {
    ...inspectionHead(inspection),
    operation: null,
    ...NOTHING,
    good,
    rework,
    second,
    scrap,
  };
}

/** A bundle's ticket was scanned; a sample is told by hand. */
function inspectionHead({ at, key, stationId, orderId, bundleId }: InspectionFact) {
  const origin = bundleId === null ? ("hand" as const) : ("scan" as const);
  const act = { kind: "finish", key, bundleId, n: null };
  return { at, receivedAt: at, origin, ...act, stationId, orderId };
}

/** One for each kind of defect; pieces that were not good, and for which none was named, have one without a name. */
function defectFacts(inspection: InspectionFact, filter: FactFilter): BareFact[] {
  if (!isOfOrder(filter, inspection)) return [];
  const { rework, second, scrap, defects } = inspection;
  const named = defects.reduce((sum, { pieces }) => sum + pieces, 0);
  const unnamed = rework + second + scrap - named;
  const seen: { defect: string | null; operation: string | null; pieces: number }[] = [...defects];
  if (unnamed > 0) seen.push({ defect: null, operation: null, pieces: unnamed });
  return seen.map(({ defect, operation, pieces }) => ({
    ...inspectionHead(inspection),
    ...{ operation, ...NOTHING, defects: pieces, what: defect },
  }));
}

/** What an act did to pieces; which act it was is found by its bundle and its moment. */
function actFact(
  act: Account & Pick<BareFact, "at" | "origin" | "n"> & { readonly bundleId: number },
  facts: DayFacts,
): BareFact {
  const { at, origin, n } = act;
  const bundleId = act.bundleId === 0 ? null : act.bundleId;
  const head = { at, receivedAt: at, origin, kind: "finish", key: null, bundleId, n };
  return { ...head, ...whereOf(act, facts), ...NOTHING };
}

function whereOf(account: Account, { routingOf }: DayFacts) {
  return {
    stationId: account.place?.stationId ?? null,
    orderId: account.goods?.orderId ?? null,
    operation: operationOf(routingOf, account),
  };
}

function compare(a: BareFact, b: BareFact): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
