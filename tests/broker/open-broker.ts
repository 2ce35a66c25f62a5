/** A broker on a free port, with everything that it says kept, and clients to knock at its door. */
import { connect as connectTcp } from "node:net";
import type { Duplex } from "node:stream";
import {
  type Broker,
  type BrokerOptions,
  type DeviceCredential,
  hashSecret,
  type Presence,
  type Publication,
  startBroker,
} from "@trame/broker";
import mqtt, { type IClientOptions, type MqttClient } from "mqtt";
import { onTestFinished } from "vitest";

/** Things that arrive, to be looked at in order. */
export interface Mailbox<Item> {
  readonly all: readonly Item[];
  /** The first item that `next` has not given yet, once it is there. */
  next(): Promise<Item>;
  put(item: Item): void;
}

export interface TestBroker extends Broker {
  readonly url: string;
  readonly publications: Mailbox<Publication>;
  readonly presences: Mailbox<Presence>;
  readonly waiting: readonly string[];
}

export interface Stored {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: Error): void;
}

/** A credential whose secret is `secret of {deviceId}`. */
export function credential(
  deviceId: string,
  fields: Partial<DeviceCredential> = {},
): DeviceCredential {
  const secret = hashSecret(secretOf(deviceId));
  return { deviceId, make: "trame", topic: deviceId, secret, ...fields };
}

export function secretOf(deviceId: string): string {
  return `secret of ${deviceId}`;
}

/** Starts a broker that knows esp-01 and esp-02; it closes with the test. */
export async function openBroker(options: Partial<BrokerOptions> = {}): Promise<TestBroker> {
  const publications = createMailbox<Publication>();
  const presences = createMailbox<Presence>();
  const waiting: string[] = [];
  const broker = await startBroker({
    host: "127.0.0.1",
    port: 0,
    credentials: [credential("esp-01"), credential("esp-02")],
    onPresence: presences.put,
    onWaiting: (deviceId) => waiting.push(deviceId) > 0,
    log: { info: () => undefined, warn: () => undefined },
    ...options,
    accept: (publication) => {
      publications.put(publication);
      return options.accept?.(publication);
    },
  });
  onTestFinished(() => broker.close());
  // Getters such as `connections` live on the broker itself.
  return Object.assign(Object.create(broker) as Broker, {
    url: `mqtt://127.0.0.1:${broker.port}`,
    publications,
    presences,
    waiting,
  });
}

/** Connects a device with its own secret, unless told otherwise. */
export async function connect(
  broker: TestBroker,
  deviceId: string,
  options: IClientOptions = {},
): Promise<MqttClient> {
  const client = await mqtt.connectAsync(
    broker.url,
    {
      clientId: deviceId,
      username: deviceId,
      password: secretOf(deviceId),
      reconnectPeriod: 0,
      ...options,
    },
    false,
  );
  // A connection that is cut may be reset: that is what the tests look at, not an error of theirs.
  client.on("error", () => undefined);
  onTestFinished(() => client.endAsync(true));
  return client;
}

/** The return code with which a connection is refused; null when it is let in. */
export async function refusalCode(connecting: Promise<MqttClient>): Promise<unknown> {
  try {
    await connecting;
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

/** Resolves when the broker has closed the client's connection. */
export function closeOf(client: MqttClient): Promise<void> {
  return new Promise((resolve) => {
    client.once("close", () => resolve());
  });
}

/** A plain socket to the broker. */
export function openSocket(broker: TestBroker): Wire {
  return wire(connectTcp(broker.port, "127.0.0.1"));
}

/** Bytes to and from a stream. */
export interface Wire {
  write(bytes: Uint8Array): void;
  /** The next `length` bytes that come back. */
  read(length: number): Promise<string>;
  readonly closed: Promise<void>;
  readonly isClosed: boolean;
}

/** Reads and writes a stream as bytes in hex; it is destroyed with the test. */
export function wire(stream: Duplex): Wire {
  let received = Buffer.alloc(0);
  let isClosed = false;
  let wake: () => void = () => undefined;
  stream.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    wake();
  });
  stream.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => {
    stream.once("close", () => {
      isClosed = true;
      resolve();
      wake();
    });
  });
  onTestFinished(() => {
    stream.destroy();
  });
  return {
    write: (bytes) => stream.write(bytes),
    closed,
    get isClosed() {
      return isClosed;
    },
    async read(length) {
      while (received.length < length && !isClosed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const bytes = received.subarray(0, length);
      received = received.subarray(length);
      return bytes.toString("hex");
    },
  };
}

/** A promise to settle by hand, in the place of a disk. */
export function createStored(): Stored {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { promise, resolve, reject };
}

function createMailbox<Item>(): Mailbox<Item> {
  const all: Item[] = [];
  let taken = 0;
  let wake: () => void = () => undefined;
  return {
    all,
    put(item) {
      all.push(item);
      wake();
    },
    async next() {
      while (all.length <= taken) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return all[taken++] as Item;
    },
  };
}
