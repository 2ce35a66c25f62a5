import type { DeviceCredential, HashedSecret } from "@trame/broker";
import {
  counterOf,
  DEFAULT_DEVICE_CONFIG,
  type DeviceConfig,
  type Plan,
  type PlanDevice,
} from "@trame/shared";
import type { DeskStore } from "./device-desk.ts";
import { readKeys } from "./device-secrets.ts";
import { readPairingCode } from "./pairing-code.ts";

/** Who may come in, and what they are told. */
export interface Rules {
  readonly credentials: readonly DeviceCredential[];
  readonly pairingCode: HashedSecret | null;
  readonly devices: readonly PlanDevice[];
  readonly configs: ReadonlyMap<string, DeviceConfig>;
  /** When the next plan takes hold, or the day of an offered secret ends; null: neither. */
  readonly nextTurn: number | null;
}

/** Before anything was read. */
export const NOBODY: Rules = {
  credentials: [],
  pairingCode: null,
  devices: [],
  configs: new Map(),
  nextTurn: null,
};

/** As the plans, the settings and the secrets have it at a moment (UTC ms). */
export async function readRules(store: DeskStore, at: number): Promise<Rules> {
  const [versions, pairingCode] = await Promise.all([store.plans(), readPairingCode(store)]);
  const current = versions.findLast((version) => version.from <= at)?.plan;
  const later = versions.filter((version) => version.from > at);
  const plans = later.map(({ plan }) => plan);
  const devices = distinctDevices(current === undefined ? plans : [current, ...plans]);
  const read = await Promise.all(
    devices.map(async ({ id, make = "trame", topic }) => {
      const { keys, settlesAt } = await readKeys(store, id, at);
      return { credential: { deviceId: id, make, topic: topic ?? id, ...keys }, settlesAt };
    }),
  );
  const credentials = read.map(({ credential }) => credential);
  const turns = [later[0]?.from, ...read.map(({ settlesAt }) => settlesAt)];
  const coming = turns.filter((moment) => moment != null);
  const configs = current === undefined ? new Map<string, DeviceConfig>() : configsOf(current);
  const nextTurn = coming.length === 0 ? null : Math.min(...coming);
  return { credentials, pairingCode, devices, configs, nextTurn };
}

/** The stored secret of a device. */
export function secretOf({ credentials }: Rules, deviceId: string): HashedSecret | null {
  return credentials.find((device) => device.deviceId === deviceId)?.secret ?? null;
}

/** The devices that some plans name; the first plan's word on a device counts. */
function distinctDevices(plans: readonly Plan[]): PlanDevice[] {
  const devices = new Map<string, PlanDevice>();
  for (const device of plans.flatMap((plan) => plan.devices)) {
    if (!devices.has(device.id)) devices.set(device.id, device);
  }
  return [...devices.values()];
}

/** What each counter of ours is told: the piece rule of the station it is bound to. */
function configsOf(plan: Plan): Map<string, DeviceConfig> {
  const stations = new Map(
    plan.lines
      .flatMap((line) => line.stations)
      .filter((station) => counterOf(station) === "C1")
      .map((station) => [station.device ?? "", station]),
  );
  const own = plan.devices.filter((device) => device.make !== "tasmota");
  return new Map(
    own.map(({ id, reportEveryMs, heartbeatMs }) => {
      const { minStitches, trimsPerPiece } = stations.get(id) ?? {};
      const usual = DEFAULT_DEVICE_CONFIG;
      return [
        id,
        {
          minStitches: minStitches ?? usual.minStitches,
          trimsPerPiece: trimsPerPiece ?? usual.trimsPerPiece,
          reportEveryMs: reportEveryMs ?? usual.reportEveryMs,
          heartbeatMs: heartbeatMs ?? usual.heartbeatMs,
        },
      ];
    }),
  );
}
