import { openWriter } from "../../../server/src/store/database.ts";
import { createLedgerOf } from "../../../server/src/store/ledger.ts";
import { createModules, type Modules, REFOLD_BUDGET } from "../../../server/src/store/modules.ts";
import { createAppendDay } from "./append-day.ts";
import { createSewingFloor } from "./sewing-floor.ts";
import { daysOf, SLOTS, slotAt, type YearDay, type YearSize, yearPlan } from "./year-calendar.ts";
import { type CounterDay, counterDay } from "./year-tellings.ts";

/** Takes in what counters told on a day: `isOld` when it lies so far back that what repeats was thinned. */
export type TakeDay = (days: readonly CounterDay[], isOld: boolean) => void;

export interface YearOptions {
  readonly size: YearSize;
  /** When the store is to be looked at, UTC ms: what is a week older was thinned. */
  readonly now: number;
  /** How the days get into the store; written straight into its tables by default. */
  readonly createTakeDay?: (modules: Modules) => TakeDay;
  /** Called after each day. */
  readonly onDay?: (day: YearDay) => void;
}

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Opens a store that was made by an older version: its schema and what is folded are brought up to date. */
export function openYear(file: string): Modules["sqlite"] {
  const sqlite = openWriter(file);
  const modules = createModules(sqlite, { startedAt: Date.now(), budget: REFOLD_BUDGET });
  const { refoldSome } = createLedgerOf(modules);
  while (refoldSome());
  return sqlite;
}

/**
 * Makes a store in which a workshop has worked for so many days.
 * @param file path of the database, or `:memory:`
 */
export function makeYear(file: string, options: YearOptions): Modules {
  const { size, now, createTakeDay = createAppendDay, onDay } = options;
  const days = daysOf(size);
  const startedAt = (days[0]?.beganAt ?? now) - HOUR_MS;
  const sqlite = openWriter(file);
  // Whoever makes it can make it again.
  sqlite.pragma("synchronous = OFF");
  const modules = createModules(sqlite, { startedAt, budget: REFOLD_BUDGET });
  const ledger = createLedgerOf(modules);
  ledger.putPlan({ from: startedAt - WEEK_MS, plan: yearPlan(size), secrets: [] }, startedAt);
  const takeDay = createTakeDay(modules);
  const floor = createSewingFloor(ledger, size, startedAt);
  const stations = Array.from({ length: size.stations }, (_, station) => station);
  for (const day of days) {
    const isOld = slotAt(day, SLOTS).to + HOUR_MS < now - WEEK_MS;
    takeDay(
      stations.map((station) => counterDay(day, station)),
      isOld,
    );
    floor.sew(day);
    onDay?.(day);
  }
  while (ledger.refoldSome());
  return modules;
}
