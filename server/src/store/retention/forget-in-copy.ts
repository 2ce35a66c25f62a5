import type { Database } from "better-sqlite3";
import { openWriter } from "../database.ts";
import { createPlanView } from "../floor/plan-view.ts";
import type { SealAsked } from "../sealing/sealing.ts";
import { createAgeOut } from "./age-out.ts";
import { digestOf, forgetPerson } from "./forget-person.ts";
import { readEach } from "./read-files.ts";
import { tracesOfPerson } from "./traces-of-person.ts";

/** Later than every day. */
const ANY_DAY = 10_000_000;

/** What a copy of the store holds no longer. */
export interface CopyForgets {
  /** Digests of those who were removed. */
  readonly removed: readonly string[];
  /** What counters said that is older than this keeps it; null: all of it stays. */
  readonly samples: SealAsked | null;
}

/**
 * Takes out of a copy of the store who was where on whatever day, and everybody who was removed since, and what counters said where that
 * is too old; no figure of it moves. The copy is written anew as a whole: nobody uses it.
 * @returns how many of the deleted values of people are still in its bytes: 0
 */
export async function forgetInCopy(
  file: string,
  { removed, samples }: CopyForgets,
): Promise<number> {
  const sqlite = openWriter(file);
  try {
    if (samples !== null) {
      // The writer's modules: most copies need none of them.
      const { sealCopy } = await import("../sealing/seal-copy.ts");
      sealCopy(sqlite, samples);
    }
    const traces = forgetAll(sqlite, new Set(removed));
    sqlite.exec("VACUUM");
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
    const { found } = await readEach([file], traces);
    return found.reduce((sum, { values }) => sum + values, 0);
  } finally {
    sqlite.close();
  }
}

/** Takes those who were removed out of a store in which they still are, as a backup of before has them ([RT7]). */
export function forgetRemoved(sqlite: Database, removed: ReadonlySet<string>): Uint8Array[] {
  const timeline = createPlanView(sqlite)();
  const ids = sqlite.prepare<[], string>("SELECT id FROM operators").pluck().all();
  return ids
    .filter((id) => removed.has(digestOf(id)))
    .flatMap((operatorId) => {
      const traces = tracesOfPerson(sqlite, operatorId);
      forgetPerson(sqlite, { operatorId, timeline });
      return traces;
    });
}

function forgetAll(sqlite: Database, removed: ReadonlySet<string>): Uint8Array[] {
  const ageOut = createAgeOut(sqlite, createPlanView(sqlite));
  const traces = sqlite.transaction(() => {
    const found = forgetRemoved(sqlite, removed);
    for (let isMore = true; isMore; ) {
      const step = ageOut.step(ANY_DAY);
      for (const trace of step.traces) found.push(trace);
      isMore = step.isMore;
    }
    sqlite.exec("DELETE FROM looks");
    return found;
  });
  return traces.immediate();
}
