import { DEDUCE_LIMIT_SETTING, deduceLimitOf } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import type { Clockwork } from "../clock-steps.ts";
import type { Chain } from "../journal/chain.ts";
import type { LiveRows } from "../live-rows.ts";
import { type BadgePins, createBadgePins } from "../people/badge-pins.ts";
import type { Progress } from "../progress.ts";
import type { Rollups } from "../rollups.ts";
import { createSettings } from "../settings.ts";
import type { Stretches } from "../stretches.ts";
import type { FloorNow } from "../supervision/floor-now.ts";
import { createTargetBasis, type TargetBasis } from "../supervision/target-basis.ts";
import { type ActDesk, createActDesk } from "./act-desk.ts";
import { type ActLog, createActLog } from "./act-log.ts";
import { type Assignments, createAssignments } from "./assignments.ts";
import { createBundleFinder } from "./bundle-finder.ts";
import { type BundleFolding, createBundleFolding } from "./bundle-folding.ts";
import { type BundleMarks, createBundleMarks } from "./bundle-marks.ts";
import { type Cells, createCells } from "./cells.ts";
import { type ChangedDays, createChangedDays } from "./changed-days.ts";
import { createFamilies, type Families } from "./families.ts";
import { createLooseTallies, type LooseTallies } from "./loose-tallies.ts";
import { createMoments, type Moments } from "./moments.ts";
import { createMoving, type Moving } from "./moving.ts";
import { createOrderFlow } from "./order-flow.ts";
import { createOutcomeRows } from "./outcome-rows.ts";
import { createResized, type Resized } from "./resized.ts";
import { createSituations } from "./situations.ts";
import { createStateRows } from "./state-rows.ts";
import { createStationKeys, type StationKeys } from "./station-keys.ts";
import { createTallyRows } from "./tally-rows.ts";
import { createWaitingParts } from "./waiting-parts.ts";

/** What the writer keeps of people and bundles: the log of acts, and what is folded from it. */
export interface Floor {
  readonly acts: ActLog;
  /** Days whose reports tell something else now. */
  readonly changed: ChangedDays;
  readonly families: Families;
  readonly folding: BundleFolding;
  readonly marks: BundleMarks;
  readonly cells: Cells;
  readonly loose: LooseTallies;
  readonly resized: Resized;
  readonly assignments: Assignments;
  readonly badgePins: BadgePins;
  readonly keys: StationKeys;
  readonly desk: ActDesk;
  readonly moving: Moving;
  readonly moments: Moments;
  /** What the board is told besides pieces. */
  readonly now: FloorNow;
  /** What targets are computed from. */
  readonly targets: TargetBasis;
  /** Folds again some of what is marked: so many families; after the last one orders go where their pieces are ([Y13]). */
  refoldMarked(families: number): void;
  /** After a rollback: what the database says again. */
  reload(): void;
}

export interface FloorDeps {
  readonly catalogue: CatalogueStore;
  readonly chain: Chain;
  readonly clockwork: Clockwork;
  readonly live: LiveRows;
  readonly now: FloorNow;
  readonly progress: Progress;
  readonly rollups: Rollups;
  readonly stretches: Stretches;
}

export function createFloor(sqlite: Database, deps: FloorDeps): Floor {
  const { catalogue, clockwork, stretches } = deps;
  const settings = createSettings(sqlite);
  const acts = createActLog(sqlite, deps);
  const families = createFamilies(sqlite, { catalogue, clockwork });
  const marks = createBundleMarks(sqlite);
  const cells = createCells(stretches);
  const changed = createChangedDays(sqlite, { ...deps, cells });
  const tallies = createTallyRows(sqlite, deps);
  const folding = createBundleFolding({
    catalogue,
    cells,
    families,
    marks,
    states: createStateRows(sqlite, { ...deps.now, changed }),
    tallies,
    outcomes: createOutcomeRows(sqlite, deps),
    deduceLimit: () => deduceLimitOf(settings.get(DEDUCE_LIMIT_SETTING)),
  });
  const floor = {
    acts,
    changed,
    families,
    folding,
    marks,
    cells,
    loose: createLooseTallies(sqlite, { cells, clockwork, tallies }),
    resized: createResized(sqlite),
    assignments: createAssignments(sqlite, { stretches, changed, operators: catalogue.operators }),
    badgePins: createBadgePins(sqlite),
    keys: createStationKeys(sqlite),
    moments: createMoments(stretches),
    now: deps.now,
    targets: createTargetBasis(sqlite, { catalogue, timeline: () => stretches.timeline }),
    reload() {
      marks.reload();
      deps.now.reload();
    },
  };
  const orderFlow = createOrderFlow(sqlite, { catalogue, marks });
  const desk = createActDesk({
    catalogue,
    floor,
    findBundle: createBundleFinder(sqlite, catalogue),
    situations: createSituations(sqlite, { catalogue, cells, families, folding, stretches }),
    orderFlow,
    waitingParts: createWaitingParts(sqlite),
  });
  return {
    ...floor,
    desk,
    moving: createMoving(sqlite, floor),
    refoldMarked(families) {
      folding.refoldMarked(families);
      if (marks.size === 0) orderFlow.followAll();
    },
  };
}
