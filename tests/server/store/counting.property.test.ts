/**
 * For any history of pieces and any bad day of the network the ledger ends up with the truth ([C10]).
 *
 * The histories are drawn from a seed, so that a failure is the same on every machine. To look further:
 * `FUZZ_SEED=7 FUZZ_RUNS=2000 npm test -- tests/server/store/counting.property.test.ts`; what it finds becomes a named test.
 */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Modules } from "../../../server/src/store/modules.ts";
import { createHistory } from "./fuzz/history.ts";
import { deliver } from "./fuzz/network.ts";
import { type Played, type PlayOptions, play } from "./fuzz/play.ts";
import { storedCounts, trueCounts } from "./fuzz/truth.ts";
import { anyDelay, promptOrLate, someGlitches, type World, worlds } from "./fuzz/world.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 100);
const settings = {
  seed: Number(process.env["FUZZ_SEED"] ?? 20_261_123),
  numRuns,
  // Making a failure small can take hours; half small is good enough to be read.
  interruptAfterTimeLimit: 60_000 + numRuns * 100,
  markInterruptAsFailure: true,
};

// More runs than usual take longer than a test may.
vi.setConfig({ testTimeout: settings.interruptAfterTimeLimit });

/**
 * How exactly a moment is known: an observation is raised by 100 ppm of its age and the quartz may be 50 ppm off, which
 * makes 9 s when the prompt message of a boot came 17 h after another. True samples keep away from edges by more.
 */
const DATED_MS = 15_000;
/** Below a minute a delay is not worth a correction: then moments are known to a minute and that. */
const DATED_ROUGHLY_MS = 60_000 + DATED_MS;

function afterPlaying(world: World, marginMs: number, options: PlayOptions<void>): void {
  const history = createHistory(world, marginMs);
  play({ world, history, deliveries: deliver(history) }, options);
}

function expectTruth(world: World, marginMs: number, sabotage?: (modules: Modules) => void): void {
  const history = createHistory(world, marginMs);
  play(
    { world, history, deliveries: deliver(history) },
    {
      sabotage,
      judge({ sqlite }) {
        for (const grain of ["station", "day", "hour"] as const) {
          const { counts, blurred } = trueCounts(history, grain);
          expect(storedCounts(sqlite, { grain, blurred })).toEqual(counts);
        }
      },
    },
  );
}

describe("any history", () => {
  it("[C10] ends with the true counts per station, day and hour, however its messages travelled", () => {
    fc.assert(
      fc.property(worlds(promptOrLate), (world) => expectTruth(world, DATED_MS)),
      settings,
    );
  });

  it("[C10] ends with the true counts to the minute when messages are also late by less", () => {
    fc.assert(
      fc.property(worlds(anyDelay), (world) => expectTruth(world, DATED_ROUGHLY_MS)),
      settings,
    );
  });

  it("[S6] is rebuilt from the log to the same rows, byte for byte", () => {
    fc.assert(
      fc.property(worlds(anyDelay, someGlitches), (world) => {
        afterPlaying(world, DATED_MS, {
          judge({ ledger }) {
            const { before, after } = ledger.rebuild();
            expect(after).toBe(before);
          },
        });
      }),
      settings,
    );
  });

  it("[S7] shows the same board by patches, after a restart and in the rollups", () => {
    fc.assert(
      fc.property(worlds(anyDelay, someGlitches), (world) => {
        afterPlaying(world, DATED_MS, {
          judge({ board, freshBoard, sqlite }) {
            expect(comparable(board, freshBoard)).toEqual(comparable(freshBoard, freshBoard));
            expect(piecesShown(freshBoard)).toEqual(piecesStored(sqlite, freshBoard.day));
          },
        });
      }),
      settings,
    );
  });
});

