import type { BackupJobs, ToldFault } from "../store/backup/backup-jobs.ts";
import { carryTo } from "./second-folder.ts";
import type { Shelf } from "./shelf.ts";

/** Something that failed, and is tried again. */
export interface Failing extends ToldFault {
  /** The first time since it last worked, UTC ms. */
  readonly since: number;
}

/** The same failure goes on: it began when it began. */
export function failingOn(before: Failing | null, fault: ToldFault, now: number): Failing {
  const { code, detail } = fault;
  return { code, detail, since: before?.since ?? now };
}

/** The newest backup, in a second folder too. */
export interface SecondCopy {
  /** When the newest was copied there, UTC ms; null when none was since the folder was chosen or the server began. */
  readonly copiedAt: number | null;
  readonly failing: Failing | null;
  carry(folder: string, timeZone: string): Promise<void>;
  /** Another folder was chosen, or none. */
  forget(): void;
}

export interface SecondCopyOptions {
  readonly shelf: Shelf;
  readonly jobs: BackupJobs;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

export function createSecondCopy({ shelf, jobs, now, onFault }: SecondCopyOptions): SecondCopy {
  let copiedAt: number | null = null;
  let failing: Failing | null = null;
  return {
    get copiedAt() {
      return copiedAt;
    },
    get failing() {
      return failing;
    },
    async carry(folder, timeZone) {
      // One dated by a clock that was wrong is not the newest.
      const record = shelf.records.find(
        ({ kind, at, damagedAt }) => kind !== "uploaded" && at <= now() && damagedAt === null,
      );
      if (record === undefined) return;
      const packed = shelf.folder.packed(record.id);
      const carried = await carryTo(jobs, { record, packed, folder, shelf, now: now(), timeZone });
      if (carried.ok) {
        copiedAt = now();
        failing = null;
      } else {
        onFault(carried);
        failing = failingOn(failing, carried, now());
      }
    },
    forget() {
      copiedAt = null;
      failing = null;
    },
  };
}
