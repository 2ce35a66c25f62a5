/** What waits is kept as differences: after any acts, and after a transaction that failed, it is what a count over all rows says. */
import type { FlowRow } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FloorLedger, openFloorLedger } from "../floor/floor-ledger.ts";
import { asHeard, type Happening, happenings } from "../floor/random-acts.ts";
import { at } from "../workshop.ts";

const settings = { seed: 20_261_122, numRuns: Number(process.env["FUZZ_RUNS"] ?? 15) };
const NOW = at("2026-11-23 18:00");
const OPERATION_OF = { S1: "10", S2: "20", S3: "30", S4: "40" };

/** What the board says waits before each operation. */
function told({ ledger }: FloorLedger): readonly FlowRow[] {
  return ledger.readBoard(NOW).lines[0]?.flow ?? [];
}

/** The same, counted over all rows. */
function counted({ sqlite }: FloorLedger): FlowRow[] {
  const waiting = sqlite.prepare<[string], { part: string; bundles: number; pieces: number }>(
    `SELECT b.part, count(*) AS bundles, sum(s.in_progress) AS pieces FROM waits w
       JOIN bundle_states s ON s.bundle_id = w.bundle_id JOIN bundles b ON b.id = w.bundle_id
     WHERE w.operation = ? GROUP BY b.part`,
  );
  const first = sqlite.prepare("SELECT min(since) FROM waits WHERE operation = ?").pluck();
  const open = sqlite
    .prepare("SELECT coalesce(sum(in_progress), 0) FROM bundle_states WHERE open_station = ?")
    .pluck();
  const isUsed =
    sqlite.prepare("SELECT 1 FROM bundle_states WHERE is_open = 1").get() !== undefined;
  return Object.entries(isUsed ? OPERATION_OF : {}).map(([stationId, operation]) => {
    const piles = waiting.all(operation);
    return {
      operation,
      stationIds: [stationId],
      bundles: piles.reduce((sum, { bundles }) => sum + bundles, 0),
      pieces: Math.max(0, ...piles.map(({ pieces }) => pieces)),
      since: Number(first.get(operation)) || null,
      isEntry: false,
      openPieces: Number(open.get(stationId)),
    };
  });
}

/** What no count over rows tells. */
function withoutEntries(rows: readonly FlowRow[]): FlowRow[] {
  return rows.map((row) => ({ ...row, isEntry: false }));
}

function expectTrue(floor: FloorLedger): void {
  expect(withoutEntries(told(floor))).toEqual(counted(floor));
}

/** Plays acts; every fourth one fails once after all that it changes was written. */
function play(floor: FloorLedger, acts: readonly Happening[], check: () => void): void {
  const { ledger, sqlite } = floor;
  for (const [index, { request, received }] of acts.entries()) {
    const context = { received, isAdmin: index % 5 === 0 };
    if (index % 4 === 0) {
      sqlite.exec(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON acts BEGIN SELECT RAISE(ABORT, 'full'); END",
      );
      expect(() => ledger.act(request, context)).toThrow("full");
      sqlite.exec("DROP TRIGGER full");
    }
    ledger.act(request, context);
    if (index % 3 === 0) check();
  }
  check();
}

describe("what waits on a line", () => {
  it.each([false, true])("[WP1] is what the rows say, with parts: %s", (hasParts) => {
    fc.assert(
      fc.property(happenings({ isOffline: false, hasTies: true }), (acts) => {
        const floor = openFloorLedger({ hasParts });
        expectTrue(floor);
        play(floor, asHeard(acts), () => expectTrue(floor));
      }),
      settings,
    );
  });

  it("[WP1] goes out as a patch by itself, and is that of the whole board", () => {
    fc.assert(
      fc.property(happenings({ isOffline: false, hasTies: true }), (acts) => {
        const floor = openFloorLedger();
        let flow = told(floor);
        play(floor, asHeard(acts), () => {
          const { rows } = floor.ledger.takeChanges(NOW);
          flow = rows?.lines[0]?.flow ?? flow;
          if (rows === null) flow = told(floor);
          expect(withoutEntries(flow)).toEqual(counted(floor));
        });
      }),
      settings,
    );
  });
});
