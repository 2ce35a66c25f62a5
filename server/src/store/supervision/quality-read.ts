import {
  type DayNumber,
  defectsByOperation,
  dhu,
  firstPassYield,
  type Inspected,
  type OperationDefects,
  type PlanLine,
  type QualityRow,
  qualityOf,
  type Timeline,
} from "@trame/shared";
import type { Database } from "better-sqlite3";
import type { CatalogueStore } from "../catalogue/catalogue.ts";
import { createClockwork } from "../clock-steps.ts";
import { createCodeReader } from "../floor/bundle-cards.ts";
import { createStationFigures } from "../privacy/figure-mask.ts";
import { daySpans } from "./day-spans.ts";
import { createInspectionLog, type Inspection, isWithin } from "./inspection-log.ts";
import { samplesOf } from "./quality-now.ts";
import { createWordLog } from "./word-log.ts";

export interface InspectionsAsked {
  readonly day: DayNumber;
  /** null: of every line. */
  readonly lineId: string | null;
  /** UTC ms. */
  readonly now: number;
}

/** The quality of a line on a day. */
export interface LineQuality extends QualityRow {
  readonly lineId: string;
  readonly dhu: number | null;
  readonly firstPassYield: number | null;
  /** By the label of the operation at fault, or its code where no order tells. */
  readonly byOperation: readonly OperationDefects[];
}

export interface InspectionRead extends Omit<Inspection, "bundleId" | "orderId" | "styleId"> {
  readonly lineId: string;
  /** As people read it; null: a sample. */
  readonly code: string | null;
}

export interface InspectionsRead {
  readonly lines: readonly LineQuality[];
  /** In the order in which they happened. */
  readonly inspections: readonly InspectionRead[];
}

const NOTHING: QualityRow = { inspected: 0, goodFirst: 0, defects: 0, top: [] };

/** Reads what was looked at on a day, over a connection that cannot write. */
export function createQualityRead(
  sqlite: Database,
  { catalogue, timeline }: { catalogue: CatalogueStore; timeline: () => Timeline },
) {
  const clockwork = createClockwork(sqlite);
  const words = createWordLog(sqlite, { clockwork });
  const log = createInspectionLog(sqlite, { catalogue, clockwork });
  const codeOf = createCodeReader(sqlite);
  const areStationsTold = createStationFigures(sqlite);

  function inspectionsOf(
    line: PlanLine,
    { spans, said }: { spans: ReturnType<typeof daySpans>; said: ReturnType<typeof words.read> },
  ): Inspection[] {
    const samples = samplesOf(said, line.id)
      .filter(({ at }) => isWithin(spans, at))
      .map((word) => ({ ...word, bundleId: null, styleId: null }));
    return [...samples, ...line.stations.flatMap(({ id }) => log.read(id, spans))];
  }

  /** A defect's operation as people call it, instead of its code. */
  function labelled({ orderId, styleId, defects, ...outcome }: Inspection): Inspected {
    const order = orderId === null ? null : (catalogue.orders.find(orderId)?.order ?? null);
    const style = styleId ?? order?.styles[0]?.styleId;
    const routing =
      orderId === null || style === undefined ? null : catalogue.orders.routingOf(orderId, style);
    return {
      ...outcome,
      defects: defects.map(({ operation, ...defect }) => {
        const found = routing?.operations.find(({ code }) => code === operation);
        return { ...defect, operation: found?.label.fr ?? operation };
      }),
    };
  }

  return sqlite.transaction(({ day, lineId, now }: InspectionsAsked): InspectionsRead => {
    clockwork.reload();
    catalogue.orders.reload();
    const areTold = areStationsTold();
    const spans = daySpans(timeline(), day);
    const end = spans.at(-1)?.to ?? now + 1;
    const plan = timeline().planAt(Math.min(now, end - 1));
    const said = words.read({ from: spans[0]?.from ?? end, to: end });
    const lines = (plan?.lines ?? [])
      .filter(({ id }) => lineId === null || id === lineId)
      .map((line) => ({ line, inspections: inspectionsOf(line, { spans, said }) }));
    return {
      lines: lines.map(({ line, inspections }) => {
        const quality = qualityOf(inspections);
        return {
          lineId: line.id,
          ...(quality ?? NOTHING),
          dhu: dhu(quality),
          firstPassYield: firstPassYield(quality),
          byOperation: defectsByOperation(inspections.map(labelled)),
        };
      }),
      inspections: lines
        .flatMap(({ line, inspections }) => inspections.map((each) => readOf(each, line.id)))
        // A list of a day adds up to what was looked at at each station ([PR7]).
        .map((each) => (areTold ? each : { ...each, stationId: null }))
        .toSorted((a, b) => a.at - b.at),
    };
  });

  function readOf(
    { key, at, stationId, bundleId, good, rework, second, scrap, defects, photo }: Inspection,
    lineId: string,
  ): InspectionRead {
    const code = bundleId === null ? null : codeOf(bundleId);
    return { key, at, lineId, stationId, code, good, rework, second, scrap, defects, photo };
  }
}
