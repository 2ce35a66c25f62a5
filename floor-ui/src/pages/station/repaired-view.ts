import type { BundleCard, StationView } from "@trame/shared";

/** Bundles of which pieces are in repair: those that are open here first, then those of the line. */
export function inRepair(view: StationView | null): BundleCard[] {
  if (view === null) return [];
  const known = new Map<string, BundleCard>();
  for (const bundle of [...view.open, ...view.lineBundles]) {
    if (bundle.rework > 0 && !known.has(bundle.code)) known.set(bundle.code, bundle);
  }
  return [...known.values()];
}
