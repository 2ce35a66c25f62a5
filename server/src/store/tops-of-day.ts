import type { Database } from "better-sqlite3";
import type { Boots } from "./boots.ts";

/** The last sample of a boot. */
export interface TopRow {
  readonly bootId: number;
  readonly deviceId: string;
  readonly counter: string;
  readonly at: number;
  readonly received: number;
  readonly run: number;
  readonly n: number;
}

interface Counter {
  readonly deviceId: string;
  readonly counter: string;
}

const DAY_MS = 86_400_000;
/** A day begins somewhere on earth so much before it does in Greenwich. */
const ZONE_MAX_MS = 14 * 3_600_000;
/** Of a counter's boots, one after the other, so many that ended before a day show that older ones did too. */
const ENDED_BEFORE = 20;

/** Samples before this are of no interest to a day; while a boot is folded again its times are in no order, and all may be. */
export function earliestOf(day: number, isMarked: boolean): number {
  return isMarked ? -Infinity : day * DAY_MS - ZONE_MAX_MS;
}

/** Reads the last sample of each boot that may tell of a day, oldest boot first: of each counter the newest, not those of years. */
export function createTopsOf(
  sqlite: Database,
  boots: Pick<Boots, "marked">,
): (day: number) => TopRow[] {
  const statements = prepare(sqlite);

  function newestOf({ deviceId, counter }: Counter, day: number): TopRow[] {
    const tops: TopRow[] = [];
    let ended = 0;
    for (const bootId of statements.boots.all(deviceId, counter)) {
      const top = statements.top.get(bootId) ?? statements.sealed.get(bootId);
      if (top === undefined) continue;
      tops.push(top);
      ended = top.at < earliestOf(day, false) ? ended + 1 : 0;
      if (ended > ENDED_BEFORE) break;
    }
    return tops;
  }

  return (day) => {
    const newest = statements.counters.all().flatMap((counter) => newestOf(counter, day));
    const marked = [...boots.marked].flatMap((id) => statements.top.all(id));
    const tops = new Map([...newest, ...marked].map((top) => [top.bootId, top]));
    return [...tops.values()].toSorted((a, b) => a.bootId - b.bootId);
  };
}

function prepare(sqlite: Database) {
  return {
    counters: sqlite.prepare<[], Counter>(
      "SELECT DISTINCT device_id AS deviceId, counter FROM boots",
    ),
    boots: sqlite
      .prepare<[string, string], number>(
        "SELECT id FROM boots WHERE device_id = ? AND counter = ? ORDER BY id DESC",
      )
      .pluck(),
    sealed: sqlite.prepare<[number], TopRow>(
      `SELECT b.id AS bootId, b.device_id AS deviceId, b.counter, s.at, s.received, s.run, s.n
       FROM boots b JOIN seals s ON s.boot_id = b.id WHERE b.id = ?`,
    ),
    top: sqlite.prepare<[number], TopRow>(
      `SELECT b.id AS bootId, b.device_id AS deviceId, b.counter, s.at, s.received, s.run, s.n
       FROM boots b JOIN samples s ON s.boot_id = b.id WHERE b.id = ? ORDER BY s.seq DESC LIMIT 1`,
    ),
  };
}
