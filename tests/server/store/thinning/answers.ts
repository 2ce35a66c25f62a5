/** Everything that a store holds or answers, in a form that is the same whether it was thinned or not. */

import type { SampleRow } from "../../../../server/src/store/boot-rows.ts";
import { createPlanView } from "../../../../server/src/store/floor/plan-view.ts";
import { createModules } from "../../../../server/src/store/modules.ts";
import { createStopReads } from "../../../../server/src/store/supervision/stop-read.ts";
import { unpackSamples } from "../../../../server/src/store/thinning/packed-samples.ts";
import type { Sqlite } from "../fuzz/play.ts";

/** Tables that thinning may not touch; of what is made from acts the rows are the same anyway. */
const UNTOUCHED = [
  "events",
  "facts",
  "holds",
  "hours",
  "quarantine",
  "marks",
  "places",
  "acts",
  "tallies",
  "works",
] as const;

const DAY_MS = 86_400_000;

interface LoggedRow extends SampleRow {
  readonly bootId: number;
}

/** All samples, wherever they are. */
export function loggedSamples(sqlite: Sqlite): LoggedRow[] {
  const kept = sqlite
    .prepare<[], LoggedRow>(
      `SELECT boot_id AS bootId, seq, n, up, pieces, stitches, trims, state, received,
              message_up AS messageUp, run, at FROM samples`,
    )
    .all();
  return [...kept, ...thinnedSamples(sqlite)].toSorted(
    (a, b) => a.bootId - b.bootId || a.seq - b.seq,
  );
}

/** Those that were thinned. */
export function thinnedSamples(sqlite: Sqlite): LoggedRow[] {
  return sqlite
    .prepare<[], { bootId: number; body: Buffer }>("SELECT boot_id AS bootId, body FROM thinned")
    .all()
    .flatMap(({ bootId, body }) => unpackSamples(body).map((row) => ({ bootId, ...row })));
}

/** Rows of `parts` that say something: what a sample added, or a state that the one before it did not leave. */
function tellingParts(sqlite: Sqlite): unknown[] {
  return sqlite
    .prepare(
      `SELECT * FROM parts WHERE pieces + stitches + trims > 0 OR open IS NOT NULL OR fell = 1
       ORDER BY boot_id, seq`,
    )
    .all();
}

/** What the store holds; what is put back to be folded may take a transaction more, and so the clock is left out. */
export function contentsOf(sqlite: Sqlite): Record<string, unknown> {
  const tables = UNTOUCHED.map((table) => [
    table,
    sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  ]);
  return {
    ...Object.fromEntries(tables),
    samples: loggedSamples(sqlite),
    parts: tellingParts(sqlite),
    days: sqlite.prepare("SELECT day FROM days ORDER BY day").all(),
    arrivals: sqlite.prepare("SELECT arrivals FROM progress").get(),
  };
}

/** What it answers: the boots as a start reads them, the stops of the days on which something was told. */
export function answersOf(sqlite: Sqlite): Record<string, unknown> {
  const times = loggedSamples(sqlite).map(({ at }) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const days = times.length === 0 ? [] : [...new Set(times.map((at) => Math.floor(at / DAY_MS)))];
  const { readStops } = createStopReads(sqlite, { timeline: createPlanView(sqlite) });
  const asked = { now: last + DAY_MS, lineId: null, stationId: null };
  const stops = days.toSorted((a, b) => a - b).map((day) => readStops({ day, ...asked }));
  const modules = createModules(sqlite, { startedAt: first, budget: 5_000 });
  const boots = modules.boots.ids().map((id) => {
    const { datedSeq: _, stretch: __, ...boot } = modules.boots.byId(id);
    return boot;
  });
  return { stops, boots };
}
