import {
  dayMinutes,
  elapsedMinutes,
  type MinuteCounts,
  type Moment,
  startOfLast,
} from "@trame/shared";
import type { SparkView } from "../../ui/spark.tsx";
import type { StationInLine } from "./tile-view.ts";

const MINUTE_MS = 60_000;
const SPARK_STEP_MINUTES = 5;
const SPARK_STEPS = 12;

/** Pieces of the last working hour, five minutes a point, up to the last whole minute. */
export function sparkView(
  { row, target, sharing }: StationInLine,
  moment: Moment,
): SparkView | null {
  const { minutes } = row;
  if (minutes === null) return null;
  const end = { ...moment, now: Math.floor(moment.now / MINUTE_MS) * MINUTE_MS };
  const steps = Math.min(SPARK_STEPS, Math.floor(elapsedMinutes(end) / SPARK_STEP_MINUTES));
  if (steps < 2) return null;
  const edges = Array.from({ length: steps + 1 }, (_, step) =>
    step === steps ? end.now : startOfLast((steps - step) * SPARK_STEP_MINUTES, end),
  ).filter((edge) => edge !== null);
  const points = edges.slice(1).map((to, step) => piecesBetween(minutes, edges[step] ?? to, to));
  const perMinute = target === null ? null : target / dayMinutes(moment.windows) / sharing;
  return { points, expected: perMinute === null ? null : perMinute * SPARK_STEP_MINUTES };
}

function piecesBetween(minutes: MinuteCounts, from: number, to: number): number {
  const indexOf = (at: number) => Math.max(0, Math.floor((at - minutes.from) / MINUTE_MS));
  return minutes.counts.slice(indexOf(from), indexOf(to)).reduce((sum, count) => sum + count, 0);
}
