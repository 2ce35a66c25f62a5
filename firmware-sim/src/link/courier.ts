/**
 * The firmware's talking part, for one boot: it carries the counter's samples to the broker until each is acknowledged. What was
 * not acknowledged when a connection ends goes out again, built anew with a new outer `up`.
 */
import {
  buildTopic,
  type DeviceConfig,
  type DeviceEvent,
  decodeConfig,
  encodeCounts,
  encodeStatus,
  IN_FLIGHT_MAX,
  type Sample,
} from "@trame/shared";
import type { Counter } from "../counter/counter.ts";
import { createButtonPost } from "./button-post.ts";
import { type Connection, type ConnectionOptions, startConnection } from "./connection.ts";
import type { Packet, Session } from "./dial.ts";

/** Carries the samples of one boot. */
export interface Courier {
  /** Most pieces of this boot that an acknowledged message told. */
  readonly acknowledged: number;
  /** Most pieces of this boot that any message told: the broker may have heard of them. */
  readonly spoken: number;
  /** Samples may be waiting: sends them as soon as the rhythm allows. */
  wake(): void;
  /** Carries it as soon as there is a connection, again until it is acknowledged. */
  tell(event: DeviceEvent): void;
  /** The network is within reach: calls, and calls again, until `shut`. */
  open(): void;
  /** Cuts the connection without a farewell and calls no more. */
  shut(): void;
}

export interface CourierOptions
  extends Pick<ConnectionOptions, "identity" | "clock" | "dial" | "random" | "spreadMs"> {
  readonly counter: Counter;
  /** `up` now, an integer. */
  readonly up: () => number;
  readonly config: () => DeviceConfig;
  readonly onConfig: (config: DeviceConfig) => void;
  readonly onAcknowledged: () => void;
}

const FIRMWARE = "sim-1.0.0";
/** Without an acknowledgement for so long a connection is held for dead. */
const ACK_TIMEOUT_MS = 20_000;

/** A courier that stays silent until `open`. */
export function createCourier(options: CourierOptions): Courier {
  const { clock, counter } = options;
  const told = { acknowledged: 0, spoken: 0 };
  const buttons = createButtonPost(options);
  const flight = createFlight(options, () => connection?.hangUp());
  let connection: Connection | null = null;
  let session: Session | null = null;
  let sentAt = Number.NEGATIVE_INFINITY;
  let cancelSending: () => void = () => undefined;

  const events = {
    onUp(next: Session) {
      session = next;
      next.publish(onlinePacket(options), () => undefined);
      buttons.up(next);
      wake();
    },
    onConfig(payload: Uint8Array | string) {
      takeConfig(options, payload);
    },
    onDown() {
      session = null;
      buttons.down();
      cancelSending();
      for (const message of flight.clear()) counter.giveBack(message);
    },
  };

  const canSend = () => flight.size < IN_FLIGHT_MAX && counter.ring.waiting > 0;

  const wake = () => {
    if (session === null || !canSend()) return;
    cancelSending();
    const next = sentAt + options.config().reportEveryMs;
    if (clock.now() < next) {
      cancelSending = clock.at(next, wake);
      return;
    }
    sentAt = clock.now();
    while (canSend()) sendOne(session);
  };

  const sendOne = (through: Session) => {
    const message = flight.add();
    const samples = counter.take(message);
    const pieces = samples.at(-1)?.pieces ?? 0;
    told.spoken = Math.max(told.spoken, pieces);
    through.publish(countsPacket(options, samples), () => {
      if (!flight.remove(message)) return;
      counter.forget(message);
      connection?.praise();
      told.acknowledged = Math.max(told.acknowledged, pieces);
      options.onAcknowledged();
      wake();
    });
  };

  return {
    get acknowledged() {
      return told.acknowledged;
    },
    get spoken() {
      return told.spoken;
    },
    wake,
    tell: buttons.tell,
    open() {
      connection ??= startConnection({ ...options, ...events });
    },
    shut() {
      connection?.close();
      connection = null;
    },
  };
}

/** Messages that wait for their acknowledgement. */
interface Flight {
  readonly size: number;
  /** The number of a message that now sets out. */
  add(): number;
  /** False when it was not, or no longer, waited for. */
  remove(message: number): boolean;
  /** Waits for none any more; which they were. */
  clear(): number[];
}

/**
 * On a slow link a message waits behind the older ones, so their acknowledgements give it time again; those of newer ones do
 * not, since it was lost then.
 */
function createFlight({ clock }: CourierOptions, onTimeout: () => void): Flight {
  const timers = new Map<number, () => void>();
  let last = 0;
  const arm = (message: number) => {
    timers.get(message)?.();
    timers.set(message, clock.at(clock.now() + ACK_TIMEOUT_MS, onTimeout));
  };
  return {
    get size() {
      return timers.size;
    },
    add() {
      arm(++last);
      return last;
    },
    remove(message) {
      timers.get(message)?.();
      if (!timers.delete(message)) return false;
      for (const newer of [...timers.keys()].filter((each) => each > message)) arm(newer);
      return true;
    },
    clear() {
      const messages = [...timers.keys()];
      for (const cancel of timers.values()) cancel();
      timers.clear();
      return messages;
    },
  };
}

function takeConfig({ onConfig }: CourierOptions, payload: Uint8Array | string): void {
  const config = decodeConfig(payload);
  if (config !== null) onConfig(config);
}

function countsPacket(
  { identity, counter, up }: CourierOptions,
  samples: readonly Sample[],
): Packet {
  const payload = encodeCounts({ boot: counter.boot, up: up(), samples });
  return { topic: buildTopic(identity.device, "counts"), payload, retain: false };
}

function onlinePacket({ identity, counter }: CourierOptions): Packet {
  const status = { online: true, boot: counter.boot, firmware: FIRMWARE, rssi: null };
  const topic = buildTopic(identity.device, "status");
  return { topic, payload: encodeStatus(status), retain: true };
}
