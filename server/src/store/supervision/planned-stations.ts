import {
  clipSpan,
  type Plan,
  type PlanLine,
  type PlanStation,
  type PlanThreshold,
  type Span,
  type Timeline,
} from "@trame/shared";
import { silentAfterMs } from "../board-time.ts";

/** A station in the plans of a day. */
export interface Planned {
  readonly stationId: string;
  /** As the last of them has it. */
  readonly lineId: string;
  readonly parts: readonly PlannedPart[];
}

/** A part of the day in which the plans say the same of a station. */
export interface PlannedPart {
  readonly within: Span;
  readonly lineId: string;
  readonly station: PlanStation;
  readonly threshold: PlanThreshold | null;
  readonly silentAfterMs: number;
}

/** Stations without a counter, and counters that the plan does not list. */
const NEVER_HEARD_MS = 30_000;

/** The stations of the plans that held in a span, in their order, each with its parts of it. */
export function plannedStations({ versions }: Timeline, span: Span): Planned[] {
  const parts = versions.flatMap(({ from, plan }, index) => {
    const within = clipSpan({ from, to: versions[index + 1]?.from ?? Infinity }, span);
    return within === null ? [] : partsOf(plan, within);
  });
  const byStation = Map.groupBy(parts, ({ station }) => station.id);
  return [...byStation].map(([stationId, own]) => {
    return { stationId, lineId: own.at(-1)?.lineId ?? "", parts: joinParts(own) };
  });
}

function partsOf(plan: Plan, within: Span): PlannedPart[] {
  return plan.lines.flatMap((line) =>
    line.stations.map((station) => partOf(plan, { line, station, within })),
  );
}

interface Of {
  readonly line: PlanLine;
  readonly station: PlanStation;
  readonly within: Span;
}

function partOf({ devices, thresholds = [] }: Plan, { line, station, within }: Of): PlannedPart {
  const device = devices.find(({ id }) => id === station.device);
  return {
    ...{ within, lineId: line.id, station },
    threshold: thresholds.find(({ operation }) => operation === station.operation) ?? null,
    silentAfterMs: device === undefined ? NEVER_HEARD_MS : silentAfterMs(device),
  };
}

/** A plan is recorded again for other reasons: what it leaves as it was is one part. */
function joinParts(parts: readonly PlannedPart[]): PlannedPart[] {
  const joined: PlannedPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.within.to !== part.within.from || said(last) !== said(part)) joined.push(part);
    else joined[joined.length - 1] = { ...part, within: { ...last.within, to: part.within.to } };
  }
  return joined;
}

function said({ within: _, ...part }: PlannedPart): string {
  return JSON.stringify(part);
}
