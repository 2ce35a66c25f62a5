import type { Plan, PlanDevice, PlanLine, PlanStation, PlanThreshold } from "@trame/shared";
import { isSame } from "./same.ts";

/** A value before and after; null where there is none. */
export interface BeforeAfter<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** One thing that differs between two plans; stations and lines are named as they are called after it. */
export type PlanChange =
  | ({ readonly kind: "workshop" | "zone" } & BeforeAfter<string>)
  | {
      readonly kind: "line-added" | "line-removed";
      readonly line: string;
      readonly stations: number;
    }
  | ({ readonly kind: "line-renamed" } & BeforeAfter<string>)
  | ({ readonly kind: "line-target" | "line-operators"; readonly line: string } & BeforeAfter<
      number | null
    >)
  | { readonly kind: "lines-order"; readonly names: readonly string[] }
  | { readonly kind: "stations-order"; readonly line: string; readonly names: readonly string[] }
  | {
      readonly kind: "station-added" | "station-removed";
      readonly station: string;
      readonly line: string;
      readonly operation: string;
    }
  | ({ readonly kind: "station-renamed" } & BeforeAfter<string>)
  | ({
      readonly kind: "station-line" | "station-operation";
      readonly station: string;
    } & BeforeAfter<string>)
  | ({ readonly kind: "station-operations"; readonly station: string } & BeforeAfter<
      readonly string[]
    >)
  | ({ readonly kind: "station-minutes"; readonly station: string } & BeforeAfter<number>)
  | ({ readonly kind: "station-counter"; readonly station: string } & BeforeAfter<string | null>)
  | ({
      readonly kind: "station-stitches" | "station-trims";
      readonly station: string;
    } & BeforeAfter<number | null>)
  | ({ readonly kind: "station-spot"; readonly station: string } & BeforeAfter<Spot | null>)
  | ({
      readonly kind: "threshold-wait" | "threshold-explain";
      readonly operation: string;
    } & BeforeAfter<number | null>)
  | { readonly kind: "device-added" | "device-removed" | "device-changed"; readonly device: string }
  | { readonly kind: "calendar" };

export interface Spot {
  readonly row: number | null;
  readonly column: number | null;
}

/** What differs between two plans, in the order of the plan: what a person reads before it is sent ([SE6]). */
export function planChanges(before: Plan, after: Plan): PlanChange[] {
  return [
    ...workshopChanges(before, after),
    ...lineChanges(before, after),
    ...stationChanges(before, after),
    ...deviceChanges(before.devices, after.devices),
    ...thresholdChanges(before.thresholds ?? [], after.thresholds ?? []),
    ...(isSame(before.calendar, after.calendar) ? [] : [{ kind: "calendar" as const }]),
  ];
}

function workshopChanges({ workshop: a }: Plan, { workshop: b }: Plan): PlanChange[] {
  return [
    ...(a.name === b.name ? [] : [{ kind: "workshop" as const, before: a.name, after: b.name }]),
    ...(a.timeZone === b.timeZone
      ? []
      : [{ kind: "zone" as const, before: a.timeZone, after: b.timeZone }]),
  ];
}

function lineChanges(before: Plan, after: Plan): PlanChange[] {
  const was = byId(before.lines);
  const is = byId(after.lines);
  const gone = before.lines.filter(({ id }) => !is.has(id));
  return [
    ...gone.map((line) => aboutLine("line-removed", line)),
    ...after.lines.flatMap((line): PlanChange[] => {
      const old = was.get(line.id);
      return old === undefined ? [aboutLine("line-added", line)] : ownLineChanges(old, line);
    }),
    ...(isReordered(before.lines, after.lines)
      ? [{ kind: "lines-order" as const, names: after.lines.map(({ name }) => name) }]
      : []),
  ];
}

function aboutLine(kind: "line-added" | "line-removed", line: PlanLine): PlanChange {
  return { kind, line: line.name, stations: line.stations.length };
}

function ownLineChanges(old: PlanLine, line: PlanLine): PlanChange[] {
  const { name } = line;
  const figures = [
    ["line-target", old.target ?? null, line.target ?? null],
    ["line-operators", old.operators ?? null, line.operators ?? null],
  ] as const;
  return [
    ...(old.name === name
      ? []
      : [{ kind: "line-renamed" as const, before: old.name, after: name }]),
    ...figures
      .filter(([, before, after]) => before !== after)
      .map(([kind, before, after]) => ({ kind, line: name, before, after })),
    ...(isReordered(old.stations, line.stations)
      ? [{ kind: "stations-order" as const, line: name, names: line.stations.map((s) => s.name) }]
      : []),
  ];
}

