/** A ledger with a line of four stations, two of them with counters, and an order that is cut into bundles. */
import { formatCode, type Plan, type Routing } from "@trame/shared";
import { onTestFinished } from "vitest";
import { openWriter } from "../../../../server/src/store/database.ts";
import { createLedger, type Ledger } from "../../../../server/src/store/ledger.ts";
import { at, planOf } from "../workshop.ts";

export const PIECES = 10;
const ORDER = 1;
/** Key of the act by which its bundles were cut. */
export const CUTTING = "cut:cutting-1";

const STATIONS = {
  S1: { operation: "10", device: "esp-01" },
  S2: { operation: "20", device: "esp-02" },
  S3: { operation: "30" },
  S4: { operation: "40" },
};

/** 10 and 20 are done side by side, each to its part; 30 joins them, 40 ends. */
const WITH_PARTS = {
  parts: [
    { code: "front", label: { fr: "Devant" } },
    { code: "back", label: { fr: "Dos" } },
  ],
  steps: [
    { code: "10", after: [], part: "front" },
    { code: "20", after: [], part: "back" },
    { code: "30", after: ["10", "20"], joins: ["front", "back"] },
    { code: "40", after: ["30"] },
  ],
};

const IN_A_ROW = {
  parts: [],
  steps: [
    { code: "10", after: [] },
    { code: "20", after: ["10"] },
    { code: "30", after: ["20"] },
    { code: "40", after: ["30"] },
  ],
};

export interface FloorLedger {
  readonly sqlite: ReturnType<typeof openWriter>;
  ledger: Ledger;
  /** Starts the server again over the same store. */
  restart(): void;
}

/** Code of a bundle of the order; there may be none of that number. */
export function codeOf(bundle: number): string {
  return formatCode({ order: ORDER, bundle });
}

export function floorPlan(changes: Readonly<Record<string, object>> = {}): Plan {
  const stations = Object.fromEntries(
    Object.entries(STATIONS).map(([id, station]) => [id, { ...station, ...changes[id] }]),
  );
  return planOf({ stations });
}

export interface FloorLedgerOptions {
  readonly hasParts?: boolean;
  readonly sets?: number;
}

/** Opens it on Sunday night; it closes with the test. */
export function openFloorLedger({
  hasParts = false,
  sets = 3,
}: FloorLedgerOptions = {}): FloorLedger {
  const sqlite = openWriter(":memory:");
  onTestFinished(() => void sqlite.close());
  const begin = at("2026-11-22 12:00");
  const ledger = createLedger(sqlite, begin);
  const { parts, steps } = hasParts ? WITH_PARTS : IN_A_ROW;
  const operations: Routing["operations"] = steps.map((step) => ({
    ...step,
    label: { fr: `Étape ${step.code}` },
    machine: "Piqueuse",
    standardMinutes: 0.5,
    countedBy: step.code === "10" ? "machine" : "scan",
  }));
  ledger.putPlan({ from: at("2026-11-22 00:00"), plan: floorPlan(), secrets: [] }, begin);
  const pieces = PIECES * sets;
  const answer = ledger.catalogue.putCatalogue(
    {
      styles: [
        {
          id: "POLO",
          name: "Polo",
          sizes: ["M"],
          colours: [{ name: "Bleu", pattern: "rising" }],
        },
      ],
      routings: [{ styleId: "POLO", parts, operations }],
      orders: [
        {
          customer: "Lons",
          dueOn: "2026-12-18",
          state: "running",
          styles: [{ styleId: "POLO", quantities: [{ size: "M", colour: "Bleu", pieces }] }],
        },
      ],
      operators: [{ id: "fleur", pseudonym: "Fleur", badge: 412 }],
    },
    begin,
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const orderId = answer.value.orders[0]?.id ?? "";
  const lots = [{ size: "M", colour: "Bleu", shade: 1, pieces }];
  const cutting = { styleId: "POLO", bundleSize: PIECES, lots };
  const cut = ledger.catalogue.cutOrder({ orderId, key: "cutting-1", cutting }, begin);
  if (!cut.ok) throw new Error(JSON.stringify(cut));
  const floor: FloorLedger = {
    sqlite,
    ledger,
    restart() {
      floor.ledger = createLedger(sqlite, at("2026-11-25 00:00"));
    },
  };
  return floor;
}

/** Folds again all that waits for it. */
export function settle({ ledger }: FloorLedger): void {
  while (ledger.refoldSome());
}

/** Every row that is folded from acts, and the hours. */
export function foldedRows({ sqlite }: FloorLedger): Record<string, unknown[]> {
  const read = (query: string): unknown[] => sqlite.prepare(query).raw().all();
  // Places are numbered as they are first needed, and arrivals as they come: neither is of any meaning.
  return {
    states: read("SELECT * FROM bundle_states ORDER BY bundle_id"),
    resized: read("SELECT * FROM resized ORDER BY bundle_id"),
    waits: read("SELECT * FROM waits ORDER BY order_id, operation, since, bundle_id"),
    works: read("SELECT * FROM works ORDER BY bundle_id, operation"),
    deductions: read("SELECT * FROM deductions ORDER BY bundle_id, operation"),
    tallies: read(
      `SELECT bundle_id, at, day, hour, station_id, p.operation, t.operation, pieces, origin
       FROM tallies t LEFT JOIN places p ON p.id = place_id ORDER BY bundle_id, at, pieces, origin`,
    ),
    outcomes: read(
      `SELECT bundle_id, at, day, o.station_id, p.operation, o.operation, good, rework, second, scrap, repaired, origin
       FROM outcomes o LEFT JOIN places p ON p.id = place_id
       ORDER BY bundle_id, at, o.operation, good, rework, second, scrap, repaired, origin`,
    ),
    hours: read(
      `SELECT day, hour, station_id, operation, sum(pieces), sum(stitches), sum(trims)
       FROM hours JOIN places p ON p.id = place_id GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    ),
  };
}
