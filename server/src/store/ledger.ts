import type { Plan } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createAccessCommands } from "./access/access-commands.ts";
import { createCatalogueCommands } from "./catalogue/commands.ts";
import { stepClock } from "./clock-commands.ts";
import { commitEntries } from "./commit.ts";
import type { StoredSecret } from "./device-list.ts";
import { createDeviceSecretCommands } from "./device-secret-commands.ts";
import type { Entry } from "./entries.ts";
import { createExportCommands } from "./exports/export-commands.ts";
import type { ActContext, ActOutcome, ActRequest } from "./floor/act-request.ts";
import type { StationKey } from "./floor/station-keys.ts";
import { createJournalCommands } from "./journal/journal-commands.ts";
import type { BoardBody, RowChanges } from "./live-rows.ts";
import { createModules, type Modules, REFOLD_BUDGET } from "./modules.ts";
import { createOrdersDeskCommands } from "./orders-desk/orders-desk-commands.ts";
import { createPeopleCommands } from "./people/people-commands.ts";
import { type PlanRecord, putPlan } from "./plan-commands.ts";
import { dismiss, type QuarantineAnswer, release } from "./quarantine-commands.ts";
import { type RebuildReport, rebuild } from "./rebuilding.ts";
import { createReportCommands } from "./reports/report-commands.ts";
import { createRetentionCommands } from "./retention/retention-commands.ts";
import { createSealingCommands } from "./sealing/sealing-commands.ts";
import { putSetting, putStationKey } from "./setting-commands.ts";
import { createSettings } from "./settings.ts";
import type { HoldKey } from "./verdicts.ts";

/** The board as the store knows it. */
export interface StoredBoard extends BoardBody {
  readonly clock: number;
  readonly recomputing: number;
}

/** What changed; `rows` is null when the whole board must be read. */
export interface StoredChanges {
  readonly clock: number;
  readonly rows: RowChanges | null;
}

/**
 * The log and its folds over one writing connection. Each writing method is one transaction: when it has returned,
 * what it did is on disk; when it throws, nothing was done.
 */
export interface Ledger {
  readonly clock: number;
  /** Who was let in. */
  readonly access: ReturnType<typeof createAccessCommands>;
  /** What people do with styles, orders and badges. */
  readonly catalogue: ReturnType<typeof createCatalogueCommands>;
  readonly exports: ReturnType<typeof createExportCommands>;
  /** What people do with finished pieces. */
  readonly ordersDesk: ReturnType<typeof createOrdersDeskCommands>;
  /** What reports put by. */
  readonly reports: ReturnType<typeof createReportCommands>;
  /** How long people are known. */
  readonly retention: ReturnType<typeof createRetentionCommands>;
  /** From when on the past may be changed. */
  readonly sealing: ReturnType<typeof createSealingCommands>;
  /** Where people are wanted, and who is away. */
  readonly people: ReturnType<typeof createPeopleCommands>;
  readonly deviceSecrets: ReturnType<typeof createDeviceSecretCommands>;
  /** What is put on record by itself. */
  readonly journal: ReturnType<typeof createJournalCommands>;
  /** Commits entries of all devices together; answers the positions of those that could not be taken. */
  commit(entries: readonly Entry[]): number[];
  putPlan(record: PlanRecord, now: number): void;
  /** Judges what a person did, puts it on record and folds it; the same key again gets the same answer. */
  act(request: ActRequest, context: ActContext): ActOutcome;
  putStationKey(key: StationKey, now: number): void;
  stationKeys(): StationKey[];
  /** Takes a person's word on a withheld jump; false when there is none. */
  judge(hold: HoldKey, word: { readonly isAccepted: boolean; readonly now: number }): boolean;
  release(id: number, now: number): QuarantineAnswer;
  dismiss(id: number, now: number): QuarantineAnswer;
  /** The server's clock stepped by so much: what this run received before moves with it. */
  stepClock(byMs: number, now: number): void;
  /** Lists a device as waiting; false when the list is full. */
  addWaiting(deviceId: string, now: number): boolean;
  /** Null takes a setting back to its default. */
  putSetting(key: string, value: string | null, now: number): void;
  setting(key: string): string | null;
  /** True while something waits to be folded again. */
  hasMarks(): boolean;
  /** Folds again some of what waits for it; true while more is left. */
  refoldSome(): boolean;
  readBoard(now: number): StoredBoard;
  takeChanges(now: number): StoredChanges;
  hasChanges(): boolean;
  plans(): readonly { readonly from: number; readonly plan: Plan }[];
  secret(deviceId: string): StoredSecret | null;
  /** Devices that showed the pairing code and that no plan names. */
  waiting(): string[];
  /** Packs some old samples that say nothing new; true while this pass is not over. */
  thinSome(now: number): boolean;
  rebuild(): RebuildReport;
}

