import type { Database } from "better-sqlite3";
import { type Appending, createAppending } from "./appending.ts";
import { type Boots, createBoots } from "./boots.ts";
import { type CatalogueStore, createCatalogueStore } from "./catalogue/catalogue.ts";
import { type Clockwork, createClockwork } from "./clock-steps.ts";
import { createDeviceList, type DeviceList } from "./device-list.ts";
import { createEventLog, type EventLog } from "./event-log.ts";
import { createFactLog, type FactLog } from "./fact-log.ts";
import { createFloor, type Floor } from "./floor/floor.ts";
import { createFolding, type Folding } from "./folding.ts";
import { createHolds } from "./holds.ts";
import { createInbox, type Inbox, type InboxLimits } from "./inbox.ts";
import { createChain } from "./journal/chain.ts";
import { createKeys, type Keys } from "./keys.ts";
import { createLiveRows, type LiveRows } from "./live-rows.ts";
import { createParts } from "./parts.ts";
import { createPlans, type Plans } from "./plans.ts";
import { createProgress, type Progress } from "./progress.ts";
import { createQuarantine, type Quarantine } from "./quarantine.ts";
import { createReadings, type Readings } from "./readings.ts";
import { createRedating, type Redating } from "./redating.ts";
import { createRestarts } from "./restarts.ts";
import { createRollups, type Rollups } from "./rollups.ts";
import { createSealing, type Sealing } from "./sealing/sealing.ts";
import { createSettings } from "./settings.ts";
import { createStretches, type Stretches } from "./stretches.ts";
import { createFloorNow } from "./supervision/floor-now.ts";
import { createWordLog } from "./supervision/word-log.ts";
import { createThawing } from "./thinning/thawing.ts";
import { createThinned, type Thinned } from "./thinning/thinned.ts";
import { createThinning, type Thinning, type ThinningOptions } from "./thinning/thinning.ts";
import { createVerdicts, type Verdicts } from "./verdicts.ts";

/** The parts of the writer, wired over its one connection. */
export interface Modules {
  readonly sqlite: Database;
  /** Samples folded again in one transaction. */
  readonly budget: number;
  readonly appending: Appending;
  readonly boots: Boots;
  readonly catalogue: CatalogueStore;
  readonly clockwork: Clockwork;
  readonly devices: DeviceList;
  readonly events: EventLog;
  readonly facts: FactLog;
  readonly floor: Floor;
  readonly folding: Folding;
  readonly inbox: Inbox;
  readonly keys: Keys;
  readonly live: LiveRows;
  readonly plans: Plans;
  readonly progress: Progress;
  readonly quarantine: Quarantine;
  readonly readings: Readings;
  readonly redating: Redating;
  readonly rollups: Rollups;
  readonly sealing: Sealing;
  readonly stretches: Stretches;
  readonly thinned: Thinned;
  readonly thinning: Thinning;
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
  /** Smaller ones for tests. */
  readonly inboxLimits?: InboxLimits;
  readonly thinning?: ThinningOptions;
}

export function createModules(sqlite: Database, options: ModulesOptions): Modules {
  const { startedAt, budget, inboxLimits } = options;
  const progress = createProgress(sqlite, startedAt);
  const plans = createPlans(sqlite);
  const stretches = createStretches(sqlite, plans.readTimeline());
  const clockwork = createClockwork(sqlite);
  const inbox = createInbox(sqlite, inboxLimits);
  inbox.settle();
  const boots = createBoots(sqlite, { clockwork, inbox });
  const chain = createChain(sqlite);
  const log = {
    progress,
    plans,
    stretches,
    clockwork,
    inbox,
    boots,
    thinned: createThinned(sqlite),
    thawing: createThawing(sqlite, { boots }),
    catalogue: createCatalogueStore(sqlite),
    chain,
    facts: createFactLog(sqlite, { progress, chain }),
    quarantine: createQuarantine(sqlite),
    devices: createDeviceList(sqlite, inbox),
  };
  const rollups = createRollups(sqlite, log);
  const now = createFloorNow(sqlite, {
    ...log,
    words: createWordLog(sqlite, { clockwork }),
    settings: createSettings(sqlite),
  });
  const live = createLiveRows(sqlite, { ...log, floorNow: now });
  const parts = createParts(sqlite, { ...log, rollups, live });
  const folding = createFolding(sqlite, { ...log, parts, holds: createHolds(sqlite, live) });
  const keys = createKeys(sqlite, log);
  const floor = createFloor(sqlite, { ...log, rollups, live, now });
  const redating = createRedating(sqlite, { ...log, live, floor });
  const folds = { rollups, live, floor, folding, keys, redating };
  const modules = {
    ...log,
    ...folds,
    sqlite,
    budget,
    appending: createAppending(sqlite, { ...log, ...folds }),
    events: createEventLog(sqlite, { ...log, ...folds }),
    readings: createReadings(sqlite, { ...log, ...folds, restarts: createRestarts(sqlite) }),
    verdicts: createVerdicts(sqlite, { ...log, live }),
    sealing: createSealing(sqlite, log),
    thinning: createThinning(sqlite, log, options.thinning),
  };
  return { ...modules, transact: createTransact(modules) };
}

/**
 * One transaction: the work, what it marked folded again as far as that is little, the rollups it changed, the clock.
 * What writes nothing leaves the clock alone. When it fails nothing was done, and memory is read again from what the
 * database says.
 */
function createTransact(modules: Omit<Modules, "transact">): Modules["transact"] {
  const { sqlite, boots, inbox, progress, rollups, thinning } = modules;
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  const rollback = sqlite.prepare("ROLLBACK");
  const changes = sqlite.prepare<[], number>("SELECT total_changes()").pluck();
  const news = (): number => (changes.get() ?? 0) - inbox.moved - thinning.quiet;

  return (work) => {
    begin.run();
    try {
      const before = news();
      const result = work();
      refoldTouched(modules);
      boots.flush();
      inbox.flush();
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

/** Each boot once a transaction, however many late samples it brought; what is too much stays marked. */
function refoldTouched({ boots, folding, budget }: Omit<Modules, "transact">): void {
  let left = budget;
  for (const record of [...boots.touched]) {
    if (left <= 0) return;
    left -= folding.refold(record, left);
  }
}

function recover({
  progress,
  stretches,
  plans,
  clockwork,
  boots,
  catalogue,
  inbox,
  rollups,
  devices,
  floor,
  live,
}: Omit<Modules, "transact">): void {
  progress.reload();
  inbox.reload();
  stretches.reload();
  stretches.replaceTimeline(plans.readTimeline());
  clockwork.reload();
  boots.clear();
  catalogue.reload();
  rollups.clear();
  devices.reload();
  floor.reload();
  live.forgetAll();
}
