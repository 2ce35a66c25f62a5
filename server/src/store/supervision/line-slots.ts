import {
  type Order,
  type PlanLine,
  type PlanStation,
  type Routing,
  stationOperations,
} from "@trame/shared";
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
 * The operations of a line, in its order, each with what it stands for: its own, and what its stations do besides, unless another
 * station of the line has that for its own. One that none of the orders knows is left out.
 */
export function lineSlots(line: PlanLine, orders: SewnOrders): LineSlot[] {
  const sewn = orders.open().filter(({ order }) => isSewn(order.state) && isSewnOn(order, line.id));
  const byOperation = Map.groupBy(line.stations, ({ operation }) => operation);
  return [...byOperation].flatMap(([operation, stations]) => {
    const sources = sewn.flatMap((stored) => sourcesOf(stored, { line, stations, orders }));
    if (sources.length === 0) return [];
    const isEntry = sources.every((source) => source.isEntry);
    return [{ operation, stationIds: stations.map(({ id }) => id), isEntry, sources }];
  });
}

/** Whether an order is on the floor. */
function isSewn(state: Order["state"]): boolean {
  return state === "released" || state === "running";
}

interface SlotAsked {
  readonly line: PlanLine;
  /** Those that do the operation. */
  readonly stations: readonly PlanStation[];
  readonly orders: SewnOrders;
}

function sourcesOf(
  { id, order }: StoredOrder,
  { line, stations, orders }: SlotAsked,
): SlotSource[] {
  return order.styles.flatMap(({ styleId, routingVersion }) => {
    const routing = orders.routingOf(styleId, routingVersion);
    const codes = routing === null ? [] : codesAt(routing, { line, stations });
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

function codesAt(routing: Routing, { line, stations }: Omit<SlotAsked, "orders">): string[] {
  const [first] = stations;
  if (first === undefined) return [];
  const own = stationOperations(routing, { operation: first.operation });
  const others = line.stations.filter(({ operation }) => operation !== first.operation);
  const taken = new Set(
    others.flatMap(({ operation }) => stationOperations(routing, { operation })),
  );
  const besides = stations
    .flatMap((station) => stationOperations(routing, station))
    .filter((code) => !taken.has(code));
  return [...new Set([...own, ...besides])];
}
