import type { Outcome } from "./act.ts";

/** Pieces that an outcome can be about. */
export interface Room {
  readonly pieces: number;
  /** Pieces that can still leave. */
  readonly leaving: number;
  /** The good ones leave too. */
  readonly isLast: boolean;
}

/** What of an outcome there are pieces for. What was looked at closest goes first: scrap, second, rework, then good. */
export function fitting(outcome: Outcome, { pieces, leaving, isLast }: Room): Outcome {
  const room = Math.min(pieces, leaving);
  const scrap = Math.min(outcome.scrap, room);
  const second = Math.min(outcome.second, room - scrap);
  const rework = Math.min(outcome.rework, room - scrap - second);
  const rest = (isLast ? room : pieces) - scrap - second - rework;
  return { scrap, second, rework, good: Math.min(outcome.good, rest) };
}
