import type { OrderStyle, Routing, Style } from "@trame/shared";
import type { Modules } from "../modules.ts";
import type { Batch, NewOrder, NewRouting } from "./batch.ts";
import type { BadgedOperator } from "./operators.ts";
import type { StoredOrder } from "./orders.ts";

/** What things that are checked may refer to: what the store holds, and what comes with them. */
export interface View {
  style(id: string): Style | null;
  /** The style that the store holds, whatever comes with it. */
  storedStyle(id: string): Style | null;
  routing(styleId: string, version: number): Routing | null;
  /** The routing with its next version; the latest itself when it says the same. */
  versioned(routing: NewRouting): Routing;
  /** A new order's style with the routing that it begins with. */
  frozen(style: NewOrder["styles"][number]): OrderStyle;
  hasPhoto(id: string): boolean;
  hasLine(id: string): boolean;
  operatorOf(badge: number): BadgedOperator | null;
  openOrders(): readonly StoredOrder[];
}

/** The store with some things laid over it. */
export function viewOver({ catalogue, stretches }: Modules, batch: Batch): View {
  const { styles, routings, orders, operators, photos } = catalogue;
  const coming = new Map((batch.styles ?? []).map((style) => [style.id, style]));
  const comingRoutings = new Map((batch.routings ?? []).map((entry) => [entry.styleId, entry]));
  const lines = new Set(
    stretches.timeline.versions.flatMap(({ plan }) => plan.lines.map(({ id }) => id)),
  );

  function versioned(routing: NewRouting): Routing {
    const latest = routings.latest(routing.styleId);
    const next = { ...routing, version: (latest?.version ?? 0) + 1 };
    return latest !== null && isSame(latest, { ...next, version: latest.version }) ? latest : next;
  }

  function latest(styleId: string): Routing | null {
    const entry = comingRoutings.get(styleId);
    return entry === undefined ? routings.latest(styleId) : versioned(entry);
  }

  return {
    style: (id) => coming.get(id) ?? styles.find(id),
    storedStyle: styles.find,
    routing(styleId, version) {
      const newest = latest(styleId);
      return newest?.version === version ? newest : routings.find(styleId, version);
    },
    versioned,
    frozen: (style) => ({
      ...style,
      routingVersion: style.routingVersion ?? latest(style.styleId)?.version ?? 1,
    }),
    hasPhoto: photos.has,
    hasLine: (id) => lines.has(id),
    operatorOf: operators.byBadge,
    openOrders: orders.open,
  };
}

/** Whether two routings say the same, in whatever order their fields were written. */
function isSame(one: Routing, other: Routing): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  );
}
