import type { Readable } from "node:stream";
import { currentAuthor, withAuthor } from "../author.ts";
import type { BackupJobs, JobOutcome } from "../store/backup/backup-jobs.ts";
import type { BackupRecord } from "./backup-record.ts";
import { type Backups, createBackups, type RunningStore } from "./create-backups.ts";
import { createDownloadLinks, type DownloadLinks } from "./download-links.ts";
import { receiveUpload } from "./receive-upload.ts";
import { createRestores, type Restartable, type RestoreAsked, type Restores } from "./restore.ts";

/** All that is done with backups, as long as the process runs: a restore closes and opens everything else. */
export interface BackupDesk extends Pick<Restores, "isRunning" | "state"> {
  readonly backups: Backups;
  readonly links: DownloadLinks;
  /** Begins a backup, and does not wait for its end. */
  makeNow(): void;
  /** Begins to restore, and does not wait for its end; see `state`. */
  restore(record: BackupRecord): void;
  /** Takes a backup from elsewhere. */
  receive(body: Readable): Promise<JobOutcome<BackupRecord>>;
  /** What runs now; null while nothing does. */
  attach(read: (() => Promise<RunningStore>) | null): void;
  /** Removes what a crash left half written, then looks each minute whether a backup is due. */
  begin(): Promise<void>;
  /** Resolves when what was begun has ended. */
  settled(): Promise<void>;
  /** Ends what is being made; a restore that has closed everything opens it again first. */
  close(): Promise<void>;
}

export interface BackupDeskOptions {
  /** The database. */
  readonly store: string;
  /** Where backups are kept. */
  readonly folder: string;
  /** Where the database that is to come in is unpacked. */
  readonly incoming: string;
  readonly jobs: BackupJobs;
  readonly app: Restartable;
  /** Puts what was unpacked in the place of the present database, while nothing runs. */
  readonly swapIn: (swap: RestoreAsked) => void;
  /** UTC ms. */
  readonly now: () => number;
  /** Told what failed, for the log. */
  readonly onError: (error: unknown) => void;
  /** Bytes that may be used in a folder; tests have little. */
  readonly roomIn?: (folder: string) => Promise<number>;
}

const LOOK_EVERY_MS = 60_000;

/** Opens the backups of a data folder; nothing is written before it begins. */
export async function createBackupDesk(options: BackupDeskOptions): Promise<BackupDesk> {
  const { jobs, now, onError } = options;
  const backups = await createBackups({ ...options, onFault: onError });
  const restores = await createRestores({ ...options, backups });
  const underWay = new Set<Promise<unknown>>();
  let timer: NodeJS.Timeout | undefined;

  function track(work: Promise<unknown>): void {
    const done = work.catch(onError).finally(() => underWay.delete(done));
    underWay.add(done);
  }
  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    backups,
    links: createDownloadLinks(now),
    get state() {
      return restores.state;
    },
    get isRunning() {
      return restores.isRunning;
    },
    makeNow: () => track(backups.make("manual")),
    restore(record) {
      const author = currentAuthor();
      // It starts a server, all of whose own doings would be this author's from then on.
      withAuthor(null, () => track(restores.restore(record, author)));
    },
    receive: (body) => receiveUpload({ backups, jobs, now, roomIn: options.roomIn }, body),
    attach: backups.attach,
    async begin() {
      await backups.shelf.folder.tidy().catch(onError);
      timer = setInterval(() => track(backups.tick()), LOOK_EVERY_MS);
      timer.unref();
    },
    settled,
    async close() {
      clearInterval(timer);
      await jobs.close();
      await settled();
    },
  };
}
