import type { Database } from "better-sqlite3";
import { createCatalogueStore } from "../catalogue/catalogue.ts";
import { createReportReads, REPORT_READS } from "../reports/report-reads.ts";
import { createCallReads } from "../supervision/calls-read.ts";
import { createFollowRead } from "../supervision/follow-read.ts";
import { createMachineReads } from "../supervision/machines-read.ts";
import { createQualityRead } from "../supervision/quality-read.ts";
import { createStopReads, type StopsAsked } from "../supervision/stop-read.ts";
import { createTargetReader, type TargetsAsked } from "../supervision/target-read.ts";
import { createUnexplainedRead } from "../supervision/unexplained-read.ts";
import { createBundleList } from "./bundle-list.ts";
import { createConflictReader } from "./conflict-read.ts";
import { createMachinePieces } from "./machine-pieces.ts";
import { createPlanView } from "./plan-view.ts";
import { createStationReader, type StationAsked } from "./station-read.ts";
import { createStoryReader } from "./story-read.ts";
import { createSupervisorReads } from "./supervisor-reads.ts";

/** Names of the floor's reads, which the reports' thread answers. */
export const FLOOR_READS: readonly (keyof ReturnType<typeof createFloorReads>)[] = [
  "readBundles",
  "readCalls",
  "readCarriedOver",
  "readConflicts",
  "readDifferences",
  "readMachines",
  "readHeard",
  "readInspections",
  "readSlips",
  "readStation",
  "readStops",
  "readStory",
  "readTargets",
  "readToFollow",
  "readUnexplained",
  ...REPORT_READS,
];

/** The queries of stations and bundles, over a connection that cannot write. */
export function createFloorReads(sqlite: Database) {
  const catalogue = createCatalogueStore(sqlite);
  const machine = createMachinePieces(sqlite);
  const deps = { catalogue, machine, timeline: createPlanView(sqlite) };
  const list = createBundleList(sqlite, catalogue);
  const readStory = createStoryReader(sqlite, deps);
  const readStation = createStationReader(sqlite, deps);
  const { readHeard, readStops } = createStopReads(sqlite, deps);
  const readTargets = createTargetReader(sqlite, { ...deps, readStops });
  return {
    ...createSupervisorReads(sqlite, deps),
    ...createReportReads(sqlite, { ...deps, readStops }),
    readCalls: createCallReads(sqlite, deps).readCalls,
    readMachines: createMachineReads(sqlite, deps).readMachines,
    readConflicts: createConflictReader(sqlite, deps),
    readStation: (stationId: string, asked: StationAsked) => readStation(stationId, asked),
    readBundles: list.readBundles,
    readHeard: (asked: Pick<StopsAsked, "day" | "now">) => readHeard(asked),
    readStops: (asked: StopsAsked) => readStops(asked),
    readUnexplained: createUnexplainedRead(sqlite, { ...deps, readStops }),
    readTargets: (asked: TargetsAsked) => readTargets(asked),
    readInspections: createQualityRead(sqlite, deps),
    readToFollow: createFollowRead(sqlite, deps),
    /** The story of the bundle that a code names; null when it names none. */
    readStory(code: string) {
      const bundleId = list.findBundle(code);
      return bundleId === null ? null : readStory(bundleId);
    },
  };
}
