/**
 * Whatever is done on a floor, and however late it is heard: the rows that are folded from it are those of a rebuild, no piece
 * is lost, and the board says what the rows say ([Y7]).
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, powerOn } from "../workshop.ts";
import {
  type FloorLedger,
  floorPlan,
  foldedRows,
  openFloorLedger,
  settle,
} from "./floor-ledger.ts";
import { asHeard, type Happening, happenings } from "./random-acts.ts";

const settings = { seed: 20_261_123, numRuns: Number(process.env["FUZZ_RUNS"] ?? 20) };
const NOW = at("2026-11-24 12:00");

/** What is done while machines sew, a plan is dated back and the clock steps. */
function play(floor: FloorLedger, acts: readonly Happening[], { isTroubled = true } = {}): void {
  const counter = powerOn({ began: "07:30" });
  const read = powerOn({ device: "esp-02", boot: "0000000b", began: "07:30" });
  const third = Math.floor(acts.length / 3);
  for (const [index, { request, received }] of acts.entries()) {
    floor.ledger.act(request, { received, isAdmin: index % 5 === 0 });
    if (index % 4 === 0) sew(floor, counter, index);
    if (isTroubled && index === third) {
      floor.ledger.commit([
        read.scans("08:01", "1X1D", "08:01"),
        read.scans("08:07", "1X2H", "11:00"),
      ]);
      floor.ledger.readBoard(NOW);
      floor.ledger.putPlan(
        {
          from: at("09:00"),
          plan: floorPlan({ S3: { operation: "40" }, S4: { operation: "30" } }),
          secrets: [],
        },
        received,
      );
    }
    if (isTroubled && index === 2 * third) floor.ledger.stepClock(-7 * 60_000, received);
  }
  settle(floor);
}

function sew({ ledger }: FloorLedger, counter: ReturnType<typeof powerOn>, index: number): void {
  const minute = String(index + 10).padStart(2, "0");
  const { takenAt: received, ...message } = counter.tells(`08:${minute}`, index);
  ledger.commit([{ kind: "counts", received, ...message }]);
}

/** Pieces of each bundle that went in, and what became of them. */
function unbalanced({ sqlite }: FloorLedger): unknown[] {
  return sqlite
    .prepare(
      `SELECT bundle_id, body FROM bundle_states WHERE json_extract(body, '$.pieces') <>
         good + rework + second + scrap + in_progress + json_extract(body, '$.splitOut') + json_extract(body, '$.absorbed')`,
    )
    .all();
}

/** Bundles that were cut of another number of pieces than the sheet, and its latest correction in force, say. */
function missized({ sqlite }: FloorLedger): unknown[] {
  return sqlite
    .prepare(
      `SELECT b.id FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id LEFT JOIN resized r ON r.bundle_id = b.id
       WHERE b.parent_id IS NULL AND s.body ->> '$.pieces' <> coalesce(r.pieces, b.pieces)`,
    )
    .all();
}

/** Pieces of the hours that no part and no tally explains. */
function unexplained({ sqlite }: FloorLedger): unknown {
  return sqlite
    .prepare(
      `SELECT (SELECT coalesce(sum(pieces), 0) FROM hours)
         - (SELECT coalesce(sum(pieces), 0) FROM parts WHERE place_id IS NOT NULL)
         - (SELECT coalesce(sum(pieces), 0) FROM tallies WHERE place_id IS NOT NULL)`,
    )
    .pluck()
    .get();
}

/** Bundles whose dated changes do not come to what became of their pieces. */
function untold({ sqlite }: FloorLedger): unknown[] {
  return sqlite
    .prepare(
      `SELECT s.bundle_id, s.rework, s.second, s.scrap FROM bundle_states s
         LEFT JOIN outcomes o ON o.bundle_id = s.bundle_id GROUP BY s.bundle_id
       HAVING s.rework <> coalesce(sum(o.rework - o.repaired), 0)
         OR s.second <> coalesce(sum(o.second), 0) OR s.scrap <> coalesce(sum(o.scrap), 0)`,
    )
    .all();
}

function expectSound(floor: FloorLedger): void {
  const board = floor.ledger.readBoard(NOW);
  expect([unbalanced(floor), untold(floor), missized(floor)]).toEqual([[], [], []]);
  const rows = foldedRows(floor);
  const { before, after } = floor.ledger.rebuild();
  expect(foldedRows(floor)).toEqual(rows);
  expect(after).toBe(before);
  expect(unexplained(floor)).toBe(0);
  floor.restart();
  const { clock: _, ...read } = floor.ledger.readBoard(NOW);
  expect(board).toMatchObject(read);
}

describe("any day on the floor", () => {
  it.each([false, true])(
    "[JO6] [RP1] [Y7] is rebuilt to the same rows, with parts: %s",
    (hasParts) => {
      fc.assert(
        fc.property(happenings({ isOffline: false, hasTies: true }), (acts) => {
          const floor = openFloorLedger({ hasParts });
          play(floor, asHeard(acts));
          expectSound(floor);
        }),
        settings,
      );
    },
  );

  it("[Y7] comes to the same whatever the network keeps back", () => {
    fc.assert(
      fc.property(happenings({ isOffline: true, hasTies: false }), (acts) => {
        const [prompt, late] = [openFloorLedger(), openFloorLedger()];
        const atOnce = acts.map((act) => ({ ...act, received: act.happenedAt + 60_000 }));
        play(prompt, asHeard(atOnce), { isTroubled: false });
        play(late, asHeard(acts), { isTroubled: false });

        expect(foldedRows(late)).toEqual(foldedRows(prompt));
      }),
      settings,
    );
  });

  it("[Y7] would not, were one act left out", () => {
    const acts = fc.sample(happenings({ isOffline: true, hasTies: false }), {
      ...settings,
      numRuns: 20,
    });
    const differs = acts.filter((list) => {
      const [whole, part] = [openFloorLedger(), openFloorLedger()];
      play(whole, asHeard(list), { isTroubled: false });
      play(part, asHeard(list.slice(1)), { isTroubled: false });
      return JSON.stringify(foldedRows(whole)) !== JSON.stringify(foldedRows(part));
    });

    expect(differs.length).toBeGreaterThan(5);
  });
});
