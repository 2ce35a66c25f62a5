import { createOneByOne } from "../one-by-one.ts";
import type { BackupJobs, JobOutcome } from "../store/backup/backup-jobs.ts";
import type { ChangedSince } from "../store/backup/changed-since.ts";
import type { Outline } from "../store/backup/outline.ts";
import type { NotedHead, Verification } from "../store/journal/journal-fault.ts";
import type { PurgedBackups } from "../store/retention/purge.ts";
import { openBackupFolder } from "./backup-folder.ts";
import { type BackupKind, type BackupRecord, markOf } from "./backup-record.ts";
import type { BackupSettings } from "./backup-settings.ts";
import { type ForgetAsked, forgetPeople } from "./forget-people.ts";
import { makeBackup } from "./make-backup.ts";
import { dueKind, lastNight } from "./next-due.ts";
import { createSecondCopy, type Failing, failingOn, type SecondCopy } from "./second-copy.ts";
import { adoptFolder, type FolderFault } from "./second-folder.ts";
import { openShelf, type Shelf } from "./shelf.ts";
import { createShelfReading, type ShelfReading } from "./shelf-reading.ts";

/** What of a running server the backups look at. */
export interface RunningStore {
  readonly clock: number;
  /** null before the first plan. */
  readonly workshop: { readonly timeZone: string } | null;
}

export interface BackupsOptions {
  /** The database. */
  readonly store: string;
  /** Where backups are kept. */
  readonly folder: string;
  readonly jobs: BackupJobs;
  /** UTC ms. */
  readonly now: () => number;
  /** Told what failed, for the log. */
  readonly onFault: (fault: unknown) => void;
  /** Bytes that may be used in a folder; tests have little. */
  readonly roomIn?: (folder: string) => Promise<number>;
}

