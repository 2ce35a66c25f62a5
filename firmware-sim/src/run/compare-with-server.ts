import { setTimeout as pause } from "node:timers/promises";
import {
  type CountedHours,
  type Difference,
  findDifferences,
  formatDifference,
} from "../truth/compare.ts";
import { createHours } from "../truth/hours.ts";
import { type CountsQuery, readCounts, subtractCounts } from "../truth/read-counts.ts";
import type { StationTruth } from "../truth/truth.ts";

/** A truth and where to ask what was counted of it. */
export interface ServerComparison {
  readonly query: CountsQuery;
  /** What the server had counted before. */
  readonly before: CountedHours;
  readonly truths: readonly StationTruth[];
  readonly isPerHour: boolean;
  /** How long the server may still be folding what it has acknowledged. */
  readonly patienceMs: number;
}

const ASK_EVERY_MS = 500;
/** How far the date of a piece may be off: the delay of the quickest message, and a busy machine. */
const TOLERANCE_MS = 2_000;

/** Asks until all agrees or patience ends; says what it found. True when it agrees. */
export async function compareWithServer(
  comparison: ServerComparison,
  print: (line: string) => void,
): Promise<boolean> {
  const end = performance.now() + comparison.patienceMs;
  let differences = await look(comparison);
  while (differences.length > 0 && performance.now() < end) {
    await pause(ASK_EVERY_MS);
    differences = await look(comparison);
  }
  const { timeZone } = comparison.query;
  const unit = comparison.isPerHour ? "par poste et par heure" : "au total de chaque poste";
  if (differences.length === 0) print(`Le serveur compte la même chose, ${unit}.`);
  else print(["Le serveur compte autrement :", ...differences.map(toLine)].join("\n"));
  return differences.length === 0;

  function toLine(difference: Difference): string {
    return `  ${formatDifference(difference, timeZone)}`;
  }
}

async function look({ query, before, truths, isPerHour }: ServerComparison): Promise<Difference[]> {
  return findDifferences({
    truths,
    counted: subtractCounts(await readCounts(query), before),
    hourOf: createHours(query.timeZone),
    isPerHour,
    toleranceMs: TOLERANCE_MS,
  });
}