interface Placed {
  readonly station: PlanStation;
  readonly line: PlanLine;
}

function stationChanges(before: Plan, after: Plan): PlanChange[] {
  const was = placed(before);
  const is = placed(after);
  const about = (kind: "station-added" | "station-removed", { station, line }: Placed) => ({
    ...{ kind, station: station.name, line: line.name, operation: station.operation },
  });
  // A line that goes or comes says how many stations go or come with it.
  const isApart = (plan: Plan, { line }: Placed) => plan.lines.some(({ id }) => id === line.id);
  return [
    ...[...was]
      .filter(([id, old]) => !is.has(id) && isApart(after, old))
      .map(([, old]) => about("station-removed", old)),
    ...[...is].flatMap(([id, now]): PlanChange[] => {
      const old = was.get(id);
      return old === undefined ? [about("station-added", now)] : ownStationChanges(old, now);
    }),
  ];
}

function placed(plan: Plan): ReadonlyMap<string, Placed> {
  return new Map(
    plan.lines.flatMap((line) => line.stations.map((station) => [station.id, { station, line }])),
  );
}

function ownStationChanges(old: Placed, now: Placed): PlanChange[] {
  const [a, b] = [old.station, now.station];
  const station = b.name;
  const all = [
    { kind: "station-renamed" as const, before: a.name, after: b.name },
    ...(old.line.id === now.line.id
      ? []
      : [{ kind: "station-line" as const, station, before: old.line.name, after: now.line.name }]),
    { kind: "station-operation" as const, station, before: a.operation, after: b.operation },
    {
      kind: "station-operations" as const,
      ...{ station, before: a.operations ?? [], after: b.operations ?? [] },
    },
    {
      kind: "station-minutes" as const,
      ...{ station, before: a.standardMinutes, after: b.standardMinutes },
    },
    { kind: "station-counter" as const, station, before: counter(a), after: counter(b) },
    {
      kind: "station-stitches" as const,
      ...{ station, before: a.minStitches ?? null, after: b.minStitches ?? null },
    },
    {
      kind: "station-trims" as const,
      ...{ station, before: a.trimsPerPiece ?? null, after: b.trimsPerPiece ?? null },
    },
    { kind: "station-spot" as const, station, before: spot(a), after: spot(b) },
  ];
  return all.filter(({ before, after }) => !isSame(before, after));
}

/** `esp-03`, and its channel where it has several. */
function counter({ device, counter: channel = "C1" }: PlanStation): string | null {
  if (device === undefined) return null;
  return channel === "C1" ? device : `${device} ${channel}`;
}

/** Half a spot is told too: the server says what is missing. */
function spot({ row, column }: PlanStation): Spot | null {
  if (row === undefined && column === undefined) return null;
  return { row: row ?? null, column: column ?? null };
}

function deviceChanges(before: readonly PlanDevice[], after: readonly PlanDevice[]): PlanChange[] {
  const was = byId(before);
  const is = byId(after);
  return [
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id }) => ({ kind: "device-removed" as const, device: id })),
    ...after.flatMap((device): PlanChange[] => {
      const old = was.get(device.id);
      if (old === undefined) return [{ kind: "device-added", device: device.id }];
      return isSame(old, device) ? [] : [{ kind: "device-changed", device: device.id }];
    }),
  ];
}

function thresholdChanges(
  before: readonly PlanThreshold[],
  after: readonly PlanThreshold[],
): PlanChange[] {
  const operations = [...new Set([...after, ...before].map(({ operation }) => operation))];
  return operations.flatMap((operation) => {
    const of = (list: readonly PlanThreshold[]) =>
      list.find((each) => each.operation === operation);
    const [a, b] = [of(before), of(after)];
    const both = [
      ["threshold-wait", a?.waitMinutes ?? null, b?.waitMinutes ?? null],
      ["threshold-explain", a?.explainMinutes ?? null, b?.explainMinutes ?? null],
    ] as const;
    return both
      .filter(([, was, is]) => was !== is)
      .map(([kind, was, is]) => ({ kind, operation, before: was, after: is }));
  });
}

function byId<Of extends { readonly id: string }>(list: readonly Of[]): ReadonlyMap<string, Of> {
  return new Map(list.map((each) => [each.id, each]));
}

/** Whether those that both have stand in another order. */
function isReordered(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  const is = byId(after);
  const was = byId(before);
  const a = before.filter(({ id }) => is.has(id)).map(({ id }) => id);
  const b = after.filter(({ id }) => was.has(id)).map(({ id }) => id);
  return !isSame(a, b);
}
