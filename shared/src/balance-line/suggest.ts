import { bare } from "../floor/station-operations.ts";
import type { Skilled } from "./planned-minutes.ts";

/** Somebody who is free. */
export interface Helper extends Pick<Skilled, "skills"> {
  readonly operatorId: string;
}

/** A station where somebody could help. */
export interface HelpSpot {
  readonly stationId: string;
  /** Codes and labels of what is done there. */
  readonly operations: readonly string[];
  /** Whether nobody is there or expected. */
  readonly isEmpty: boolean;
}

/** Where somebody helps most, and why. */
export interface Suggestion {
  readonly stationId: string;
  readonly reason: "bottleneck" | "empty";
}

export interface HelpAsked {
  readonly helpers: readonly Helper[];
  /** In the order of the lines. */
  readonly spots: readonly HelpSpot[];
  /** Stations of bottlenecks, the one that waits longest first. */
  readonly bottlenecks: readonly string[];
}

/**
 * Where each free person helps most: a bottleneck first, then an empty station whose operation they know. A station is offered
 * to one person, to whoever knows it best; somebody without an operation that is needed gets none.
 */
export function suggestStations(asked: HelpAsked): Map<string, Suggestion> {
  const found = new Map<string, Suggestion>();
  const places = asked.bottlenecks.flatMap(
    (id) => asked.spots.find(({ stationId }) => stationId === id) ?? [],
  );
  const empty = asked.spots.filter(
    ({ isEmpty, stationId }) => isEmpty && !asked.bottlenecks.includes(stationId),
  );
  const offers = [
    ...places.map((spot) => ({ spot, reason: "bottleneck" as const })),
    ...empty.map((spot) => ({ spot, reason: "empty" as const })),
  ];
  for (const { spot, reason } of offers) {
    const free = asked.helpers.filter(({ operatorId }) => !found.has(operatorId));
    const best = bestFor(spot, free);
    if (best !== null) found.set(best.operatorId, { stationId: spot.stationId, reason });
  }
  return found;
}

/** Whether somebody is noted to know what is done at a station. */
export function isKnownBy(
  helper: Pick<Helper, "skills">,
  spot: Pick<HelpSpot, "operations">,
): boolean {
  return levelAt(helper, spot) > 0;
}

/** The first of those who know it best. */
function bestFor(spot: HelpSpot, helpers: readonly Helper[]): Helper | null {
  let best: { readonly helper: Helper; readonly level: number } | null = null;
  for (const helper of helpers) {
    const level = levelAt(helper, spot);
    if (level > (best?.level ?? 0)) best = { helper, level };
  }
  return best?.helper ?? null;
}

function levelAt(
  { skills = [] }: Pick<Helper, "skills">,
  { operations }: Pick<HelpSpot, "operations">,
): number {
  const names = new Set(operations.map(bare));
  const levels = skills.filter(({ operation }) => names.has(bare(operation)));
  return Math.max(0, ...levels.map(({ level }) => level));
}