/**
 * Opens the log and its folds over the one writing connection; a run of the server begins.
 * @param startedAt UTC ms
 */
export function createLedger(sqlite: Database, startedAt: number, budget = REFOLD_BUDGET): Ledger {
  return createLedgerOf(createModules(sqlite, { startedAt, budget }));
}

/** Families of bundles folded again in one transaction: some ten milliseconds of work. */
const FAMILIES_AT_ONCE = 50;

/** The ledger over modules that are wired already. */
export function createLedgerOf(modules: Modules): Ledger {
  const { boots, devices, floor, live, progress, rollups, sqlite, stretches } = modules;
  const { transact, verdicts } = modules;
  const settings = createSettings(sqlite);
  const marked = (): number => boots.marked.size + floor.marks.size;
  const hasMarks = (): boolean => marked() > 0;

  /** What is asked for at a moment changes days at that moment. */
  function at<Result>(now: number, work: () => Result): Result {
    progress.tell(now);
    return work();
  }

  /** Folds a little of one boot, as every transaction does with the boots it touches, or else some families. */
  function refoldSome(): boolean {
    const [id] = boots.marked;
    if (id !== undefined) transact(() => boots.touch(boots.byId(id)));
    else if (hasMarks()) transact(() => floor.refoldMarked(FAMILIES_AT_ONCE));
    if (!hasMarks()) rollups.settleVersions();
    return hasMarks();
  }

  if (!hasMarks()) rollups.settleVersions();

  /** The board says « recalcul en cours », or no longer: only a whole board tells. */
  let isShownRecomputing = false;
  const turnsRecomputing = (): boolean => hasMarks() !== isShownRecomputing;

  function readBoard(now: number): StoredBoard {
    isShownRecomputing = hasMarks();
    return { ...live.readBoard(now), clock: progress.clock, recomputing: marked() };
  }

  return {
    get clock() {
      return progress.clock;
    },
    ...commandsOf(modules),
    commit: (entries) =>
      at(entries.at(-1)?.received ?? progress.now, () => commitEntries(modules, entries)),
    putPlan: (record, now) => at(now, () => putPlan(modules, record, now)),
    act: (request, context) =>
      at(context.received, () => transact(() => floor.desk.act(request, context))),
    putStationKey: (key, now) => at(now, () => putStationKey(modules, key, now)),
    stationKeys: floor.keys.all,
    judge: (hold, word) => at(word.now, () => transact(() => verdicts.judge(hold, word))),
    release: (id, now) => release(modules, id, now),
    dismiss: (id, now) => dismiss(modules, id, now),
    stepClock: (byMs, now) => at(now, () => stepClock(modules, byMs, now)),
    addWaiting: (deviceId, now) => transact(() => devices.addWaiting(deviceId, now)),
    putSetting: (key, value, now) => at(now, () => putSetting(modules, { key, value, now })),
    setting: settings.get,
    hasMarks,
    refoldSome,
    readBoard,
    takeChanges: (now) => ({
      clock: progress.clock,
      rows: live.canPatch(now) && !turnsRecomputing() ? live.takeChanges(now) : null,
    }),
    hasChanges: () => live.hasChanges() || turnsRecomputing(),
    plans: () => stretches.timeline.versions,
    secret: devices.secret,
    waiting: devices.waiting,
    thinSome: (now) => transact(() => modules.thinning.step(now)),
    rebuild: () => rebuild(modules),
  };
}

/** What people do at their desks, by area. */
function commandsOf(modules: Modules) {
  return {
    access: createAccessCommands(modules),
    catalogue: createCatalogueCommands(modules),
    exports: createExportCommands(modules),
    ordersDesk: createOrdersDeskCommands(modules),
    reports: createReportCommands(modules),
    people: createPeopleCommands(modules),
    deviceSecrets: createDeviceSecretCommands(modules),
    journal: createJournalCommands(modules),
    retention: createRetentionCommands(modules),
    sealing: createSealingCommands(modules),
  };
}
