import type { BundleCard, OpenBundle, Outcome, StationView } from "@trame/shared";
import type { InspectWords } from "../../i18n/inspect-fr.ts";
import type { Fault } from "../station/outcome-form.ts";

/** What one piece is. */
export type Kind = "good" | Fault;

/** Bundles offered to be chosen; more would be a list to read. */
const OFFERED_MAX = 4;

/** One piece of a kind. */
export function onePiece(kind: Kind): Outcome {
  return { good: 0, rework: 0, second: 0, scrap: 0, [kind]: 1 };
}

/** Bundles that wait for what the station does, the one that should come first in front. */
export function offeredOf({ next, lineBundles }: StationView): BundleCard[] {
  if (next === null) return [];
  const here = new Set(next.next);
  const others = lineBundles.filter(
    (card) =>
      card.code !== next.code && card.openAt === null && card.next.some((code) => here.has(code)),
  );
  return [next, ...others].slice(0, OFFERED_MAX);
}

/** What was said of a bundle's pieces so far: kinds without a piece are left out. */
export function saidOf({ outcome }: OpenBundle, { counts }: InspectWords): string[] {
  if (outcome === undefined) return [];
  const kinds = ["good", "rework", "second", "scrap"] as const;
  return kinds.filter((kind) => outcome[kind] > 0).map((kind) => counts[kind](outcome[kind]));
}
