import type { Broker, DeviceCredential, HashedSecret } from "@trame/broker";
import type { DeviceConfig, Plan } from "@trame/shared";
import { afterEach, vi } from "vitest";
import { createDeviceDesk, type DeskStore } from "../../../server/src/devices/device-desk.ts";

export const START = Date.parse("2026-11-23T09:00:00Z");
export const OWN_SECRET = { salt: Buffer.from("salt"), hash: Buffer.from("hash") };
export const USUAL = {
  minStitches: 40,
  trimsPerPiece: 4,
  reportEveryMs: 1_000,
  heartbeatMs: 15_000,
};

export function planOf(
  devices: Plan["devices"],
  stations: Plan["lines"][0]["stations"] = [],
): Plan {
  return {
    workshop: { name: "Atelier", timeZone: "Europe/Paris" },
    calendar: { shifts: [] },
    lines: [{ id: "L1", name: "Ligne 1", stations }],
    devices,
  };
}

/** A broker that writes down what it is told. */
function fakeBroker() {
  const told = {
    credentials: [] as readonly DeviceCredential[],
    pairingCode: null as HashedSecret | null,
    configs: new Map<string, DeviceConfig | null>(),
    sent: [] as [string, string][],
    disconnected: [] as string[],
  };
  const broker: Broker = {
    port: 0,
    connections: 0,
    attach: () => undefined,
    replaceCredentials(credentials) {
      told.credentials = credentials;
    },
    setPairingCode(code) {
      told.pairingCode = code;
    },
    publishConfig: (deviceId, config) => void told.configs.set(deviceId, config),
    send: (topic, payload) => void told.sent.push([topic, payload]),
    disconnect: (deviceId) => void told.disconnected.push(deviceId),
    close: () => Promise.resolve(),
  };
  return { broker, told };
}

function fakeStore() {
  const kept = {
    plans: [] as { from: number; plan: Plan }[],
    settings: new Map<string, string>(),
    waiting: [] as string[],
  };
  const store: DeskStore = {
    plans: () => Promise.resolve(kept.plans),
    deviceKeys: (deviceId) => {
      const secret = deviceId === "esp-01" ? OWN_SECRET : null;
      return Promise.resolve({ secret, next: null, isRevoked: false });
    },
    offerSecret: () => Promise.resolve(),
    settleSecret: () => Promise.resolve(),
    revokeSecret: () => Promise.resolve(),
    setting: (key) => Promise.resolve(kept.settings.get(key) ?? null),
    putSetting(key, value) {
      if (value === null) kept.settings.delete(key);
      else kept.settings.set(key, value);
      return Promise.resolve();
    },
    waiting: () => Promise.resolve(kept.waiting),
    addWaiting(deviceId) {
      kept.waiting.push(deviceId);
      return Promise.resolve(true);
    },
  };
  return { store, kept };
}

export function openDesk() {
  vi.useFakeTimers({ now: START });
  const { store, kept } = fakeStore();
  const { broker, told } = fakeBroker();
  const desk = createDeviceDesk({
    store,
    secrets: {
      hash: (secret) => ({ salt: Buffer.from("new"), hash: Buffer.from(secret) }),
      matches: (presented, { hash }) => Buffer.from(hash).toString() === presented,
    },
    now: Date.now,
    onError: (error) => {
      throw error;
    },
  });
  opened.push(desk);
  return { desk, store, kept, broker, told };
}

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const desk of opened.splice(0)) desk.close();
  vi.useRealTimers();
});
