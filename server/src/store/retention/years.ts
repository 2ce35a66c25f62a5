import type { DayNumber, Timeline } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { Boots } from "../boots.ts";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Clockwork } from "../clock-steps.ts";
import type { FactLog } from "../fact-log.ts";
import type { Floor } from "../floor/floor.ts";
import type { Inbox } from "../inbox.ts";
import type { LiveRows } from "../live-rows.ts";
import type { Rollups } from "../rollups.ts";
import { addTaken, type PurgeStep, type Taken } from "./purge.ts";
import { createOldBoots } from "./years-boots.ts";
import { createYearsBorder, type YearsBorder } from "./years-border.ts";
import { createOldDays } from "./years-days.ts";
import { createOldEvents } from "./years-events.ts";
import { createOldLines } from "./years-lines.ts";
import { createOldOrders } from "./years-orders.ts";

/** What is older than the workshop keeps its aggregates; each call within a transaction ([RT20]). */
export interface Years {
  /** Takes some of it away: an order, some hundred lines of the journal, or a day; null when none is left. `now` is UTC ms. */
  take(before: DayNumber, now: number): Omit<PurgeStep, "isMore"> | null;
  /** What is kept by the moment, and what came of others since; when nothing else is left. */
  takeRest(before: DayNumber, now: number): Taken;
  /** Rows that are too old and still there, by table; none after a purge. */
  left(before: DayNumber): Taken;
}

export interface YearsDeps {
  readonly catalogue: CatalogueStore;
  readonly boots: Pick<Boots, "clear">;
  readonly clockwork: Clockwork;
  readonly facts: FactLog;
  readonly floor: Pick<Floor, "now">;
  readonly inbox: Pick<Inbox, "settle">;
  readonly live: Pick<LiveRows, "forget">;
  readonly rollups: Pick<Rollups, "letGo">;
  readonly timeline: () => Timeline;
}

export function createYears(sqlite: Database, deps: YearsDeps): Years {
  const { catalogue, clockwork, facts, floor, live, rollups, timeline } = deps;
  const borderAt = createYearsBorder(sqlite, clockwork);
  const orders = createOldOrders(sqlite);
  const lines = createOldLines(sqlite, facts);
  const events = createOldEvents(sqlite);
  const days = createOldDays(sqlite);
  const boots = createOldBoots(sqlite, deps.inbox);

  function takeOrder(border: YearsBorder): Taken | null {
    const taken = orders.take(border);
    if (taken === null) return null;
    catalogue.orders.reload();
    floor.now.reload();
    live.forget();
    return taken;
  }

  /** Last: pieces of a day and events hold their boot. */
  function takeBoots(border: YearsBorder): Taken | null {
    const taken = boots.take(border);
    if (taken !== null) deps.boots.clear();
    return taken;
  }

  return {
    /** Orders first: their acts are held by them. */
    take(before, now) {
      rollups.letGo(before - 1);
      const border = borderAt(before, timeline());
      const order = takeOrder(border);
      if (order !== null) return { taken: order, traces: [] };
      const went = lines.take(border, now);
      if (went !== null) return went;
      const taken = events.take(border) ?? days.take(border) ?? takeBoots(border);
      return taken === null ? null : { taken, traces: [] };
    },
    takeRest: (before, now) => days.takeRest(borderAt(before, timeline()), now),
    left(before) {
      const border = borderAt(before, timeline());
      return [
        { orders: orders.left(border), events: events.left(border), boots: boots.left(border) },
        lines.left(border),
        days.left(border),
      ].reduce<Taken>(addTaken, {});
    },
  };
}
