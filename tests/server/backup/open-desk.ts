/** Backups over a closed store in a folder of its own, with a clock turned by hand; what would run over it is not there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type BackupDesk,
  type BackupDeskOptions,
  createBackupDesk,
} from "../../../server/src/backup/backup-desk.ts";
import type { BackupRecord } from "../../../server/src/backup/backup-record.ts";
import {
  type BackupJobs,
  outcomeOf,
  toldFault,
} from "../../../server/src/store/backup/backup-jobs.ts";
import { workOn } from "../../../server/src/store/backup/backup-work.ts";
import {
  dropReplaced,
  INCOMING_FILE,
  putBack,
  swapIn,
} from "../../../server/src/store/backup/swap.ts";
import { closedStore, databaseIn, inDatabase, openLedger } from "../store/backup/sewing-store.ts";

export interface TestDesk extends BackupDesk {
  readonly folder: string;
  /** Where backups are kept. */
  readonly kept: string;
  readonly faults: readonly unknown[];
  /** What was done to the server, in order. */
  readonly told: readonly string[];
  setNow(at: string): void;
  /** Pieces that come in, as from a counter. */
  sew(pieces: number): void;
  /** A verified backup, or the test fails. */
  made(kind: BackupRecord["kind"]): Promise<BackupRecord>;
  /** Who is in the journal, in the order of its lines. */
  authors(): readonly string[];
  /** Restores one and waits for its end. */
  restored(record: BackupRecord): Promise<BackupDesk["state"]>;
}

export interface TestDeskOptions extends Partial<Pick<BackupDeskOptions, "roomIn">> {
  readonly folder?: string;
  /** Whether the server starts with what came in. */
  readonly opens?: boolean;
  /** Done when the server starts again. */
  readonly onStart?: () => void;
  /** Done while the server closes. */
  readonly onStop?: (desk: { sew(pieces: number): void }) => void;
}

/** The work of the thread without the thread, which takes a second to start. */
const HERE: BackupJobs = {
  async run(job) {
    const answer = await workOn(job);
    if ("error" in answer) throw new Error(answer.error);
    return outcomeOf(answer);
  },
  faultOf: toldFault,
  close: () => Promise.resolve(),
};

export async function openDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const { folder = closedStore(), opens = true, onStart, onStop, ...rest } = options;
  const kept = join(folder, "backups");
  const faults: unknown[] = [];
  const told: string[] = [];
  let now = Date.parse("2026-11-23T12:00:00+01:00");
  let boots = 0;
  function sew(pieces: number): void {
    const store = openLedger(folder);
    boots += 1;
    store.sew("2026-11-23T11:00:00+01:00", pieces, `000000${10 + boots}`);
    store.close();
  }
  const app = {
    stop() {
      told.push("stop");
      onStop?.({ sew });
      return Promise.resolve();
    },
    start() {
      told.push("start");
      onStart?.();
      if (opens) dropReplaced(folder);
      return Promise.resolve(opens || !putBack(folder));
    },
  };
  const desk = await createBackupDesk({
    ...rest,
    ...{ store: databaseIn(folder), folder: kept, incoming: join(folder, INCOMING_FILE), app },
    jobs: HERE,
    swapIn: (swap) => swapIn(folder, { ...swap, now }),
    now: () => now,
    onError: (error) => void faults.push(error),
  });
  desk.attach(() => Promise.resolve({ clock: clockOf(folder), workshop: null }));
  onTestFinished(() => desk.close());

  return Object.assign(Object.create(desk), {
    ...{ folder, kept, faults, told, sew },
    authors: () =>
      inDatabase(databaseIn(folder), (sqlite) =>
        sqlite.prepare("SELECT author FROM facts WHERE author IS NOT NULL").pluck().all(),
      ),
    setNow(at: string) {
      now = Date.parse(at);
    },
    async made(kind: BackupRecord["kind"]) {
      const made = await desk.backups.make(kind);
      if (!made.ok) throw new Error(made.detail);
      return made.value;
    },
    async restored(record: BackupRecord) {
      desk.restore(record);
      await desk.settled();
      return desk.state;
    },
  });
}

function clockOf(folder: string): number {
  if (!existsSync(databaseIn(folder))) return 0;
  return inDatabase(databaseIn(folder), (sqlite) =>
    Number(sqlite.prepare("SELECT clock FROM progress").pluck().get()),
  );
}
