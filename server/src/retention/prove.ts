import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "../store/open-store.ts";
import type { Proof } from "../store/retention/purge.ts";
import type { ReadFiles } from "../store/retention/read-files.ts";
import type { ProofReader } from "../store/retention/start-proof.ts";

/** Shows that what was deleted is in no table, in no log of writes and in the bytes of no file ([RT6]). */
export interface Prover {
  prove(traces: readonly Uint8Array[]): Promise<Proof>;
  close(): Promise<void>;
}

export interface ProverOptions {
  readonly store: Pick<Store, "compact" | "emptyWriteAhead" | "leftTooOld" | "purgePlan">;
  /** TRAME_DATA. */
  readonly folder: string;
  readonly reader: ProofReader;
  /** UTC ms. */
  readonly now: () => number;
  /** Names of the database's own files begin with it. */
  readonly database: string;
  /** Between two tries to empty the log of writes, ms; tests wait less. */
  readonly tryAgainMs?: number;
}

/** Somebody reads for a moment: tried again. */
const TRIES = 5;
const TRY_AGAIN_MS = 500;

export function createProver(options: ProverOptions): Prover {
  const { store, folder, reader, now, database, tryAgainMs = TRY_AGAIN_MS } = options;

  async function empty(): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await store.emptyWriteAhead()) return true;
      await wait(tryAgainMs);
    }
    return false;
  }

  /** Writing the whole store anew holds up whoever writes: only where bytes were found in it, and nobody works. */
  async function mayCompact({ found }: ReadFiles): Promise<boolean> {
    const isInDatabase = found.some(({ file }) => file.startsWith(database));
    return isInDatabase && !(await store.purgePlan(now())).isWorking;
  }

  return {
    async prove(traces) {
      let isEmptied = await empty();
      let read = await reader.read({ folder, traces });
      const isCompacted = await mayCompact(read);
      if (isCompacted) {
        await store.compact();
        isEmptied = await empty();
        read = await reader.read({ folder, traces });
      }
      const left = await store.leftTooOld(now());
      const isProven = isEmptied && read.found.length === 0 && Object.keys(left).length === 0;
      const fault = isEmptied ? null : "the log of writes could not be emptied: something reads it";
      return { ...read, isProven, left, isCompacted, fault };
    },
    close: reader.close,
  };
}
