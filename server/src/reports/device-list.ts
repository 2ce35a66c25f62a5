import { counterOf, type Plan } from "@trame/shared";
import type { DeviceRead } from "../store/device-reads.ts";
import type { SuspectRead } from "../store/reads.ts";
import { suspectId } from "./suspect-id.ts";

/** A counter as people look after it; times are UTC ms. */
export interface DeviceLine {
  deviceId: string;
  state: "known" | "waiting" | "unbound";
  online: boolean;
  hasSecret: boolean;
  stations: { stationId: string; counter: string }[];
  lastHeardAt: number | null;
  firmware: string | null;
  /** dBm */
  rssi: number | null;
  /** Kept while it waits; null for the others. */
  samples: number | null;
  openQuarantine: number;
  uncertain: number;
  suspects: SuspectLine[];
}

interface SuspectLine {
  id: string;
  counter: string;
  boot: string;
  kind: "leap" | "before";
  stationId: string | null;
  at: number;
  pieces: number;
  stitches: number;
  trims: number;
}

/** What is known of the counters, from four sides. */
export interface DeviceSources {
  /** In force now; null before the first. */
  readonly plan: Plan | null;
  readonly heard: readonly DeviceRead[];
  readonly suspects: readonly SuspectRead[];
  readonly desk: {
    readonly online: ReadonlySet<string>;
    readonly status: ReadonlyMap<
      string,
      { readonly firmware: string | null; readonly rssi: number | null }
    >;
  };
}

/** Every counter that the plan names or that was ever heard, by id. */
export function listDevices({ plan, heard, suspects, desk }: DeviceSources): DeviceLine[] {
  const heardOf = new Map(heard.map((device) => [device.deviceId, device]));
  const suspectsOf = Map.groupBy(suspects, ({ deviceId }) => deviceId);
  const named = plan?.devices.map(({ id }) => id) ?? [];
  return [...new Set([...named, ...heardOf.keys()])].toSorted().map((deviceId) => {
    const device = heardOf.get(deviceId);
    const status = desk.status.get(deviceId);
    const stations = stationsOf(plan, deviceId);
    return {
      deviceId,
      state: stateOf(stations.length > 0, device),
      online: desk.online.has(deviceId),
      hasSecret: device?.hasSecret ?? false,
      stations,
      lastHeardAt: device?.lastReceived ?? null,
      firmware: status?.firmware ?? null,
      rssi: status?.rssi ?? null,
      samples: device?.samples ?? null,
      openQuarantine: device?.openQuarantine ?? 0,
      uncertain: device?.uncertain ?? 0,
      suspects: (suspectsOf.get(deviceId) ?? []).map(suspectLine),
    };
  });
}

function stateOf(isBound: boolean, device: DeviceRead | undefined): DeviceLine["state"] {
  if (isBound) return "known";
  return device !== undefined && device.waitingSince !== null ? "waiting" : "unbound";
}

function stationsOf(plan: Plan | null, deviceId: string): DeviceLine["stations"] {
  return (plan?.lines ?? [])
    .flatMap(({ stations }) => stations)
    .filter(({ device }) => device === deviceId)
    .map((station) => ({ stationId: station.id, counter: counterOf(station) }));
}

function suspectLine(suspect: SuspectRead): SuspectLine {
  const { counter, boot, kind, stationId, at, pieces, stitches, trims } = suspect;
  return { id: suspectId(suspect), counter, boot, kind, stationId, at, pieces, stitches, trims };
}
