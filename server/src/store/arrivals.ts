import type { Database } from "better-sqlite3";
import { SAMPLE_COLUMNS, type SampleRow } from "./boot-rows.ts";
import type { Clockwork } from "./clock-steps.ts";

/** A sample that is being dated. */
export interface Dated extends SampleRow {
  /** When it was received, as the clock has proved to stand since. */
  readonly heardAt: number;
  newAt: number;
}

/** What the log tells of when a boot began, in the order in which it came. */
export interface Arrival {
  /** As the clock has proved to stand since; UTC ms. */
  readonly received: number;
  /** How long the device had been on. */
  readonly up: number;
  /** The sample that came; null for what only proved the boot older. */
  readonly row: Dated | null;
  /** As it was noted. */
  readonly seen: { readonly received: number; readonly run: number; readonly n: number };
}

interface FactRow {
  readonly n: number;
  readonly run: number;
  readonly body: string;
}

/** Reads what the log holds of a boot. */
export function createArrivals(sqlite: Database, clockwork: Clockwork) {
  const samples = sqlite.prepare<[number], SampleRow>(
    `SELECT ${SAMPLE_COLUMNS} FROM samples WHERE boot_id = ? ORDER BY seq`,
  );
  const redatedFacts = sqlite.prepare<[number], FactRow>(
    "SELECT n, run, body FROM facts WHERE boot_id = ? AND kind = 'redated' ORDER BY n",
  );

  /** By `seq`, with the times that the store holds. */
  function samplesOf(bootId: number): Dated[] {
    return samples
      .all(bootId)
      .map((row) => ({ ...row, heardAt: clockwork.adjust(row), newAt: row.at }));
  }

  function readFact({ n, run, body }: FactRow): { n: number; arrival: Arrival } {
    const fact = JSON.parse(body);
    const seen = { received: Number(fact.received), ...(fact.seen ?? { run, n }) };
    return { n, arrival: { received: clockwork.adjust(seen), up: fact.up, row: null, seen } };
  }

  return {
    samplesOf,
    of(bootId: number): Arrival[] {
      const heard = samplesOf(bootId).map((row) => ({
        n: row.n,
        arrival: { received: row.heardAt, up: row.messageUp, row, seen: row },
      }));
      return [...heard, ...redatedFacts.all(bootId).map(readFact)]
        .toSorted((a, b) => a.n - b.n)
        .map(({ arrival }) => arrival);
    },
  };
}
