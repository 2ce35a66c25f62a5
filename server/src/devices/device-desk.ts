import type { Broker, DeviceCredential, HashedSecret, Presence } from "@trame/broker";
import type { DeviceConfig, Plan } from "@trame/shared";
import { createSecretDesk, type SecretDesk, type SecretStore } from "./device-secrets.ts";
import { pollForeignCounters } from "./foreign-polling.ts";
import { keepPairingCode, type PairingStore } from "./pairing-code.ts";
import { NOBODY, type Rules, readRules, secretOf } from "./rules.ts";
import { createWaitingList, type WaitingStore } from "./waiting-list.ts";

/** What of the store the desk works with. */
export interface DeskStore extends WaitingStore, PairingStore, SecretStore {
  plans(): Promise<readonly { readonly from: number; readonly plan: Plan }[]>;
}

/** Where the broker asks who may come in, and where the plan tells it. */
export interface DeviceDesk extends SecretDesk {
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
    turn.planFor(rules.nextTurn);
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
    ...createSecretDesk({
      ...{ store, now, refresh, onError, hash: secrets.hash },
      isNamed: (deviceId) => rules.credentials.some((device) => device.deviceId === deviceId),
    }),
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

/** A new salt would look like a new secret, and close the device's connection. */
function keptOrNew(
  kept: HashedSecret | null,
  secret: string,
  { matches, hash }: DeskDeps["secrets"],
): HashedSecret {
  return kept !== null && matches(secret, kept) ? kept : hash(secret);
}
