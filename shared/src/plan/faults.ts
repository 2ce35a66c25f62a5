import { type CalendarFaultCode, findCalendarFaults } from "./calendar-faults.ts";
import { counterOf } from "./counter-of.ts";
import { type FloorFaultCode, findFloorFaults } from "./floor-faults.ts";
import type { Plan, PlanStation } from "./schema.ts";

/** What can be wrong with a plan that has the right shape. */
export type PlanFaultCode =
  | "id-duplicate"
  | "zone-unknown"
  | CalendarFaultCode
  | "device-unknown"
  | "counter-taken"
  | "counter-unknown"
  | "topic-taken"
  | FloorFaultCode;

/** One thing to mend; `path` is an RFC 6901 pointer into the plan. */
export interface PlanFault {
  readonly code: PlanFaultCode;
  readonly path: string;
}

/** The one channel on which a counter of ours speaks. */
const OWN_CHANNEL = "C1";

/** Everything that is wrong with a plan of the right shape, in its own order ([N2]); empty when it can be taken. */
export function findPlanFaults(plan: Plan): PlanFault[] {
  return [
    ...(isKnownZone(plan.workshop.timeZone)
      ? []
      : [{ code: "zone-unknown" as const, path: "/workshop/timeZone" }]),
    ...findCalendarFaults(plan.calendar),
    ...duplicates(
      plan.lines.map((line, l) => ({ key: line.id, path: `/lines/${l}/id` })),
      "id-duplicate",
    ),
    ...stationFaults(plan),
    ...deviceFaults(plan),
    ...findFloorFaults(plan),
  ];
}

function stationFaults(plan: Plan): PlanFault[] {
  const stations = plan.lines.flatMap((line, l) =>
    line.stations.map((station, s) => ({ station, path: `/lines/${l}/stations/${s}` })),
  );
  const devices = new Set(plan.devices.map((device) => device.id));
  const own = new Set(
    plan.devices.filter(({ make }) => make !== "tasmota").map((device) => device.id),
  );
  const bound = stations.filter(({ station }) => station.device !== undefined);
  return [
    ...duplicates(
      stations.map(({ station, path }) => ({ key: station.id, path: `${path}/id` })),
      "id-duplicate",
    ),
    ...bound
      .filter(({ station }) => !devices.has(station.device ?? ""))
      .map(({ path }) => ({ code: "device-unknown" as const, path: `${path}/device` })),
    ...bound
      .filter(({ station }) => own.has(station.device ?? "") && counterOf(station) !== OWN_CHANNEL)
      .map(({ path }) => ({ code: "counter-unknown" as const, path: `${path}/counter` })),
    ...duplicates(
      bound.map(({ station, path }) => ({ key: channelOf(station), path: `${path}/device` })),
      "counter-taken",
    ),
  ];
}

function channelOf(station: PlanStation): string {
  return `${station.device ?? ""} ${counterOf(station)}`;
}

function deviceFaults(plan: Plan): PlanFault[] {
  const foreign = plan.devices
    .map((device, d) => ({ device, path: `/devices/${d}/topic` }))
    .filter(({ device }) => device.make === "tasmota");
  return [
    ...duplicates(
      plan.devices.map((device, d) => ({ key: device.id, path: `/devices/${d}/id` })),
      "id-duplicate",
    ),
    ...topicFaults(foreign.map(({ device, path }) => ({ key: device.topic ?? device.id, path }))),
  ];
}

/** A counter hears all that lies under its topic, so that no other's may lie there. */
function topicFaults(topics: readonly Keyed[]): PlanFault[] {
  const all = new Set(topics.map(({ key }) => key));
  const nested = topics.filter(({ key }) => {
    const levels = key.split("/");
    return levels.some((_, depth) => depth > 0 && all.has(levels.slice(0, depth).join("/")));
  });
  return [
    ...duplicates(topics, "topic-taken"),
    ...nested.map(({ path }) => ({ code: "topic-taken" as const, path })),
  ];
}

interface Keyed {
  readonly key: string;
  readonly path: string;
}

function duplicates(entries: readonly Keyed[], code: PlanFaultCode): PlanFault[] {
  const seen = new Set<string>();
  const faults: PlanFault[] = [];
  for (const { key, path } of entries) {
    if (seen.has(key)) faults.push({ code, path });
    seen.add(key);
  }
  return faults;
}

function isKnownZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
