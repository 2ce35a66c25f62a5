import { Worker } from "node:worker_threads";
import type { NotedHead, Verification } from "../journal/journal-fault.ts";
import type { SealAsked } from "../sealing/sealing.ts";
import { type BackupFaultCode, faultOf } from "./backup-fault.ts";
import type { ChangedSince, LogMark } from "./changed-since.ts";
import type { CheckedCopy } from "./check-copy.ts";
import type { Outline } from "./outline.ts";

/** What is asked of the backups' thread; every name is an absolute path. */
export type BackupJob =
  | {
      readonly kind: "make";
      readonly store: string;
      readonly packed: string;
      readonly bytesMax: number;
      readonly timeZone: string;
    }
  | {
      readonly kind: "take-in";
      /** Gone afterwards. */
      readonly file: string;
      readonly packed: string;
      readonly bytesMax: number;
      readonly timeZone: string;
    }
  | {
      readonly kind: "unpack";
      readonly packed: string;
      readonly sha256: string;
      readonly to: string;
      readonly bytesMax: number;
    }
  | {
      readonly kind: "carry";
      readonly packed: string;
      readonly sha256: string;
      readonly to: string;
    }
  | {
      /** Written anew without who was where, and without those who were removed; the first one stays. */
      readonly kind: "forget";
      readonly packed: string;
      readonly sha256: string;
      readonly to: string;
      readonly timeZone: string;
      /** Digests of those who were removed. */
      readonly removed: readonly string[];
      /** Its samples go too; null: they stay. */
      readonly samples: SealAsked | null;
    }
  | { readonly kind: "outline"; readonly store: string; readonly timeZone: string }
  | {
      readonly kind: "verify-journal";
      readonly store: string;
      readonly heads: readonly NotedHead[];
    }
  | { readonly kind: "changed-since"; readonly store: string; readonly mark: LogMark };

/** What each kind of job answers. */
export interface BackupResults {
  readonly make: CheckedCopy;
  readonly "take-in": CheckedCopy;
  readonly unpack: null;
  readonly carry: null;
  readonly forget: CheckedCopy;
  readonly outline: Outline;
  readonly "verify-journal": Verification;
  readonly "changed-since": ChangedSince;
}

export type BackupAnswer =
  | { readonly result: unknown }
  | { readonly fault: BackupFaultCode; readonly detail: string }
  | { readonly error: string };

/** What can be told of a job that failed. */
export interface ToldFault {
  readonly code: BackupFaultCode;
  /** For the log, in English. */
  readonly detail: string;
}

export type JobOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | ({ readonly ok: false } & ToldFault);

/** The backups' threads: one for each job, gone with it. */
export interface BackupJobs {
  /** @throws a bug, or the thread was ended */
  run<Kind extends BackupJob["kind"]>(
    job: Extract<BackupJob, { kind: Kind }>,
  ): Promise<JobOutcome<BackupResults[Kind]>>;
  /** What the system said of a disk, as a job would tell it; null for a bug. */
  faultOf(error: unknown): ToldFault | null;
  /** Ends what is being done; its half-written files go at the next start. */
  close(): Promise<void>;
}

const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

export function createBackupJobs(): BackupJobs {
  const threads = new Set<Worker>();
  let isClosed = false;
  return {
    run(job) {
      if (isClosed) return Promise.reject(new Error("backups are closed"));
      const thread = new Worker(new URL("./backup-thread.ts", import.meta.url), {
        workerData: job,
        resourceLimits,
      });
      threads.add(thread);
      return new Promise((resolve, reject) => {
        thread.on("message", (answer: BackupAnswer) => {
          if ("error" in answer) reject(new Error(answer.error));
          else resolve(outcomeOf(answer));
        });
        thread.on("error", reject);
        thread.on("exit", () => {
          threads.delete(thread);
          reject(new Error("the backup's thread has ended"));
        });
      });
    },
    faultOf: toldFault,
    async close() {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/** What the thread answered, as a value; each kind of job has its result: {@link BackupResults}. */
export function outcomeOf<Value>(
  answer: Exclude<BackupAnswer, { error: string }>,
): JobOutcome<Value> {
  if ("fault" in answer) return { ok: false, code: answer.fault, detail: answer.detail };
  return { ok: true, value: answer.result as Value };
}

/** What the system said of a disk, without the error around it. */
export function toldFault(error: unknown): ToldFault | null {
  const fault = faultOf(error);
  return fault === null ? null : { code: fault.code, detail: fault.message };
}
