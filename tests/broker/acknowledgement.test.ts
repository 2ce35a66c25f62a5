import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  closeOf,
  connect,
  createStored,
  openBroker,
  openSocket,
  secretOf,
  type TestBroker,
  type Wire,
} from "./open-broker.ts";
import {
  CONNACK_ACCEPTED,
  connectPacket,
  PINGREQ,
  PINGRESP,
  puback,
  publishPacket,
} from "./packets.ts";

const COUNTS = "trame/v1/esp-01/counts";

async function openDevice(broker: TestBroker): Promise<Wire> {
  const device = openSocket(broker);
  device.write(connectPacket("esp-01", secretOf("esp-01")));
  expect(await device.read(4)).toBe(CONNACK_ACCEPTED);
  return device;
}

describe("an acknowledgement", () => {
  it("[B6] waits until what was published is stored", async () => {
    const stored = createStored();
    const device = await openDevice(await openBroker({ accept: () => stored.promise }));
    device.write(Buffer.concat([publishPacket(COUNTS, "{}", 7), PINGREQ]));
    expect(await device.read(2)).toBe(PINGRESP);
    stored.resolve();
    expect(await device.read(4)).toBe(puback(7));
  });

  it("[B6] would leave before that if the server said « stored » too early (control)", async () => {
    const stored = createStored();
    const device = await openDevice(await openBroker({ accept: () => Promise.resolve() }));
    let isStored = false;
    const storing = stored.promise.then(() => {
      isStored = true;
    });
    device.write(publishPacket(COUNTS, "{}", 7));
    expect(await device.read(4)).toBe(puback(7));
    expect(isStored).toBe(false);
    stored.resolve();
    await storing;
  });

  it("[B6] keeps the order of publication, also for what needs no storing", async () => {
    const stored = createStored();
    const broker = await openBroker({ accept: () => stored.promise });
    const device = await openDevice(broker);
    const status = publishPacket("trame/v1/esp-01/status", '{"online":true}', 2);
    device.write(Buffer.concat([publishPacket(COUNTS, "{}", 1), status, PINGREQ]));
    expect(await device.read(2)).toBe(PINGRESP);
    expect(broker.presences.all).toHaveLength(2);
    stored.resolve();
    expect(await device.read(8)).toBe(puback(1) + puback(2));
  });

  it.each([0, 1, 2] as const)("[B6] follows the storing of QoS %i too", async (qos) => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    await device.publishAsync(COUNTS, "{}", { qos });
    expect(await broker.publications.next()).toEqual({
      deviceId: "esp-01",
      make: "trame",
      topic: COUNTS,
      kind: "counts",
      payload: Buffer.from("{}"),
    });
  });

  it("[B6] comes for each of the messages that wait together", async () => {
    const stored = createStored();
    const device = await openDevice(await openBroker({ accept: () => stored.promise }));
    const ids = [1, 2, 3, 4, 5, 6, 7, 8];
    device.write(Buffer.concat([...ids.map((id) => publishPacket(COUNTS, "{}", id)), PINGREQ]));
    expect(await device.read(2)).toBe(PINGRESP);
    stored.resolve();
    expect(await device.read(32)).toBe(ids.map(puback).join(""));
  });
});

describe("a publication that can't be stored", () => {
  it("[B7] closes its connection, unacknowledged, and no other", async () => {
    const stored = createStored();
    const broker = await openBroker({ accept: () => stored.promise });
    const other = await connect(broker, "esp-02");
    const device = await openDevice(broker);
    device.write(publishPacket(COUNTS, "{}"));
    await broker.publications.next();
    stored.reject(new Error("disk full"));
    expect(await device.read(4)).toBe("");
    expect(device.isClosed).toBe(true);
    expect(other.connected).toBe(true);
  });

  it("[B7] does the same when the server throws", async () => {
    const broker = await openBroker({
      accept: () => {
        throw new Error("closed");
      },
    });
    const device = await openDevice(broker);
    device.write(publishPacket(COUNTS, "{}"));
    expect(await device.read(4)).toBe("");
    expect(device.isClosed).toBe(true);
  });

  it("[B7] is told in the log with its cause, once a second and not for each message", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const warned: object[] = [];
    const broker = await openBroker({
      accept: () => Promise.reject(new Error("disk full")),
      log: {
        info: () => undefined,
        warn: (fields, message) => warned.push({ ...fields, message }),
      },
    });
    const fail = async (): Promise<void> => {
      const device = await openDevice(broker);
      device.write(publishPacket(COUNTS, "{}"));
      await device.closed;
    };
    const told = { deviceId: "esp-01", error: "disk full", message: "not stored" };
    await fail();
    await fail();
    expect(warned).toEqual([{ ...told, untold: 0 }]);
    vi.advanceTimersByTime(1_000);
    await fail();
    expect(warned).toEqual([
      { ...told, untold: 0 },
      { ...told, untold: 1 },
    ]);
  });

  it("[B7] ends with its connection: nothing more is said or logged", async () => {
    const stored = createStored();
    const logged: string[] = [];
    const log = { info: () => undefined, warn: () => undefined };
    const broker = await openBroker({
      accept: () => stored.promise,
      log: { ...log, info: (_, message) => logged.push(message) },
    });
    const device = await connect(broker, "esp-01");
    device.publish(COUNTS, "{}", { qos: 1 });
    await broker.publications.next();
    const closed = closeOf(device);
    broker.disconnect("esp-01");
    await closed;
    stored.resolve();
    // Another device's round trip, behind everything that the first one caused.
    await openDevice(broker);
    expect(logged).toEqual([]);
  });
});
