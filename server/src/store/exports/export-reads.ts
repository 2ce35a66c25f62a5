import type { DayNumber } from "@trame/shared";
import type { Database } from "better-sqlite3";
import { createCatalogueReads } from "../catalogue/reads.ts";
import { createPlanView } from "../floor/plan-view.ts";
import { createEveningRead } from "./evening-days.ts";
import { createExportNames, type NamesAsked } from "./export-names.ts";
import { createHeadsRead } from "./heads-read.ts";

/** Names of the exports' reads, which the reports' thread answers. */
export const EXPORT_READS: readonly (keyof ReturnType<typeof createExportReads>)[] = [
  "readEvening",
  "readExportNames",
  "readHeads",
];

/** What exports read beside the reports, over a connection that cannot write. */
export function createExportReads(sqlite: Database) {
  const timeline = createPlanView(sqlite);
  const readNames = createExportNames(sqlite, { timeline, ...createCatalogueReads(sqlite) });
  const readHeads = createHeadsRead(sqlite, { timeline });
  const readEvening = createEveningRead(sqlite, { timeline });
  return {
    readExportNames: (asked: NamesAsked) => readNames(asked),
    readHeads: (day: DayNumber) => readHeads(day),
    readEvening: (since: DayNumber) => readEvening(since),
  };
}
