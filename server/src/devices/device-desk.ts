import type { Broker, DeviceCredential, HashedSecret, Presence } from "@trame/broker";
import {
  counterOf,
  DEFAULT_DEVICE_CONFIG,
  type DeviceConfig,
  type Plan,
  type PlanDevice,
} from "@trame/shared";
import { pollForeignCounters } from "./foreign-polling.ts";
import { keepPairingCode, type PairingStore, readPairingCode } from "./pairing-code.ts";
import { createWaitingList, type WaitingStore } from "./waiting-list.ts";

/** What of the store the desk works with. */
export interface DeskStore extends WaitingStore, PairingStore {
  plans(): Promise<readonly { readonly from: number; readonly plan: Plan }[]>;
  secret(deviceId: string): Promise<HashedSecret | null>;
}

/** Where the broker asks who may come in, and where the plan tells it. */
export interface DeviceDesk {
  /** Of the plan in force and of those recorded for later, as last refreshed. */
  readonly credentials: readonly DeviceCredential[];
  readonly pairingCode: HashedSecret | null;
  readonly online: ReadonlySet<string>;
  readonly status: ReadonlyMap<string, Reported>;
  onPresence(presence: Presence): void;
  /** Lists a device that showed the pairing code; false when the list is full. */
  onWaiting(deviceId: string): boolean;
  /**
   * The plan or the clock changed: credentials and retained configs follow ([N20]).
   * Resolves when they do; one asked for meanwhile comes after.
   */
  refresh(): Promise<void>;
  /** A secret as it is to be stored: as it is stored already when it is the same, else hashed anew. */
  hashSecret(deviceId: string, secret: string): HashedSecret;
  isPairingOn(): boolean;
  /** Keeps the hash of a code with which an unknown device may come in and wait; null switches that off ([N23]). */
  setPairingCode(code: string | null): Promise<void>;
  /** The broker that is told; nothing is told before. */
  attach(broker: Broker): void;
  close(): void;
}

/** What a device said about itself last. */
export interface Reported {
  readonly firmware: string | null;
  readonly rssi: number | null;
}

export interface DeskDeps {
  readonly store: DeskStore;
  readonly secrets: {
    hash(secret: string): HashedSecret;
    matches(presented: string, secret: HashedSecret): boolean;
  };
  /** UTC ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Longest time that a timer can hold. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Who may come in, and what they are told. */
interface Rules {
  readonly credentials: readonly DeviceCredential[];
  readonly pairingCode: HashedSecret | null;
  readonly devices: readonly PlanDevice[];
  readonly configs: ReadonlyMap<string, DeviceConfig>;
  /** When the next plan takes hold; null when none is recorded. */
  readonly nextFrom: number | null;
}

const NOBODY: Rules = {
  credentials: [],
  pairingCode: null,
  devices: [],
  configs: new Map(),
  nextFrom: null,
};

export function createDeviceDesk({ store, secrets, now, onError }: DeskDeps): DeviceDesk {
  const online = new Set<string>();
  const status = new Map<string, Reported>();
  let rules = NOBODY;
  let broker: Broker | null = null;
  let polling: { close(): void } | null = null;
  let isClosed = false;
  // Whom the store does not list is not let on: nothing of what it says would be kept.
  const onRefused = (deviceId: string): void => broker?.disconnect(deviceId);
  const waiting = createWaitingList({ store, now, onRefused, onError });
  const refresh = oneByOne(readAndTell);
  // A plan recorded for later takes hold by itself ([N21]).
  const turn = createTurn(now, () => void refresh().catch(onError));

  async function readAndTell(): Promise<void> {
    const [read] = await Promise.all([readRules(store, now()), waiting.reload()]);
    if (isClosed) return;
    const before = rules;
    rules = read;
    if (broker !== null) tell(broker, before);
    turn.planFor(rules.nextFrom);
  }

  function tell(to: Broker, before: Rules): void {
    to.replaceCredentials(rules.credentials);
    to.setPairingCode(rules.pairingCode);
    tellConfigs(to, before.configs, rules.configs);
    polling?.close();
    polling = pollForeignCounters(rules.devices, to);
  }

  return {
    online,
    status,
    get credentials() {
      return rules.credentials;
    },
    get pairingCode() {
      return rules.pairingCode;
    },
    onPresence({ deviceId, online: isOnline, status: said }) {
      if (isOnline) online.add(deviceId);
      else online.delete(deviceId);
      if (said?.online === true) status.set(deviceId, { firmware: said.firmware, rssi: said.rssi });
    },
    onWaiting: waiting.add,
    refresh,
    hashSecret: (deviceId, secret) => keptOrNew(secretOf(rules, deviceId), secret, secrets),
    isPairingOn: () => rules.pairingCode !== null,
    async setPairingCode(code) {
      const { pairingCode } = rules;
      const kept = code === null ? null : keptOrNew(pairingCode, code, secrets);
      await keepPairingCode(store, kept, now());
      await refresh();
    },
    attach(started) {
      broker = started;
      tell(started, NOBODY);
    },
    close() {
      isClosed = true;
      turn.close();
      polling?.close();
    },
  };
}

/** Runs something once, at a moment (UTC ms) or earlier where no timer can wait as long; null at none. */
function createTurn(now: () => number, run: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    planFor(moment: number | null): void {
      clearTimeout(timer);
      if (moment === null) return;
      timer = setTimeout(run, Math.min(Math.max(0, moment - now()), TIMER_MAX_MS));
      timer.unref();
    },
    close: () => clearTimeout(timer),
  };
}

/** One after the other, so that what was read last is what holds. */
function oneByOne(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
}

type Configs = ReadonlyMap<string, DeviceConfig>;

function tellConfigs(to: Broker, before: Configs, after: Configs): void {
  for (const deviceId of before.keys()) {
    if (!after.has(deviceId)) to.publishConfig(deviceId, null);
  }
  for (const [deviceId, config] of after) to.publishConfig(deviceId, config);
}

async function readRules(store: DeskStore, at: number): Promise<Rules> {
  const [versions, pairingCode] = await Promise.all([store.plans(), readPairingCode(store)]);
  const current = versions.findLast((version) => version.from <= at)?.plan;
  const later = versions.filter((version) => version.from > at);
  const plans = later.map(({ plan }) => plan);
  const devices = distinctDevices(current === undefined ? plans : [current, ...plans]);
  const credentials = await Promise.all(
    devices.map(async ({ id, make = "trame", topic }) => {
      return { deviceId: id, make, topic: topic ?? id, secret: await store.secret(id) };
    }),
  );
  const configs = current === undefined ? new Map<string, DeviceConfig>() : configsOf(current);
  return { credentials, pairingCode, devices, configs, nextFrom: later[0]?.from ?? null };
}

function secretOf({ credentials }: Rules, deviceId: string): HashedSecret | null {
  return credentials.find((device) => device.deviceId === deviceId)?.secret ?? null;
}

/** A new salt would look like a new secret, and close the device's connection. */
function keptOrNew(
  kept: HashedSecret | null,
  secret: string,
  { matches, hash }: DeskDeps["secrets"],
): HashedSecret {
  return kept !== null && matches(secret, kept) ? kept : hash(secret);
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