/** Backups of one data folder; they outlive a restart of what runs on it. */
export interface Backups {
  readonly shelf: Shelf;
  /** The one that is being made. */
  readonly doing: { readonly kind: BackupKind; readonly since: number } | null;
  readonly failing: Failing | null;
  readonly second: Pick<SecondCopy, "copiedAt" | "failing">;
  readonly settings: BackupSettings;
  /** Reads the folder, where it could not be read before. */
  look(): Promise<void>;
  /** Of the workshop, as it was last heard. */
  readonly timeZone: string;
  /** Copies the store, verifies the copy, then lets go of those past their time. One at a time. */
  make(kind: BackupKind): Promise<JobOutcome<BackupRecord>>;
  /** The store as it is now. */
  outline(): Promise<JobOutcome<Outline>>;
  /** What people changed in it since a backup. */
  changedSince(record: BackupRecord): Promise<JobOutcome<ChangedSince>>;
  /** Reads the whole journal and holds it against heads that were noted apart. */
  verifyJournal(heads: readonly NotedHead[]): Promise<JobOutcome<Verification>>;
  setSettings(settings: BackupSettings): Promise<FolderFault | null>;
  /** Looks whether something is due, and does it ([BK4]). */
  tick(): Promise<void>;
  /** Who says the clock and the zone from now on; null while nothing runs. */
  attach(read: (() => Promise<RunningStore>) | null): void;
  /** Writes old backups anew without people; to be called {@link alone}. */
  forgetPeople(asked: ForgetAsked): Promise<PurgedBackups>;
  /** Does something while no backup is made. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
}

const DEFAULT_ZONE = "Europe/Paris";
const RETRY_AFTER_MS = 5 * 60_000;

/** Opens the backups of a data folder; makes none yet. */
export async function createBackups(options: BackupsOptions): Promise<Backups> {
  const backups = createBackupsOf(options);
  await backups.look();
  return backups;
}

function createBackupsOf(options: BackupsOptions): Backups {
  const { jobs, now, onFault } = options;
  const shelf = openShelf(openBackupFolder(options.folder));
  const reading = createShelfReading(shelf, options);
  const second = createSecondCopy({ shelf, jobs, now, onFault });
  const inTurn = createOneByOne();
  const zone = createZone();
  const maker = createMaker(options, shelf);
  const held = { retryAt: 0 };

  async function carry(): Promise<void> {
    const { folder } = reading.settings;
    if (folder !== null) await second.carry(folder, zone.timeZone);
  }

  async function make(kind: BackupKind): Promise<JobOutcome<BackupRecord>> {
    const { timeZone } = zone;
    await reading.look();
    const { nightlyAt } = reading.settings;
    const made = await maker.make(kind, { timeZone, nightlyAt });
    if (made.ok) await carry();
    else held.retryAt = now() + RETRY_AFTER_MS;
    return made;
  }

  return {
    shelf,
    second,
    get doing() {
      return maker.doing;
    },
    get failing() {
      return reading.failing ?? maker.failing;
    },
    get settings() {
      return reading.settings;
    },
    look: reading.look,
    get timeZone() {
      return zone.timeZone;
    },
    make: (kind) => inTurn(() => make(kind)),
    ...createLooks(options, zone),
    setSettings: (wanted) =>
      setSettings({ shelf, reading, second, carry: () => inTurn(carry) }, wanted),
    async tick() {
      await reading.look();
      const clock = await zone.readClock();
      if (clock === null || now() < held.retryAt) return;
      const { nightlyAt } = reading.settings;
      const known = { now: now(), clock, nightlyAt, timeZone: zone.timeZone };
      const due = dueKind({ ...known, backups: shelf.records });
      if (due !== null) {
        await inTurn(() => make(due));
      } else if (second.failing !== null) {
        held.retryAt = now() + RETRY_AFTER_MS;
        await inTurn(carry);
      }
    },
    attach: zone.attach,
    forgetPeople: (asked) =>
      forgetPeople(
        { ...options, shelf, second: reading.settings.folder, timeZone: zone.timeZone },
        asked,
      ),
    alone: inTurn,
  };
}

interface Settable {
  readonly shelf: Shelf;
  readonly reading: ShelfReading;
  readonly second: SecondCopy;
  readonly carry: () => Promise<void>;
}

/** Another second folder gets the newest backup at once. */
async function setSettings(
  { shelf, reading, second, carry }: Settable,
  wanted: BackupSettings,
): Promise<FolderFault | null> {
  await reading.look();
  const isOther = wanted.folder !== reading.settings.folder;
  if (isOther && wanted.folder !== null) {
    const fault = await adoptFolder(wanted.folder, shelf.folder.path);
    if (fault !== null) return fault;
  }
  await reading.put(wanted);
  if (isOther) {
    second.forget();
    await carry();
  }
  return null;
}

/** When nights strike. */
type Night = Pick<BackupSettings, "nightlyAt"> & Pick<Backups, "timeZone">;

/** Makes them, and remembers what it is doing and what fails. */
function createMaker(options: BackupsOptions, shelf: Shelf) {
  const { now, onFault } = options;
  let doing: Backups["doing"] = null;
  let failing: Failing | null = null;
  return {
    get doing() {
      return doing;
    },
    get failing() {
      return failing;
    },
    async make(
      kind: BackupKind,
      { timeZone, nightlyAt }: Night,
    ): Promise<JobOutcome<BackupRecord>> {
      doing = { kind, since: now() };
      const dueAt = kind === "nightly" ? lastNight({ now: now(), timeZone, nightlyAt }) : null;
      try {
        const made = await makeBackup({ ...options, shelf, timeZone, dueAt }, kind);
        if (made.ok) {
          failing = null;
          await shelf.prune({ now: now(), timeZone }).catch(onFault);
        } else {
          onFault(made);
          failing = failingOn(failing, made, now());
        }
        return made;
      } finally {
        doing = null;
      }
    },
  };
}

/** What is read of the store and written nowhere. */
function createLooks(
  { store, jobs }: BackupsOptions,
  zone: Pick<Backups, "timeZone">,
): Pick<Backups, "outline" | "changedSince" | "verifyJournal"> {
  return {
    outline: () => jobs.run({ kind: "outline", store, timeZone: zone.timeZone }),
    changedSince: (record) => jobs.run({ kind: "changed-since", store, mark: markOf(record) }),
    verifyJournal: (heads) => jobs.run({ kind: "verify-journal", store, heads }),
  };
}

/** The workshop's zone, which is known as long as something runs, and remembered while nothing does. */
function createZone() {
  let timeZone = DEFAULT_ZONE;
  let read: (() => Promise<RunningStore>) | null = null;
  return {
    get timeZone() {
      return timeZone;
    },
    attach(reader: typeof read) {
      read = reader;
    },
    /** null while nothing runs. */
    async readClock(): Promise<number | null> {
      const running = await read?.();
      timeZone = running?.workshop?.timeZone ?? timeZone;
      return running?.clock ?? null;
    },
  };
}
