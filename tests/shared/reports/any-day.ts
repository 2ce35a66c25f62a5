/** Facts of a day on a line of two stations, to be told in a report. */
import {
  type DayFacts,
  type Goods,
  type Place,
  parseDay,
  plansOfDay,
  type Routing,
  type WorkFact,
} from "@trame/shared";
import { at, planOf } from "../../server/store/workshop.ts";

const DAY = "2026-11-23";
const STATIONS = { S1: { operation: "Piquer" }, S2: { operation: "Finir" } };
const FOREVER = Number.MAX_SAFE_INTEGER;

export const POLO: Goods = { orderId: "2026-1", styleId: "POLO", size: "M", colour: "Bleu" };
export const LARGE: Goods = { ...POLO, size: "L" };

export const PLACES = {
  S1: place("S1", "Piquer", false),
  S2: place("S2", "Finir", true),
} satisfies Record<string, Place>;

const ROUTING: Routing = {
  styleId: "POLO",
  version: 1,
  parts: [],
  operations: [
    step("P", "Piquer", []),
    step("F", "Finir", ["P"]),
    { ...step("R", "Repasser", ["F"]), standardMinutes: 1 },
  ],
};

function step(code: string, fr: string, after: string[]): Routing["operations"][number] {
  return {
    code,
    label: { fr },
    after,
    machine: "Piqueuse",
    standardMinutes: 0.5,
    countedBy: "machine",
  };
}

function place(stationId: string, operation: string, isOutput: boolean): Place {
  return { lineId: "L1", stationId, operation, standardMinutes: 0.5, isOutput };
}

/** Work on a bundle; without an end it is open. */
export function work(from: string, to: string | null, of: Partial<WorkFact> = {}): WorkFact {
  const until = to === null ? FOREVER : at(to);
  return { bundleId: 1, goods: POLO, code: "P", from: at(from), to: until, ...of };
}

/** A piece that a counter made at S1. */
export function piece(time: string, pieces = 1) {
  const hour = Math.floor(at(time) / 3_600_000) * 3_600_000;
  return { at: at(time), hour, place: PLACES.S1, pieces, receivedAt: at(time) };
}

/** Facts of Monday, worked from 8 to 12 and 13 to 17 with two people, as they stand at a time. */
export function dayFacts(facts: Partial<DayFacts>, until = "18:00"): DayFacts {
  const bare = planOf({ stations: STATIONS });
  const plan = { ...bare, lines: bare.lines.map((line) => ({ ...line, operators: 2 })) };
  const windows = [
    { from: at("08:00"), to: at("12:00") },
    { from: at("13:00"), to: at("17:00") },
  ];
  return {
    ...{ day: DAY, now: at(until), windows },
    stretches: plansOfDay([{ from: at("2026-11-01 00:00"), plan }], parseDay(DAY) ?? 0),
    ...{ cells: [], tallies: [], outcomes: [], stations: [], presences: [], stops: [] },
    ...{ inspections: [], targets: [] },
    routingOf: ({ styleId }) => (styleId === "POLO" ? ROUTING : null),
    ...facts,
  };
}
