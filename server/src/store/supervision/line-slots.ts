import { type Order, type PlanLine, type Routing, stationOperations } from "@trame/shared";
import type { StoredOrder } from "../catalogue/orders.ts";
import { isSewnOn } from "../floor/cells.ts";

/** The orders that may be sewn, and how. */
export interface SewnOrders {
  /** Not closed. */
  open(): readonly StoredOrder[];
  routingOf(styleId: string, version: number): Routing | null;
}

/** What an operation of a line stands for in the styles that the line sews. */
export interface LineSlot {
  /** As the plan names it. */
  readonly operation: string;
  readonly stationIds: readonly string[];
  /** All that it stands for is what a routing begins with. */
  readonly isEntry: boolean;
  readonly sources: readonly SlotSource[];
}

export interface SlotSource {
  readonly orderId: string;
  readonly styleId: string;
  /** Codes of its routing. */
  readonly codes: readonly string[];
  /** Those at which parts come together. */
  readonly joins: readonly string[];
  readonly isEntry: boolean;
}

/**
 * Reads the operations of a line, in its order, each with what it stands for: its own, and what its stations do besides, unless
 * another station of the line has that for its own. One that none of the orders knows is left out.
 */
export function createLineSlots(orders: SewnOrders): (line: PlanLine) => LineSlot[] {
  const codesOf = createLineCodes();

  function sourcesOf({ id, order }: StoredOrder, at: { line: PlanLine; operation: string }) {
    return order.styles.flatMap(({ styleId, routingVersion }): SlotSource[] => {
      const routing = orders.routingOf(styleId, routingVersion);
      const codes = routing === null ? [] : (codesOf(at.line, routing).get(at.operation) ?? []);
      const operations = routing?.operations.filter(({ code }) => codes.includes(code)) ?? [];
      if (operations.length === 0) return [];
      const joins = operations.filter((each) => (each.joins ?? []).length > 0);
      return [
        {
          orderId: id,
          styleId,
          codes,
          joins: joins.map(({ code }) => code),
          isEntry: operations.every(({ after }) => after.length === 0),
        },
      ];
    });
  }

  return (line) => {
    const sewn = orders
      .open()
      .filter(({ order }) => isSewn(order.state) && isSewnOn(order, line.id));
    const byOperation = Map.groupBy(line.stations, ({ operation }) => operation);
    return [...byOperation].flatMap(([operation, stations]) => {
      const sources = sewn.flatMap((stored) => sourcesOf(stored, { line, operation }));
      if (sources.length === 0) return [];
      const isEntry = sources.every((source) => source.isEntry);
      return [{ operation, stationIds: stations.map(({ id }) => id), isEntry, sources }];
    });
  };
}

/** Whether an order is on the floor. */
function isSewn(state: Order["state"]): boolean {
  return state === "released" || state === "running";
}

/** Codes of a routing by the operation of the line that stands for them. */
type LineCodes = ReadonlyMap<string, readonly string[]>;

/** A version of a routing and a line of a plan never change: their names are compared once, not whenever an order does. */
function createLineCodes(): (line: PlanLine, routing: Routing) => LineCodes {
  const known = new WeakMap<PlanLine, WeakMap<Routing, LineCodes>>();
  return (line, routing) => {
    const ofLine = known.get(line) ?? new WeakMap<Routing, LineCodes>();
    known.set(line, ofLine);
    const codes = ofLine.get(routing) ?? lineCodes(line, routing);
    ofLine.set(routing, codes);
    return codes;
  };
}

function lineCodes({ stations }: PlanLine, routing: Routing): LineCodes {
  const byOperation = Map.groupBy(stations, ({ operation }) => operation);
  const own = new Map(
    [...byOperation.keys()].map((operation) => [
      operation,
      stationOperations(routing, { operation }),
    ]),
  );
  return new Map(
    [...byOperation].map(([operation, doing]) => {
      const others = [...own].filter(([other]) => other !== operation);
      const taken = new Set(others.flatMap(([, codes]) => codes));
      const besides = doing
        .flatMap((station) => stationOperations(routing, station))
        .filter((code) => !taken.has(code));
      return [operation, [...new Set([...(own.get(operation) ?? []), ...besides])]];
    }),
  );
}
