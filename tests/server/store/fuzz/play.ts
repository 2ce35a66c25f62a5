import type { LineRow, StationRow } from "@trame/shared";
import { openWriter } from "../../../../server/src/store/database.ts";
import type { Entry } from "../../../../server/src/store/entries.ts";
import {
  createLedger,
  createLedgerOf,
  type Ledger,
  type StoredBoard,
} from "../../../../server/src/store/ledger.ts";
import { createModules, type Modules } from "../../../../server/src/store/modules.ts";
import type { HoldKey } from "../../../../server/src/store/verdicts.ts";
import type { History } from "./history.ts";
import type { Delivery } from "./network.ts";
import type { RunSpec, World } from "./world.ts";

export type Sqlite = ReturnType<typeof openWriter>;

/** What the workshop has come to: the store, and the board as a screen holds it. */
export interface Played {
  readonly sqlite: Sqlite;
  readonly ledger: Ledger;
  /** As patches made it. */
  readonly board: StoredBoard;
  /** As a server that has just been started reads it, at the same moment. */
  readonly freshBoard: StoredBoard;
}

export interface PlayOptions<Result> {
  /** Looks at what came of it; the store is closed afterwards. */
  readonly judge: (played: Played) => Result;
  /** Breaks something in each run of the server: the negative control. */
  readonly sabotage?: ((modules: Modules) => void) | undefined;
  /** Samples that repeat are thinned after everything that happens, as soon as they are there. */
  readonly isThinned?: boolean;
  /** Does something to the store after everything that happens; by the server's clock, UTC ms. */
  readonly afterEach?: (modules: Modules | null, now: number) => void;
}

export interface Story {
  readonly world: World;
  readonly history: History;
  readonly deliveries: readonly Delivery[];
}

interface Happening {
  readonly at: number;
  run(): void;
}

const MINUTE = 60_000;
/** Some rows of a boot have always moved, and some not. */
const SMALL_INBOX = { full: 6, stepMin: 1, stepMax: 3 };
/** Whatever has moved is old, whatever the clock says; ranges are short, and a step ends within a boot. */
const SMALL_THINNING = { afterMs: 0, rowsAtOnce: 9, span: 8 };
const FAR_FUTURE = Number.MAX_SAFE_INTEGER;

/**
 * Plays a history into a ledger: plans are recorded, messages committed in groups, the clock stepped, the server
 * restarted and the background folded, each at its time.
 */
export function play<Result>(story: Story, { judge, ...options }: PlayOptions<Result>): Result {
  const sqlite = openWriter(":memory:");
  try {
    return judge(playOver(sqlite, story, options));
  } finally {
    sqlite.close();
  }
}

function playOver(
  sqlite: Sqlite,
  { world, history, deliveries }: Story,
  { sabotage, isThinned = false, afterEach = nothing }: Omit<PlayOptions<unknown>, "judge">,
): Played {
  let wrongBy = 0;
  let ledger: Ledger | null = null;
  let running: Modules | null = null;
  const open = (at: number): Ledger => {
    const limits = { inboxLimits: SMALL_INBOX, thinning: SMALL_THINNING };
    const options = { startedAt: at + wrongBy, budget: world.budget, ...limits };
    const modules = createModules(sqlite, options);
    sabotage?.(modules);
    running = modules;
    return createLedgerOf(modules);
  };
  const current = (): Ledger => {
    ledger ??= open(history.start);
    return ledger;
  };
  const screen = createScreen();
  const verdicts = [...world.verdicts];
  const held = sqlite.prepare<[], HoldKey>("SELECT boot_id AS bootId, seq FROM holds");
  const judgeNext = (now: number): void => {
    const hold = held.all().at(-1);
    const isAccepted = hold === undefined ? undefined : verdicts.pop();
    if (hold !== undefined && isAccepted !== undefined) {
      current().judge(hold, { isAccepted, now });
    }
  };

  const happenings: Happening[] = [
    ...startsOf(world.runs, history.start).flatMap(({ at, steps }) => [
      {
        at,
        run() {
          wrongBy = -steps.reduce((sum, step) => sum + step.byMs, 0);
          ledger = open(at);
          screen.forget();
        },
      },
      ...steps.map((step) => ({
        at: step.at,
        run() {
          wrongBy += step.byMs;
          current().stepClock(step.byMs, step.at + wrongBy);
        },
      })),
    ]),
    ...history.recorded.map(({ from, plan, recordedAt }) => ({
      at: recordedAt,
      run: () => current().putPlan({ from, plan, secrets: [] }, recordedAt + wrongBy),
    })),
    ...groups(deliveries, world.groupSize).map((group) => ({
      at: group.at(-1)?.at ?? 0,
      run: () => void current().commit(group.flatMap((delivery) => entriesOf(delivery, wrongBy))),
    })),
  ].toSorted((a, b) => a.at - b.at);

  for (const [index, happening] of happenings.entries()) {
    happening.run();
    if (index % world.refoldEvery === 0) current().refoldSome();
    if (isThinned) current().thinSome(FAR_FUTURE);
    afterEach(running, happening.at + wrongBy);
    if (index % 5 === 4) judgeNext(happening.at + wrongBy);
    screen.look(current(), happening.at + wrongBy);
  }
  while (current().refoldSome());
  while (isThinned && current().thinSome(FAR_FUTURE));
  const now = (happenings.at(-1)?.at ?? history.start) + wrongBy;
  screen.look(current(), now);
  const freshBoard = createLedger(sqlite, now).readBoard(now);
  return { sqlite, ledger: current(), board: screen.board(), freshBoard };
}

