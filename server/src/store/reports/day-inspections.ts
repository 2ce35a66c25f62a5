import { type InspectionFact, mergeSpans } from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createClockwork } from "../clock-steps.ts";
import { createInspectionLog, type Inspection, isWithin } from "../supervision/inspection-log.ts";
import type { Planned } from "../supervision/planned-stations.ts";
import { createWordLog } from "../supervision/word-log.ts";
import type { DaySlot } from "./day-slots.ts";

/** Pieces that somebody looked at on a day, with where. */
export interface DayInspection extends Inspection {
  readonly lineId: string;
}

/** Reads what was looked at on a day, of a bundle or of a sample; in the order in which it happened. */
export function createDayInspections(
  sqlite: Database,
  { catalogue }: { catalogue: CatalogueStore },
) {
  const clockwork = createClockwork(sqlite);
  const words = createWordLog(sqlite, { clockwork });
  const log = createInspectionLog(sqlite, { catalogue, clockwork });

  return (planned: readonly Planned[], slots: readonly DaySlot[]): DayInspection[] => {
    const spans = mergeSpans(slots);
    const [first] = spans;
    if (first === undefined) return [];
    clockwork.reload();
    const samples = words
      .read({ from: first.from, to: spans.at(-1)?.to ?? first.to })
      .flatMap((word) => (word.kind === "inspection" && isWithin(spans, word.at) ? [word] : []))
      .map((word) => ({ ...word, bundleId: null, styleId: null }));
    const done = planned.flatMap(({ stationId, lineId }) =>
      log.read(stationId, spans).map((inspection) => ({ ...inspection, lineId })),
    );
    return [...samples, ...done].toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  };
}

/** What a day's report keeps of it. */
export function inspectionFact(inspection: DayInspection): InspectionFact {
  const { photo: _, ...fact } = inspection;
  return fact;
}
