import { DAY_MINUTES, type ReplayDay, type Work } from "./month.ts";

/** What is read of `GET /api/v1/counts?day=`. */
export interface CountsAnswer {
  readonly lines: readonly CountedLine[];
}

export interface CountedLine {
  readonly lineId: string;
  readonly pieces: number;
  /** A ratio; null while nobody has attended. */
  readonly efficiency: number | null;
}

/** A team-day of the file beside what the product says of it. */
export interface Comparison {
  readonly work: Work;
  /** Null: the product does not know the line on that day. */
  readonly counted: CountedLine | null;
  /** How far the efficiency of whole pieces may be from the file's: half a piece. */
  readonly tolerance: number;
  readonly isAgreed: boolean;
}

/** A day of the file beside what the product says of it. */
export interface DayComparison {
  readonly day: ReplayDay;
  readonly teams: readonly Comparison[];
  /** Lines that the product counts pieces for and the file does not have. */
  readonly surplus: readonly CountedLine[];
}

/** The product divides in another order than the file's author did. */
const ROUNDING = 1e-9;

/** Sets the product's figures beside the file's: pieces to the piece, efficiency to half a piece. */
export function compareDay(day: ReplayDay, { lines }: CountsAnswer): DayComparison {
  const known = new Set(day.works.map(({ team }) => team.id));
  return {
    day,
    teams: day.works.map((work) =>
      compareWork(work, lines.find(({ lineId }) => lineId === work.team.id) ?? null),
    ),
    surplus: lines.filter(({ lineId, pieces }) => pieces !== 0 && !known.has(lineId)),
  };
}

/** True when every figure of the day agrees and nothing else was counted. */
export function isDayAgreed({ teams, surplus }: DayComparison): boolean {
  return surplus.length === 0 && teams.every(({ isAgreed }) => isAgreed);
}

function compareWork(work: Work, counted: CountedLine | null): Comparison {
  const tolerance = (0.5 * work.standardMinutes) / (work.operators * DAY_MINUTES);
  const gap = Math.abs((counted?.efficiency ?? Number.NaN) - work.efficiency);
  const isAgreed = counted?.pieces === work.pieces && gap <= tolerance + ROUNDING;
  return { work, counted, tolerance, isAgreed };
}
