import type { StationRow } from "@trame/shared";
import type { StoredBoard } from "../../../server/src/live/board-in-memory.ts";
import type { StoredChanges } from "../../../server/src/live/board-keeper.ts";
import { startLive } from "../../../server/src/live/start-live.ts";

export const START = Date.parse("2026-11-23T09:00:00Z");

export function station(stationId: string, pieces: number): StationRow {
  return {
    stationId,
    lineId: "L1",
    name: stationId,
    operation: "Plis",
    standardMinutes: 0.5,
    waitMinutes: null,
    spot: null,
    mark: null,
    waiting: null,
    deviceId: null,
    silentAfterMs: 30_000,
    pieces,
    hours: [],
    minutes: { from: START, counts: [] },
    lastPieceAt: null,
    heardAt: null,
    reported: null,
    suspects: 0,
  };
}

export function boardOf(clock: number, stations: StationRow[], day = "2026-11-23"): StoredBoard {
  return {
    clock,
    workshop: { name: "Atelier", timeZone: "Europe/Paris" },
    day,
    dayLabel: null,
    windows: [],
    stationFigures: true,
    clockHours: [],
    recomputing: 0,
    lines: [],
    stations,
    validUntil: START + 3_600_000,
  };
}

/** A store by hand: what it answers is set by the test, and time passes when the test says so. */
export function fakeWorld() {
  const changes: StoredChanges[] = [];
  const timers: { at: number; run: () => void }[] = [];
  const errors: unknown[] = [];
  let now = START;
  let monotonic = 0;
  let isEarly = false;
  let board = boardOf(1, [station("S01", 0), station("S02", 0)]);
  let changed = (): void => undefined;
  let isBroken = false;
  const flush = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const live = startLive({
    reader: {
      readBoard: () => Promise.resolve(board),
      takeChanges() {
        if (isBroken) return Promise.reject(new Error("no disk"));
        const none = { clock: board.clock, rows: { lines: [], stations: [] } };
        return Promise.resolve(changes.shift() ?? none);
      },
      onChanged(listener) {
        changed = listener;
      },
    },
    now: () => now,
    uiVersion: "v1",
    onError: (error) => errors.push(error),
    timers: {
      monotonic: () => monotonic,
      setTimeout(run, ms) {
        const timer = { at: monotonic + ms - (isEarly && ms > 1 ? 1 : 0), run };
        timers.push(timer);
        return timer;
      },
      clearTimeout(timer) {
        const index = timers.indexOf(timer as (typeof timers)[0]);
        if (index >= 0) timers.splice(index, 1);
      },
    },
  });
  return {
    live,
    errors,
    async change(next: StoredChanges) {
      changes.push(next);
      changed();
      await flush();
    },
    async pass(ms: number) {
      const end = monotonic + ms;
      const passTo = (at: number): void => {
        if (at <= monotonic) return;
        now += at - monotonic;
        monotonic = at;
      };
      for (;;) {
        const due = timers.toSorted((a, b) => a.at - b.at).find((timer) => timer.at <= end);
        if (due === undefined) break;
        timers.splice(timers.indexOf(due), 1);
        passTo(due.at);
        due.run();
        await flush();
      }
      passTo(end);
      await flush();
    },
    stepClock(byMs: number) {
      now += byMs;
    },
    /** From here on timers fire a millisecond before their time. */
    fireEarly() {
      isEarly = true;
    },
    turnTo(next: StoredBoard) {
      board = next;
    },
    breakDisk(broken: boolean) {
      isBroken = broken;
    },
  };
}

export const rowsOf = (...stations: StationRow[]) => ({ lines: [], stations });
