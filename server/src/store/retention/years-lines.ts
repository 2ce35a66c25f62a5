import { formatDay } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { FactLog } from "../fact-log.ts";
import { createLettingGo } from "../journal/let-go.ts";
import type { PurgeStep, Taken } from "./purge.ts";
import { createTraces } from "./traces.ts";
import type { YearsBorder } from "./years-border.ts";

/** Lines of the journal that are old and that nothing which is kept is told from; within a transaction. */
export interface OldLines {
  /** Lets some go; null when none is left. */
  take(border: YearsBorder, now: number): Omit<PurgeStep, "isMore"> | null;
  left(border: YearsBorder): Taken;
}

/** What is said of a stop after work is of the next day that is worked, ten days later at most. */
const STOP_LASTS_MS = 11 * 86_400_000;
/** Lines that go in one transaction: some ten milliseconds of work. */
const AT_ONCE = 500;

type ActRow = Readonly<Record<string, string | number | Uint8Array | null>>;

interface Asked extends YearsBorder {
  /** `2026-11-23` */
  readonly date: string;
  /** Before which a word about a stop has nothing to say of days that are kept, UTC ms. */
  readonly stopsAt: number;
  readonly most: number;
}

const UNDONE = (act: string): string =>
  `EXISTS (SELECT 1 FROM acts u WHERE u.about = ${act}.key AND u.kind = 'undo' AND u.state = 'accepted')`;

/** Whatever is told of bundles is told from all of their acts; upkeep holds until the next one; an undo goes after what it undoes. */
const OLD_ACTS = `FROM acts a LEFT JOIN events e ON e.boot_id = a.boot_id AND e.seq = a.seq
  WHERE a.n < @line AND coalesce(e.at, a.at) < @at
    AND NOT EXISTS (SELECT 1 FROM act_bundles x WHERE x.n = a.n)
    AND (a.about IS NULL OR NOT EXISTS (SELECT 1 FROM acts t WHERE t.key = a.about AND t.n <> a.n))
    AND (a.kind <> 'stop'
      OR max(a.at, coalesce(a.body ->> '$.from', a.at), coalesce(a.body ->> '$.to', a.at)) < @stopsAt)
    AND (a.kind <> 'target' OR a.body ->> '$.day' < @date)
    AND (a.kind <> 'upkeep' OR a.state <> 'accepted' OR ${UNDONE("a")} OR EXISTS (
      SELECT 1 FROM acts l WHERE l.kind = 'upkeep' AND l.state = 'accepted' AND l.station_id = a.station_id
        AND l.body ->> '$.upkeep' = a.body ->> '$.upkeep' AND (l.at, l.n) > (a.at, a.n) AND NOT ${UNDONE("l")}))`;

/**
 * Steps of the clock, what a restore took back and what went stay: times and the journal itself are told from them. What dates a
 * counter's samples goes after their boot, a word on what was withheld after the samples that it is about.
 */
const OLD_FACTS = `FROM facts f WHERE f.n < @line
    AND f.kind NOT IN ('clock-stepped', 'let-go')
    AND NOT (f.kind = 'redated' AND EXISTS (SELECT 1 FROM boots b WHERE b.id = f.boot_id))
    AND NOT (f.kind = 'changed' AND f.body ->> '$.what' = 'backup')
    AND NOT (f.kind = 'changed' AND f.body ->> '$.what' = 'order'
      AND EXISTS (SELECT 1 FROM orders o WHERE o.id = f.body ->> '$.subject'))
    AND NOT (f.kind IN ('ticket-reprinted', 'ticket-voided')
      AND EXISTS (SELECT 1 FROM orders o WHERE o.id = f.body ->> '$.orderId'))
    AND NOT (f.kind = 'verdict' AND (EXISTS (SELECT 1 FROM samples s WHERE s.boot_id = f.boot_id)
      OR EXISTS (SELECT 1 FROM thinned t WHERE t.boot_id = f.boot_id)))`;

export function createOldLines(sqlite: Database, facts: FactLog): OldLines {
  const find = (old: string, n: string) =>
    sqlite.prepare<[Asked], number>(`SELECT ${n} ${old} ORDER BY 1 LIMIT @most`).pluck();
  const count = (old: string) => sqlite.prepare<[Asked], number>(`SELECT count(*) ${old}`).pluck();
  const acts = { find: find(OLD_ACTS, "a.n"), count: count(OLD_ACTS) };
  const rare = { find: find(OLD_FACTS, "f.n"), count: count(OLD_FACTS) };
  const dropLoose = sqlite.prepare("DELETE FROM tallies WHERE bundle_id = 0 AND i = ?");
  const readAct = sqlite.prepare<[number], ActRow>("SELECT * FROM acts WHERE n = ?");
  const traceOf = createTraces(sqlite, "acts", "key");
  const { letGo } = createLettingGo(sqlite, facts);

  /** What their rows leave where they lie: nothing, once they went. */
  function tracesOf(numbers: readonly number[]): Uint8Array[] {
    return numbers.flatMap((n) => traceOf(readAct.get(n) ?? {}));
  }

  function asked(border: YearsBorder, most = AT_ONCE): Asked {
    const { day, at } = border;
    return { ...border, date: formatDay(day), stopsAt: at - STOP_LASTS_MS, most };
  }

  return {
    take(border, now) {
      const ofActs = acts.find.all(asked(border));
      const ofFacts = rare.find.all(asked(border, AT_ONCE - ofActs.length));
      const numbers = [...ofActs, ...ofFacts].toSorted((a, b) => a - b);
      if (numbers.length === 0) return null;
      const tallies = ofActs.reduce((sum, n) => sum + dropLoose.run(n).changes, 0);
      const traces = tracesOf(ofActs);
      letGo(numbers, now);
      return { taken: { acts: ofActs.length, facts: ofFacts.length, tallies }, traces };
    },
    left: (border) => ({
      acts: acts.count.get(asked(border)) ?? 0,
      facts: rare.count.get(asked(border)) ?? 0,
    }),
  };
}
