import {
  type BundleAct,
  type FamilyState,
  type FoldOptions,
  foldFamily,
  type OutcomeChange,
  type Tally,
} from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { BundleMarks } from "./bundle-marks.ts";
import type { Cells } from "./cells.ts";
import type { Families, LoadedFamily } from "./families.ts";
import type { DatedOutcome, OutcomeRows } from "./outcome-rows.ts";
import type { StateRows } from "./state-rows.ts";
import type { CountedTally, TallyRows } from "./tally-rows.ts";

/** Folds families of bundles, and keeps what comes of it ([ADR 0007](docs/adr/0007-a-family-of-bundles-is-folded-whole.md)). */
export interface BundleFolding {
  /** What the acts of a family come to; up to a moment when one is given (UTC ms), and with some more. Writes nothing. */
  fold(family: LoadedFamily, limits?: FoldLimits): FamilyState;
  /** Writes a fold of all acts of a family. */
  keep(family: LoadedFamily, state: FamilyState): void;
  /** Folds the families of some bundles again. */
  refold(bundleIds: readonly number[]): void;
  /** Folds again some of what is marked: so many families. */
  refoldMarked(families: number): void;
  options(family: LoadedFamily): FoldOptions;
}

export interface FoldLimits {
  /** Acts after it are left out. */
  readonly until?: number;
  readonly more?: readonly BundleAct[];
}

export interface BundleFoldingDeps {
  readonly catalogue: CatalogueStore;
  readonly cells: Cells;
  readonly families: Families;
  readonly marks: BundleMarks;
  readonly states: StateRows;
  readonly tallies: TallyRows;
  readonly outcomes: OutcomeRows;
  /** Operations that one scan may take for done. */
  readonly deduceLimit: () => number;
}

export function createBundleFolding(deps: BundleFoldingDeps): BundleFolding {
  const { catalogue, cells, families, marks, states, tallies, outcomes, deduceLimit } = deps;

  function options({ orderId, routing }: LoadedFamily): FoldOptions {
    const order = catalogue.orders.find(orderId)?.order ?? null;
    return {
      deduceLimit: deduceLimit(),
      stationOf: (operation, at) => cells.stationOf(operation, at, { routing, order }),
      hasCounter: (id, at) => cells.stationAt(id, at)?.station.device !== undefined,
    };
  }

  function fold(family: LoadedFamily, { until = Infinity, more = [] }: FoldLimits = {}) {
    const acts = [...family.acts, ...more].filter(({ at }) => at <= until);
    return foldFamily(family, acts, options(family));
  }

  function keep(family: LoadedFamily, state: FamilyState): void {
    const counted = Map.groupBy(state.tallies, ({ bundleId }) => bundleId);
    const changes = Map.groupBy(state.outcomes, ({ bundleId }) => bundleId);
    for (const sheet of family.sheets) {
      const bundle = state.bundles.get(sheet.id);
      if (bundle === undefined) throw new RangeError(`the fold lost bundle ${sheet.id}`);
      states.write(family, sheet, bundle);
      const list = (counted.get(sheet.id) ?? []).map((tally) => countedTally(family, tally));
      tallies.write(sheet.id, list);
      const became = (changes.get(sheet.id) ?? []).map((change) => dated(family, change));
      outcomes.write(sheet.id, became);
    }
    marks.remove(family.sheets.map(({ id }) => id));
  }

  function countedTally({ routing }: LoadedFamily, tally: Tally): CountedTally {
    const { at, pieces, origin, assignmentId, operation } = tally;
    return { ...cells.cellOf(tally, routing), at, pieces, origin, assignmentId, operation };
  }

  function dated(
    { routing }: LoadedFamily,
    { bundleId: _, ...change }: OutcomeChange,
  ): DatedOutcome {
    // At no station: of no plan, and yet of a working day.
    const { day, placeId } = cells.cellOf(
      { ...change, stationId: change.stationId ?? "" },
      routing,
    );
    return { ...change, day, placeId };
  }

  function refold(bundleIds: readonly number[]): void {
    const done = new Set<number>();
    for (const id of bundleIds) {
      if (done.has(id)) continue;
      const family = families.load([id]);
      marks.remove([id]);
      if (family === null) continue;
      for (const sheet of family.sheets) done.add(sheet.id);
      keep(family, fold(family));
    }
  }

  return {
    options,
    fold,
    keep,
    refold,
    refoldMarked(count) {
      for (let i = 0; i < count; i++) {
        const id = marks.next();
        if (id === null) return;
        refold([id]);
      }
    },
  };
}
