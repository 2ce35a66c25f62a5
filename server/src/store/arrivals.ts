import type { Database } from "better-sqlite3";
import type { Clockwork } from "./clock-steps.ts";
import type { Seal } from "./sealing/seals.ts";
import { bySeq, type Thinned } from "./thinning/thinned.ts";

/** A sample or an event, as far as its time goes. */
interface Row {
  readonly seq: number;
  readonly n: number;
  readonly up: number;
  readonly received: number;
  readonly messageUp: number;
  readonly run: number;
  readonly at: number;
}

/** A sample or an event that is being dated. */
export interface Dated extends Row {
  readonly isEvent: boolean;
  /** A sample that is not in its place any more ([TH2]). */
  readonly isThinned: boolean;
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
  /** What came; null for what only proved the boot older. */
  readonly row: Dated | null;
  /** As it was noted. */
  readonly seen: { readonly received: number; readonly run: number; readonly n: number };
}

/** Of a boot, as far as it is sealed. */
interface Sealed {
  readonly id: number;
  readonly seal: Seal | null;
}

interface FactRow {
  readonly n: number;
  readonly run: number;
  readonly body: string;
}

const ROW_COLUMNS = "seq, n, up, received, message_up AS messageUp, run, at";

/** Reads what the log holds of a boot. */
export function createArrivals(
  sqlite: Database,
  { clockwork, thinned }: { readonly clockwork: Clockwork; readonly thinned: Thinned },
) {
  // Samples and events share their keys, and so one row of times ([D7]).
  const keyed = sqlite.prepare<{ bootId: number; above: number }, Row & { isEvent: 0 | 1 }>(
    `SELECT ${ROW_COLUMNS}, 0 AS isEvent FROM samples WHERE boot_id = @bootId AND seq > @above
     UNION ALL SELECT ${ROW_COLUMNS}, 1 FROM events WHERE boot_id = @bootId AND seq > @above
     ORDER BY seq`,
  );
  const redatedFacts = sqlite.prepare<[number, number], FactRow>(
    "SELECT n, run, body FROM facts WHERE boot_id = ? AND n > ? AND kind = 'redated' ORDER BY n",
  );

  /** By `seq`, with the times that the store holds; what is sealed stays where it is. */
  function rowsOf({ id, seal }: Sealed): Dated[] {
    const above = seal?.throughSeq ?? -1;
    const kept = keyed
      .all({ bootId: id, above })
      .map((row) => ({ row, seq: row.seq, isThinned: false }));
    const packed = thinned.above(id, Math.max(above, 0)).map((row) => ({
      row: { ...row, isEvent: 0 as const },
      seq: row.seq,
      isThinned: true,
    }));
    return [...bySeq(kept, packed)].map(({ row, isThinned }) => ({
      ...row,
      isEvent: row.isEvent === 1,
      isThinned,
      heardAt: clockwork.adjust(row),
      newAt: row.at,
    }));
  }

  function readFact({ n, run, body }: FactRow): { n: number; arrival: Arrival } {
    const fact = JSON.parse(body);
    const seen = { received: Number(fact.received), ...(fact.seen ?? { run, n }) };
    return { n, arrival: { received: clockwork.adjust(seen), up: fact.up, row: null, seen } };
  }

  return {
    rowsOf,
    /** What the log tells of a boot since it was sealed, and what was dated by then. */
    of(boot: Sealed): { readonly arrivals: Arrival[]; readonly dated: Dated[] } {
      const knownN = boot.seal?.knownN ?? 0;
      const rows = rowsOf(boot);
      const heard = rows
        .filter(({ n }) => n > knownN)
        .map((row) => ({
          n: row.n,
          arrival: { received: row.heardAt, up: row.messageUp, row, seen: row },
        }));
      const arrivals = [...heard, ...redatedFacts.all(boot.id, knownN).map(readFact)]
        .toSorted((a, b) => a.n - b.n)
        .map(({ arrival }) => arrival);
      return { arrivals, dated: rows.filter(({ n }) => n <= knownN) };
    },
  };
}
