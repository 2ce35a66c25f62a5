import {
  type DayNumber,
  daysLate,
  FORECAST_DAYS,
  kitSizes,
  type OperationQueue,
  type OrderDelay,
  type OrderForecast,
  orderDelay,
  orderForecast,
  type Routing,
  type Timeline,
  type Words,
  workedMinutes,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { OrderFilter } from "../catalogue/order-reads.ts";
import type { StoredOrder } from "../catalogue/orders.ts";
import type { OrderProgress, StyleProgress } from "../catalogue/progress-read.ts";
import { createWorkDays, type WorkDays } from "./work-days.ts";

/** Now, and what the board says of it. */
export interface OverviewAsked {
  /** UTC ms. */
  readonly now: number;
  /** Stations that stand still. */
  readonly stopped: readonly string[];
}

/** An order at a glance. */
export interface OrderOverview {
  readonly id: string;
  readonly customer: string;
  readonly reference: string | null;
  readonly dueOn: string;
  readonly state: StoredOrder["order"]["state"];
  readonly styles: readonly { readonly styleId: string; readonly name: string }[];
  readonly ordered: number;
  readonly cut: number;
  readonly good: number;
  readonly bundles: number;
  readonly kits: OrderProgress["kits"];
  readonly forecast: OrderForecast;
  /** Days from the due day to the forecast one, below 0 before it; null where there is no forecast. */
  readonly daysLate: number | null;
  readonly delay: OrderDelay | null;
  /** Of the operation that `delay` names, as its routing has it; null where it names none. */
  readonly delayLabel: Words | null;
}

/** What waits for an operation of an order, and how fast it goes. */
export interface QueueRead extends OperationQueue {
  readonly bundles: number;
}

/** The same of one order with what its page shows. */
export interface OneOverview extends OrderOverview {
  readonly queues: readonly QueueRead[];
  /** Sizes of its kits; null where kits mix sizes, and without kits. */
  readonly kitSizes: ReturnType<typeof kitSizes>;
}

export interface OverviewDeps {
  readonly timeline: () => Timeline;
  readonly readOrder: (id: string) => StoredOrder | null;
  readonly readOrders: (filter: OrderFilter) => StoredOrder[];
  readonly readProgress: (id: string) => OrderProgress | null;
  readonly nameOf: (styleId: string) => string;
  readonly routingOf: (styleId: string, version: number) => Routing;
}

/** Reads orders at a glance ([OD1] to [OD4]), over a connection that cannot write. */
export function createOverviewRead(sqlite: Database, deps: OverviewDeps) {
  const readWork = createWorkDays(sqlite);
  const { waiting, openAt } = prepare(sqlite);

  function ofOrder(stored: StoredOrder, asked: OverviewAsked): OneOverview | null {
    const { id, order } = stored;
    const progress = deps.readProgress(id);
    if (progress === null) return null;
    const calendar = calendarAt(deps.timeline(), asked.now);
    const each = progress.styles.map((style) => {
      const routing = deps.routingOf(style.styleId, style.routingVersion);
      const work = readWork({ orderId: id, styleId: style.styleId, routing }, deps.timeline());
      const waits = waiting.all(id, style.styleId);
      return { style, work, queues: queuesOf({ style, routing, work, waits, calendar }) };
    });
    const forecast = orderForecast(
      each.map(({ style, work }) => ({ ...work, styleId: style.styleId, left: leftOf(style) })),
      calendar,
    );
    const queues = each.flatMap((one) => one.queues);
    const stopped = openAt.all(id).filter((stationId) => asked.stopped.includes(stationId));
    const late = forecast.endsOn === null ? null : daysLate(forecast.endsOn, order.dueOn);
    const delay = orderDelay({
      state: order.state,
      ...sumsOf(progress),
      conflicts: progress.bundles.inConflict,
      outside: sum(allOf(progress).map(({ outside }) => outside)),
      kits: kitsOf(stored, progress),
      ...{ stopped, queues, daysLate: late },
    });
    return {
      id,
      customer: order.customer,
      reference: order.reference ?? null,
      dueOn: order.dueOn,
      state: order.state,
      styles: order.styles.map(({ styleId }) => ({ styleId, name: deps.nameOf(styleId) })),
      ...sumsOf(progress),
      kits: progress.kits,
      forecast,
      daysLate: late,
      delay,
      delayLabel: delay?.code === "queue" ? labelOf(progress, delay) : null,
      queues,
      kitSizes: order.kit === undefined ? null : kitSizes(order),
    };
  }

  return {
    readOrdersOverview: sqlite.transaction(
      (filter: OrderFilter, asked: OverviewAsked): OrderOverview[] =>
        deps.readOrders(filter).flatMap((stored) => {
          const one = ofOrder(stored, asked);
          if (one === null) return [];
          const { queues: _, kitSizes: __, ...row } = one;
          return [row];
        }),
    ),
    /** null when there is none. */
    readOrderOverview: sqlite.transaction(
      (id: string, asked: OverviewAsked): OneOverview | null => {
        const stored = deps.readOrder(id);
        return stored === null ? null : ofOrder(stored, asked);
      },
    ),
  };
}

interface Wait {
  readonly operation: string;
  readonly part: string | null;
  readonly bundles: number;
  readonly pieces: number;
}

interface QueueFacts {
  readonly style: StyleProgress;
  readonly routing: Routing;
  readonly work: WorkDays;
  readonly waits: readonly Wait[];
  readonly calendar: CalendarNow;
}

/** What waits for each operation, and the pieces per working hour that it did on the last days on which the order was sewn. */
function queuesOf({ style, routing, work, waits, calendar }: QueueFacts): QueueRead[] {
  const days = work.days.slice(-FORECAST_DAYS).map(({ day }) => day);
  const hours = hoursOf(days, work.begunAt, calendar);
  return style.operations.map(({ code }) => {
    const own = waits.filter(({ operation }) => operation === code);
    const done = work.done.filter(({ operation, day }) => operation === code && days.includes(day));
    const after = routing.operations.find((operation) => operation.code === code)?.after ?? [];
    return {
      styleId: style.styleId,
      code,
      // Parts that come together wait for one another: the largest pile is what waits.
      waiting: Math.max(0, ...own.map(({ pieces }) => pieces)),
      bundles: sum(own.map(({ bundles }) => bundles)),
      perHour: hours > 0 ? sum(done.map(({ pieces }) => pieces)) / hours : null,
      isEntry: after.length === 0,
    };
  });
}

type CalendarNow = ReturnType<typeof calendarAt>;

function calendarAt(timeline: Timeline, now: number) {
  return { now, today: timeline.slotAt(now)?.day ?? 0, windowsOf: timeline.windowsOf };
}

function hoursOf(
  days: readonly DayNumber[],
  begunAt: number | null,
  { now, windowsOf }: CalendarNow,
): number {
  if (begunAt === null) return 0;
  const minutes = days.map((day) => workedMinutes(windowsOf(day), { from: begunAt, to: now }));
  return sum(minutes) / HOUR_MINUTES;
}

const HOUR_MINUTES = 60;

function allOf({ styles }: OrderProgress) {
  return styles.flatMap(({ quantities }) => quantities);
}

function leftOf({ quantities }: StyleProgress): number {
  return sum(quantities.map(({ left }) => left));
}

function sumsOf(progress: OrderProgress) {
  const quantities = allOf(progress);
  const { waiting, open, outside, inRepair, out } = progress.bundles;
  return {
    ordered: sum(quantities.map(({ ordered }) => ordered)),
    cut: sum(quantities.map(({ cut }) => cut)),
    good: sum(quantities.map(({ good }) => good)),
    bundles: waiting + open + outside + inRepair + out,
  };
}

function labelOf(
  { styles }: OrderProgress,
  { styleId, operation }: { readonly styleId: string; readonly operation: string },
): Words | null {
  const own = styles.find((style) => style.styleId === styleId);
  return own?.operations.find(({ code }) => code === operation)?.label ?? null;
}

/** Kits that each style would make by itself, never more than are ordered. */
function kitsOf({ order }: StoredOrder, { styles }: OrderProgress) {
  const { kit } = order;
  if (kit === undefined) return [];
  return order.styles.map(({ styleId, perKit = 1 }) => {
    const own = styles.find((style) => style.styleId === styleId)?.quantities ?? [];
    const complete = Math.floor(sum(own.map(({ good }) => good)) / perKit);
    return { styleId, complete: Math.min(complete, kit.quantity) };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function prepare(sqlite: Database) {
  return {
    waiting: sqlite.prepare<[string, string], Wait>(
      `SELECT w.operation, s.body ->> '$.part' AS part, count(*) AS bundles, sum(s.in_progress) AS pieces
       FROM waits w JOIN bundle_states s ON s.bundle_id = w.bundle_id
       WHERE w.order_id = ? AND w.style_id = ? GROUP BY 1, 2`,
    ),
    openAt: sqlite
      .prepare<[string], string>(
        `SELECT DISTINCT open_station FROM bundle_states
         WHERE order_id = ? AND is_open = 1 AND open_station IS NOT NULL ORDER BY 1`,
      )
      .pluck(),
  };
}
