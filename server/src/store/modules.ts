import type { Database } from "better-sqlite3";
import { type Appending, createAppending } from "./appending.ts";
import { type Boots, createBoots } from "./boots.ts";
import { type Clockwork, createClockwork } from "./clock-steps.ts";
import { createDeviceList, type DeviceList } from "./device-list.ts";
import { createEventLog, type EventLog } from "./event-log.ts";
import { createFactLog, type FactLog } from "./fact-log.ts";
import { createFolding, type Folding } from "./folding.ts";
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
  readonly appending: Appending;
  readonly boots: Boots;
  readonly clockwork: Clockwork;
  readonly devices: DeviceList;
  readonly events: EventLog;
  readonly facts: FactLog;
  readonly folding: Folding;
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

export function createModules(sqlite: Database, startedAt: number): Modules {
  const progress = createProgress(sqlite, startedAt);
  const plans = createPlans(sqlite);
  const stretches = createStretches(sqlite, plans.readTimeline());
  const clockwork = createClockwork(sqlite);
  const boots = createBoots(sqlite);
  const rollups = createRollups(sqlite);
  const facts = createFactLog(sqlite, progress);
  const quarantine = createQuarantine(sqlite);
  const devices = createDeviceList(sqlite);
  const live = createLiveRows(sqlite, { stretches, clockwork });
  const folding = createFolding(sqlite, { boots, stretches, rollups, live, clockwork });
  const redating = createRedating(sqlite, { boots, clockwork, facts, stretches, live });
  const appending = createAppending(sqlite, {
    boots,
    folding,
    redating,
    quarantine,
    progress,
    live,
  });
  const modules = {
    sqlite,
    appending,
    boots,
    clockwork,
    devices,
    events: createEventLog(sqlite, { appending, live, progress, quarantine }),
    facts,
    folding,
    live,
    plans,
    progress,
    quarantine,
    readings: createReadings(sqlite, { boots, facts, folding, live, progress }),
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
  const { sqlite, progress, rollups } = modules;
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  const rollback = sqlite.prepare("ROLLBACK");
  const changes = sqlite.prepare<[], number>("SELECT total_changes()").pluck();

  return (work) => {
    begin.run();
    try {
      const before = changes.get();
      const result = work();
      rollups.flush(progress.clock + 1);
      if (changes.get() !== before) progress.advance();
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
  rollups,
  devices,
  live,
}: Omit<Modules, "transact">): void {
  progress.reload();
  stretches.reload();
  stretches.replaceTimeline(plans.readTimeline());
  clockwork.reload();
  boots.clear();
  rollups.clear();
  devices.reload();
  live.forget();
}
