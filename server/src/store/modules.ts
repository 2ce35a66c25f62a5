import type { Database } from "better-sqlite3";
import { type Appending, createAppending } from "./appending.ts";
import { type Boots, createBoots } from "./boots.ts";
import { type Clockwork, createClockwork } from "./clock-steps.ts";
import { createDeviceList, type DeviceList } from "./device-list.ts";
import { createEventLog, type EventLog } from "./event-log.ts";
import { createFactLog, type FactLog } from "./fact-log.ts";
import { createFolding, type Folding } from "./folding.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createLiveRows, type LiveRows } from "./live-rows.ts";
import { createPlans, type Plans } from "./plans.ts";
import { createProgress, type Progress } from "./progress.ts";
import { createQuarantine, type Quarantine } from "./quarantine.ts";
import { createReadings, type Readings } from "./readings.ts";
import { createRedating, type Redating } from "./redating.ts";
import { createRollups, type Rollups } from "./rollups.ts";
import { createStretches, type Stretches } from "./stretches.ts";
import { createVerdicts, type Verdicts } from "./verdicts.ts";

/** The parts of the writer, wired over its one connection. */
export interface Modules {
  readonly sqlite: Database;
  /** Samples folded again in one transaction. */
  readonly budget: number;
  readonly appending: Appending;
  readonly boots: Boots;
  readonly clockwork: Clockwork;
  readonly devices: DeviceList;
  readonly events: EventLog;
  readonly facts: FactLog;
  readonly folding: Folding;
  readonly inbox: Inbox;
  readonly live: LiveRows;
  readonly plans: Plans;
  readonly progress: Progress;
  readonly quarantine: Quarantine;
  readonly readings: Readings;
  readonly redating: Redating;
  readonly rollups: Rollups;
  readonly stretches: Stretches;
  readonly verdicts: Verdicts;
  /** Runs some work as one transaction; see {@link createTransact}. */
  transact<Result>(work: () => Result): Result;
}

/** Samples folded again in one transaction; the rest follows in later ones. */
export const REFOLD_BUDGET = 5_000;

export interface ModulesOptions {
  /** UTC ms. */
  readonly startedAt: number;
  /** See {@link REFOLD_BUDGET}. */
  readonly budget: number;
}

export function createModules(sqlite: Database, { startedAt, budget }: ModulesOptions): Modules {
  const progress = createProgress(sqlite, startedAt);
  const plans = createPlans(sqlite);
  const stretches = createStretches(sqlite, plans.readTimeline());
  const clockwork = createClockwork(sqlite);
  const inbox = createInbox(sqlite);
  inbox.settle();
  const boots = createBoots(sqlite, inbox);
  const rollups = createRollups(sqlite);
  const facts = createFactLog(sqlite, progress);
  const quarantine = createQuarantine(sqlite);
  const devices = createDeviceList(sqlite);
  const live = createLiveRows(sqlite, { stretches, clockwork, inbox });
  const folding = createFolding(sqlite, { boots, inbox, stretches, rollups, live, clockwork });
  const redating = createRedating(sqlite, { boots, clockwork, facts, inbox, stretches, live });
  const appending = createAppending(sqlite, {
    boots,
    folding,
    inbox,
    redating,
    quarantine,
    progress,
    live,
    budget,
  });
  const modules = {
    sqlite,
    budget,
    appending,
    boots,
    clockwork,
    devices,
    events: createEventLog(sqlite, { appending, inbox, live, progress, quarantine }),
    facts,
    folding,
    inbox,
    live,
    plans,
    progress,
    quarantine,
    readings: createReadings(sqlite, { boots, facts, folding, inbox, live, progress }),
    redating,
    rollups,
    stretches,
    verdicts: createVerdicts(sqlite, { boots, facts, live }),
  };
  return { ...modules, transact: createTransact(modules) };
}

/**
 * One transaction: the work, the rollups it changed, the clock. What writes nothing leaves the clock alone.
 * When it fails nothing was done, and memory is read again from what the database says.
 */
function createTransact(modules: Omit<Modules, "transact">): Modules["transact"] {
  const { sqlite, inbox, progress, rollups } = modules;
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  const rollback = sqlite.prepare("ROLLBACK");
  const changes = sqlite.prepare<[], number>("SELECT total_changes()").pluck();
  const news = (): number => (changes.get() ?? 0) - inbox.moved;

  return (work) => {
    begin.run();
    try {
      const before = news();
      const result = work();
      rollups.flush(progress.clock + 1);
      if (news() !== before) progress.advance();
      commit.run();
      return result;
    } catch (error) {
      if (sqlite.inTransaction) rollback.run();
      recover(modules);
      throw error;
    }
  };
}

function recover({
  progress,
  stretches,
  plans,
  clockwork,
  boots,
  inbox,
  rollups,
  devices,
  live,
}: Omit<Modules, "transact">): void {
  progress.reload();
  inbox.reload();
  stretches.reload();
  stretches.replaceTimeline(plans.readTimeline());
  clockwork.reload();
  boots.clear();
  rollups.clear();
  devices.reload();
  live.forget();
}