describe("the property", () => {
  const finds = (delay: typeof promptOrLate, sabotage: (modules: Modules) => void) =>
    fc.check(
      fc.property(worlds(delay), (world) => expectTruth(world, DATED_MS, sabotage)),
      { ...settings, endOnFailure: true },
    ).failed;

  it("[C10] fails when a late sample is counted and nothing is folded again", () => {
    const forgetful = ({ folding, boots }: Modules): void => {
      folding.refold = (record) => {
        boots.setMark(record, null);
        return 0;
      };
    };
    expect(finds(promptOrLate, forgetful)).toBe(true);
  });

  it("[C10] fails when a boot that proves older is not dated again", () => {
    const undated = ({ sqlite }: Modules): void => {
      sqlite.exec(
        `CREATE TEMP TRIGGER IF NOT EXISTS undated BEFORE UPDATE OF at ON samples
         BEGIN SELECT RAISE(IGNORE); END`,
      );
    };
    expect(finds(promptOrLate, undated)).toBe(true);
  });

  it("[C10] fails when each message adds what it brings on top of the one before it", () => {
    const adding = (modules: Modules): void => {
      const { appending, folding, rollups, stretches } = modules;
      const reached = new Map<string, number>();
      folding.foldOnTop = () => undefined;
      folding.refold = (record) => {
        modules.boots.setMark(record, null);
        return 0;
      };
      const { append } = appending;
      appending.append = (entry) => {
        append(entry);
        const { deviceId, message, received } = entry;
        const key = `${deviceId} ${message.boot}`;
        const total = message.samples.at(-1)?.pieces ?? 0;
        const pieces = Math.max(0, total - (reached.get(key) ?? 0));
        reached.set(key, total);
        const { placeId, day, hour } = stretches.stretchAt(deviceId, "C1", received);
        if (placeId === null) return;
        const amounts = { pieces, stitches: pieces * 60, trims: pieces * 4 };
        rollups.add({ day, hour, placeId }, amounts, 1);
      };
    };
    expect(finds(promptOrLate, adding)).toBe(true);
  });
});

/** Without what only the running server knows, and with pieces by minute as both boards can tell them. */
function comparable(board: Played["board"], other: Played["board"]) {
  const { clock: _, validUntil: __, ...rest } = board;
  const from = (id: string, rows: readonly Row[]): number =>
    rows.find((row) => idOf(row) === id)?.minutes?.from ?? 0;
  const minutesOf = (row: Row, rows: readonly Row[]): [number, number][] =>
    minuteCountsOf(row).filter(([at, count]) => count !== 0 && at >= from(idOf(row), rows));
  return {
    ...rest,
    lines: board.lines.map((row) => ({ ...row, minutes: minutesOf(row, other.lines) })),
    stations: board.stations.map(({ heardAt: ___, ...row }) => ({
      ...row,
      minutes: minutesOf({ ...row, heardAt: null }, other.stations),
    })),
  };
}

function minuteCountsOf({ minutes }: Row): [number, number][] {
  if (minutes === null) return [];
  return minutes.counts.map((count, i) => [minutes.from + i * 60_000, count]);
}

type Row = Played["board"]["lines"][number] | Played["board"]["stations"][number];

function idOf(row: Row): string {
  return "stationId" in row ? row.stationId : row.lineId;
}

function piecesShown({ stations }: Played["board"]): Record<string, number> {
  return Object.fromEntries(
    stations.flatMap(({ stationId, pieces }) => (pieces ? [[stationId, pieces]] : [])),
  );
}

function piecesStored(sqlite: Played["sqlite"], day: string): Record<string, number> {
  const number = Date.parse(`${day}T00:00Z`) / 86_400_000;
  const rows = sqlite
    .prepare<[number], { stationId: string; pieces: number }>(
      `SELECT station_id AS stationId, sum(pieces) AS pieces FROM hours JOIN places ON places.id = place_id
       WHERE day = ? GROUP BY station_id HAVING sum(pieces) > 0`,
    )
    .all(number);
  return Object.fromEntries(rows.map(({ stationId, pieces }) => [stationId, pieces]));
}
