import type { DayBody } from "../reports/day-body.ts";
import type { DayFacts } from "../reports/day-facts.ts";
import type { PlanStretch } from "../reports/day-plans.ts";
import type { FactFilter } from "../reports/fact-filter.ts";
import { foldDay } from "../reports/fold-day.ts";
import { type BareFact, listFacts } from "../reports/list-facts.ts";
import type { ProductionRow } from "../reports/production-row.ts";
import { headsOfDay } from "./heads-at.ts";
import { type MinuteLevels, pooledBody } from "./minute-pools.ts";
import type { PrivacySetting } from "./privacy.ts";
import { type GroupedStation, groupName, stationGroups } from "./station-groups.ts";

/** Groups of a working day: what a station's figures are told under, and the stations that are told under a name. */
export interface DayGroups {
  /** A station that no plan of the day has is told under `OTHER_STATIONS`. */
  nameOf(lineId: string, stationId: string): string;
  stationsOf(name: string): readonly string[];
}

/** Stands for stations that no plan of the day has. */
const OTHER_STATIONS = "+";

/** The groups of a day, of all the stations that its plans have, with the operation that they were planned for last. */
export function dayGroups(stretches: readonly PlanStretch[]): DayGroups {
  const lines = new Map<string, Map<string, GroupedStation>>();
  for (const line of stretches.flatMap(({ plan }) => plan.lines)) {
    const stations = lines.get(line.id) ?? new Map<string, GroupedStation>();
    for (const { id, operation } of line.stations) stations.set(id, { stationId: id, operation });
    lines.set(line.id, stations);
  }
  const names = new Map<string, string>();
  const stationIds = new Map<string, string[]>();
  for (const [lineId, stations] of lines) {
    for (const group of stationGroups([...stations.values()])) {
      const name = groupName(group);
      stationIds.set(name, [...(stationIds.get(name) ?? []), ...group.stationIds]);
      for (const id of group.stationIds) names.set(`${lineId} ${id}`, name);
    }
  }
  return {
    nameOf: (lineId, stationId) => names.get(`${lineId} ${stationId}`) ?? OTHER_STATIONS,
    stationsOf: (name) => stationIds.get(name) ?? [],
  };
}

/** What of the setting says how the figures of a day are told. */
export type FiguresTold = Pick<PrivacySetting, "stationFigures" | "operationMinutes">;

/** What a working day comes to, as the workshop lets it be told: the one way from a day's facts to whatever reports and exports show. */
export function toldBody(facts: DayFacts, told: FiguresTold): DayBody {
  const body = foldDay(facts);
  const groups = told.stationFigures ? null : dayGroups(facts.stretches);
  const pooled = told.operationMinutes
    ? body
    : pooledBody(body, levelsOf(groups), headsOfDay(facts));
  return groups === null ? pooled : maskedBody(pooled, groups);
}

/** The facts behind a figure of a day, as the workshop lets them be told. */
export function toldFacts(facts: DayFacts, filter: FactFilter, told: FiguresTold): BareFact[] {
  return told.stationFigures
    ? listFacts(facts, filter)
    : maskedFacts(facts, filter, dayGroups(facts.stretches));
}

/** As reports and exports put rows together: by order, style, operation or group, then by the finest that an export tells. */
function levelsOf(groups: DayGroups | null): MinuteLevels {
  const operationOf = ({ lineId, stationId, code, operation }: ProductionRow): string =>
    groups === null ? (code ?? ` ${operation}`) : groups.nameOf(lineId ?? "", stationId ?? "");
  const finest = ({ size, colour, operation, standardMinutes }: ProductionRow): string =>
    JSON.stringify([size, colour, ...(groups === null ? [operation, standardMinutes] : [])]);
  return [
    ({ orderId }) => JSON.stringify(orderId),
    ({ styleId }) => JSON.stringify(styleId),
    operationOf,
    finest,
  ];
}

/** A day as it is told where figures are not told per station ([PR7]): each row is its group's, under one standard time. */
function maskedBody(body: DayBody, groups: DayGroups): DayBody {
  const rows = body.rows.map((row) => underGroup(row, groups));
  const times = timesOf(rows);
  return {
    ...body,
    rows: rows.map((row) => ({
      ...row,
      standardMinutes: times.get(keyOf(row)) ?? row.standardMinutes,
    })),
  };
}

function underGroup(row: ProductionRow, { nameOf }: DayGroups): ProductionRow {
  const { lineId, stationId } = row;
  if (lineId === null || stationId === null) return row;
  const name = nameOf(lineId, stationId);
  return { ...row, stationId: name, operation: name, code: null };
}

/** One standard time for all that is told as one, so that none stands for a station and what was earned stays what it was. */
function timesOf(rows: readonly ProductionRow[]): ReadonlyMap<string, number> {
  const grouped = rows.filter(({ stationId }) => stationId !== null);
  return new Map(
    [...Map.groupBy(grouped, keyOf)].flatMap(([key, own]) => {
      const good = own.reduce((sum, row) => sum + row.good, 0);
      const earned = own.reduce((sum, row) => sum + row.good * row.standardMinutes, 0);
      return good === 0 ? [] : [[key, earned / good] as const];
    }),
  );
}

function keyOf({ lineId, stationId, orderId, styleId, size, colour }: ProductionRow): string {
  return JSON.stringify([lineId, stationId, orderId, styleId, size, colour]);
}

/**
 * Facts of a day where figures are not told per station ([PR7]): each is its group's. A group is asked for by its name, as an operation
 * is; one operation or one station can't be asked for. Stops stay those of their stations.
 */
function maskedFacts(facts: DayFacts, filter: FactFilter, groups: DayGroups): BareFact[] {
  if (filter.figure === "stops") return listFacts(facts, filter);
  if (filter.stationId !== null) return [];
  const { operation } = filter;
  const asked =
    operation === null
      ? [filter]
      : groups
          .stationsOf(operation)
          .map((stationId) => ({ ...filter, operation: null, stationId }));
  return asked
    .flatMap((each) => listFacts(facts, each))
    .map((fact) => underName(fact, facts, groups))
    .toSorted((a, b) => a.at - b.at);
}

/** An act and a ticket lead to their station. */
const UNTRACED = { stationId: null, key: null, bundleId: null, n: null };

function underName(fact: BareFact, { stretches }: DayFacts, { nameOf }: DayGroups): BareFact {
  const { stationId } = fact;
  if (stationId === null) return { ...fact, ...UNTRACED };
  const line = stretches
    .flatMap(({ plan }) => plan.lines)
    .findLast(({ stations }) => stations.some(({ id }) => id === stationId));
  return { ...fact, ...UNTRACED, operation: nameOf(line?.id ?? "", stationId) };
}