function nothing(): void {}

/** A screen that reads the board once and then takes what changed. */
function createScreen() {
  let board: StoredBoard | null = null;
  const patch = <Row>(rows: readonly Row[], changed: readonly Row[], key: keyof Row): Row[] =>
    rows.map((row) => changed.find((other) => other[key] === row[key]) ?? row);
  return {
    forget() {
      board = null;
    },
    look(ledger: Ledger, now: number): void {
      if (board !== null && !ledger.hasChanges() && now < board.validUntil) return;
      const changes = board === null ? null : ledger.takeChanges(now);
      if (board === null || changes === null || changes.rows === null) {
        board = ledger.readBoard(now);
        return;
      }
      const { lines, stations } = changes.rows;
      board = {
        ...board,
        clock: changes.clock,
        lines: patch<LineRow>(board.lines, lines, "lineId"),
        stations: patch<StationRow>(board.stations, stations, "stationId"),
      };
    },
    board(): StoredBoard {
      if (board === null) throw new Error("nobody looked");
      return board;
    },
  };
}

/** Runs of the server one after the other; each sets its clock right before the next begins. */
function startsOf(
  runs: readonly RunSpec[],
  start: number,
): { at: number; steps: { at: number; byMs: number }[] }[] {
  const sorted = runs.toSorted((a, b) => a.startMinute - b.startMinute);
  return sorted.map(({ startMinute, steps }, index) => {
    const next = sorted[index + 1]?.startMinute ?? Infinity;
    let minute = startMinute;
    const timed = steps.map(({ afterMinutes, byMs }) => {
      minute = Math.min(minute + afterMinutes, next);
      return { at: start + minute * MINUTE, byMs };
    });
    return { at: start + startMinute * MINUTE, steps: timed };
  });
}

/** What a delivery is to a server whose clock is wrong by so much. */
function entriesOf({ at, deviceId, message, scans }: Delivery, wrongBy: number): Entry[] {
  const heard = { deviceId, received: at + wrongBy };
  const counts: Entry = { kind: "counts", ...heard, message };
  return scans.events.length === 0
    ? [counts]
    : [{ kind: "events", ...heard, message: scans }, counts];
}

/** Messages that come one after the other within a quarter of an hour are committed together. */
function groups(deliveries: readonly Delivery[], size: number): Delivery[][] {
  const grouped: Delivery[][] = [];
  for (const delivery of deliveries) {
    const last = grouped.at(-1);
    const first = last?.[0];
    const fits =
      last !== undefined &&
      first !== undefined &&
      last.length < size &&
      delivery.at < first.at + 15 * MINUTE;
    if (fits) last.push(delivery);
    else grouped.push([delivery]);
  }
  return grouped;
}
