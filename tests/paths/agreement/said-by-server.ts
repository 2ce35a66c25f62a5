/** What the server says of a day at one clock, by each of its addresses. */
import type { Board, CallKind, LineFlow } from "@trame/shared";
import type { Counts, Workshop } from "../open-workshop.ts";

export interface Said {
  readonly board: Board;
  readonly counts: Counts;
  readonly csv: string;
  readonly calls: readonly {
    readonly key: string;
    readonly stationId: string;
    readonly call: CallKind;
    readonly takenAt: number | null;
    readonly resolvedAt: number | null;
    readonly isRaised: boolean;
  }[];
  readonly flow: readonly LineFlow[];
  readonly stops: readonly SaidStop[];
  readonly quality: readonly SaidQuality[];
  readonly targets: readonly SaidTarget[];
}

export interface SaidQuality {
  readonly lineId: string;
  readonly dhu: number | null;
  readonly firstPassYield: number | null;
}

export interface SaidStop {
  readonly stationId: string;
  readonly state: string;
  readonly from: number;
  readonly to: number | null;
  readonly cause: string | null;
}

export interface SaidTarget {
  readonly lineId: string;
  readonly pieces: number | null;
  readonly origin: string | null;
  readonly hours: readonly {
    readonly hour: number;
    readonly target: number | null;
    readonly actual: number | null;
    readonly cumulativeActual: number | null;
    readonly gap: number | null;
  }[];
}

interface Lines<Line> {
  readonly lines: readonly Line[];
}

/** Asks all of them, and the board again: nothing was written meanwhile. */
export async function saidByServer(workshop: Workshop): Promise<Said> {
  const board = await settledBoard(workshop);
  const { day } = board;
  const [counts, csv, { calls }, { stops }, flow, quality, targets] = await Promise.all([
    workshop.counts(day),
    workshop.ask("GET", `/api/v1/exports/daily?day=${day}&format=csv`).then((each) => each.text()),
    workshop.get<Pick<Said, "calls">>(`/api/v1/calls?day=${day}`),
    workshop.get<Pick<Said, "stops">>(`/api/v1/stops?day=${day}`),
    workshop.get<Lines<LineFlow>>("/api/v1/flow"),
    workshop.get<Lines<SaidQuality>>(`/api/v1/inspections?day=${day}`),
    workshop.get<Lines<SaidTarget>>(`/api/v1/targets?day=${day}`),
  ]);
  const after = await workshop.board();
  if (after.clock !== board.clock) throw new Error("something was written meanwhile");
  return {
    ...{ board, counts, csv, calls, stops },
    flow: flow.lines,
    quality: quality.lines,
    targets: targets.lines,
  };
}

/** The board once nothing waits to be folded again. */
async function settledBoard(workshop: Workshop): Promise<Board> {
  for (;;) {
    const board = await workshop.board();
    if (board.recomputing === 0) return board;
  }
}
