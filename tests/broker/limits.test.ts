import { duplexPair } from "node:stream";
import { CONNECT_BYTES_MAX, PACKET_BYTES_MAX } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  connect,
  openBroker,
  openSocket,
  secretOf,
  type TestBroker,
  type Wire,
  wire,
} from "./open-broker.ts";
import {
  CONNACK_ACCEPTED,
  CONNACK_NOT_AUTHORIZED,
  connectPacket,
  PINGREQ,
  PINGRESP,
  packet,
  puback,
  publishPacket,
} from "./packets.ts";

const COUNTS = "trame/v1/esp-01/counts";
const LARGEST_LENGTH = Buffer.from("ffffff7f", "hex");

async function openDevice(broker: TestBroker, deviceId = "esp-01"): Promise<Wire> {
  const device = openSocket(broker);
  device.write(connectPacket(deviceId, secretOf(deviceId)));
  expect(await device.read(4)).toBe(CONNACK_ACCEPTED);
  return device;
}

/** A packet of exactly so many bytes, its variable part filled up. */
function sized(bytes: number, build: (filling: string) => Buffer): Buffer {
  const overhead = build("x".repeat(bytes)).length - bytes;
  return build("x".repeat(bytes - overhead));
}

async function isServed(broker: TestBroker): Promise<boolean> {
  const device = await connect(broker, "esp-02");
  await device.publishAsync("trame/v1/esp-02/counts", "{}", { qos: 1 });
  return device.connected;
}

describe("a packet", () => {
  it.each([
    ["a CONNECT", 0x10],
    ["anything else", 0x30],
  ])("[B13] that announces 268 MB is cut off at once: %s", async (_, type) => {
    const broker = await openBroker();
    const stranger = openSocket(broker);
    stranger.write(Buffer.concat([Buffer.from([type]), LARGEST_LENGTH]));
    await stranger.closed;
    const device = await openDevice(broker);
    device.write(Buffer.concat([Buffer.from([type]), LARGEST_LENGTH]));
    await device.closed;
    expect(await isServed(broker)).toBe(true);
  });

  it("[B13] that announces 268 MB would be waited for without the limit (control)", async () => {
    const limits = { connectBytesMax: Number.POSITIVE_INFINITY };
    const broker = await openBroker({ limits });
    const stranger = openSocket(broker);
    stranger.write(Buffer.concat([Buffer.from([0x10]), LARGEST_LENGTH]));
    expect(await isServed(broker)).toBe(true);
    expect(stranger.isClosed).toBe(false);
  });

  it("[B13] may have 4 KiB before the CONNECT is accepted, and not a byte more", async () => {
    const broker = await openBroker();
    const build = (password: string) => connectPacket("esp-01", password);
    const allowed = openSocket(broker);
    allowed.write(sized(CONNECT_BYTES_MAX, build));
    expect(await allowed.read(4)).toBe(CONNACK_NOT_AUTHORIZED);
    const over = openSocket(broker);
    over.write(sized(CONNECT_BYTES_MAX + 1, build));
    expect(await over.read(4)).toBe("");
  });

  it("[B13] may have 32 KiB after it, and not a byte more", async () => {
    const broker = await openBroker();
    const build = (payload: string) => publishPacket(COUNTS, payload);
    const device = await openDevice(broker);
    device.write(sized(PACKET_BYTES_MAX, build));
    expect(await device.read(4)).toBe(puback(1));
    device.write(sized(PACKET_BYTES_MAX + 1, build));
    expect(await device.read(4)).toBe("");
  });

  it("[B13] is followed wherever the network cuts it", async () => {
    const broker = await openBroker();
    const sizes = [0, 1, 127, 128, 5000, 16_384];
    const packets = sizes.map((size, id) => publishPacket(COUNTS, "x".repeat(size), id));
    const stream = Buffer.concat([...packets, PINGREQ]);
    const cut = fc.integer({ min: 1, max: stream.length - 1 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(cut, { maxLength: 40 }), async (cuts) => {
        const [near, far] = duplexPair();
        broker.attach(far, "test");
        const device = wire(near);
        device.write(connectPacket("esp-01", secretOf("esp-01")));
        await device.read(4);
        const edges = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        for (const [i, edge] of edges.entries()) device.write(stream.subarray(edge, edges[i + 1]));
        const answers = await device.read(4 * sizes.length + PINGRESP.length / 2);
        expect(answers).toHaveLength(8 * sizes.length + PINGRESP.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a connection", () => {
  it.each([
    ["GET / HTTP/1.1\r\nHost: trame\r\n\r\n"],
    ["\u0000\u0000\u0000\u0000"],
    ["\u00f0\u00ff\u00ff\u00ff\u00ff\u00ff"],
  ])("[B15] is closed when it begins with no MQTT: %j", async (garbage) => {
    const broker = await openBroker();
    const stranger = openSocket(broker);
    stranger.write(Buffer.from(garbage, "latin1"));
    await stranger.closed;
    expect(await isServed(broker)).toBe(true);
  });

  it("[B15] is closed when it goes on with no MQTT, whatever the bytes are", async () => {
    const broker = await openBroker();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const device = await openDevice(broker);
        // Reserved types 0 and 15 are never valid, [MQTT-2.2.1].
        device.write(Buffer.concat([bytes, packet(0xf0), packet(0x00)]));
        device.write(Buffer.alloc(PACKET_BYTES_MAX));
        await device.closed;
      }),
      { numRuns: 25 },
    );
    expect(await isServed(broker)).toBe(true);
  });

  it("[B15] is closed when it publishes or subscribes deeper than 16 levels", async () => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    await expect(device.subscribeAsync("a/".repeat(200))).rejects.toThrow();
    const publisher = await openDevice(broker);
    publisher.write(publishPacket(`${COUNTS}${"/a".repeat(200)}`, "{}"));
    expect(await publisher.read(4)).toBe("");
    expect(await isServed(broker)).toBe(true);
  });

  it("[B15] is closed when it connects twice", async () => {
    const device = await openDevice(await openBroker());
    device.write(connectPacket("esp-01", secretOf("esp-01")));
    expect(await device.read(4)).toBe("");
  });

  it("[B14] is closed when it says nothing, or only the beginning of a CONNECT", async () => {
    const broker = await openBroker({ limits: { connectTimeoutMs: 30 } });
    const silent = openSocket(broker);
    const slow = openSocket(broker);
    slow.write(connectPacket("esp-01", secretOf("esp-01")).subarray(0, 12));
    await Promise.all([silent.closed, slow.closed]);
    expect(await silent.read(1)).toBe("");
  });

  it("[B16] is closed at once when there are too many that were let in, until one leaves", async () => {
    const broker = await openBroker({ limits: { connectionsMax: 2 } });
    const first = await connect(broker, "esp-01");
    await openDevice(broker, "esp-02");
    await openSocket(broker).closed;
    expect(broker.connections).toBe(2);
    await broker.presences.next();
    await broker.presences.next();
    await first.endAsync();
    expect(await broker.presences.next()).toMatchObject({ deviceId: "esp-01", online: false });
    await openDevice(broker, "esp-01");
  });

  it("[B16] that says nothing keeps no counter out, however often it comes", async () => {
    const broker = await openBroker({ limits: { connectionsMax: 3 } });
    const counter = await openDevice(broker, "esp-01");
    const silent = [openSocket(broker), openSocket(broker), openSocket(broker)];
    await silent[0]?.closed;

    await openDevice(broker, "esp-02");

    await silent[1]?.closed;
    counter.write(PINGREQ);
    expect(await counter.read(2)).toBe(PINGRESP);
    expect(broker.connections).toBe(3);
  });
});
