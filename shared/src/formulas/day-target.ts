import type { PlanLine } from "../plan/schema.ts";
import type { TargetSource, TargetWord } from "../supervision/word.ts";

/** What a word says of a target. */
export type TargetSaid = Pick<TargetWord, "lineId" | "day" | "pieces" | "of">;

/** The target of a line on a day. */
export interface DayTarget {
  /** Pieces for the whole working day; null without one, and on a day off. */
  readonly pieces: number | null;
  /** Who set it: a person, a computation, or the plan; null without one. */
  readonly origin: "hand" | "computed" | "plan" | null;
  /** What it was computed from. */
  readonly of: TargetSource | null;
}

const NONE: DayTarget = { pieces: null, origin: null, of: null };

/**
 * Objectif: Σ minutes of the people × planned efficiency / standard minutes of a garment, in whole pieces. It is the efficiency of
 * [F12] solved for pieces: pieces × standard minutes = efficiency × attended minutes.
 */
export function computedTarget({
  personMinutes,
  efficiency,
  standardMinutes,
}: TargetSource): number {
  return Math.round((personMinutes * efficiency) / standardMinutes);
}

/**
 * The target of a line on a day: what was said last of that day, else the plan's ([F21]).
 * @param said in the order of arrival, of whatever lines and days
 */
export function targetOfDay(
  said: readonly TargetSaid[],
  line: Pick<PlanLine, "id" | "target">,
  on: { readonly day: string; readonly isWorked: boolean },
): DayTarget {
  if (!on.isWorked) return NONE;
  const last = said.findLast(({ lineId, day }) => lineId === line.id && day === on.day);
  if (last !== undefined && last.pieces !== null) {
    const { pieces, of } = last;
    return { pieces, origin: of === null ? "hand" : "computed", of };
  }
  return line.target === undefined ? NONE : { pieces: line.target, origin: "plan", of: null };
}
