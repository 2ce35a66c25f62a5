import { connect as connectTcp } from "node:net";
import { hashSecret, startBroker } from "@trame/broker";
import { describe, expect, it } from "vitest";
import { closeOf, connect, createStored, openBroker, openSocket } from "./open-broker.ts";

function tryConnect(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectTcp(port, "127.0.0.1");
    socket.once("connect", () => resolve("connected"));
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    socket.once("close", () => socket.destroy());
  });
}

describe("closing", () => {
  it("[B20] ends every connection and leaves nothing listening", async () => {
    const broker = await openBroker();
    const stranger = openSocket(broker);
    const device = await connect(broker, "esp-01");
    expect(broker.connections).toBe(2);
    const closed = Promise.all([closeOf(device), stranger.closed]);
    await broker.close();
    await closed;
    expect(await tryConnect(broker.port)).toBe("ECONNREFUSED");
    expect(broker.connections).toBe(0);
  });

  it("[B20] acknowledges nothing that was not stored, and waits for nothing", async () => {
    const stored = createStored();
    const broker = await openBroker({ accept: () => stored.promise });
    const device = await connect(broker, "esp-01");
    let isAcknowledged = false;
    device.publish("trame/v1/esp-01/counts", "{}", { qos: 1 }, (error) => {
      isAcknowledged = !error;
    });
    await broker.publications.next();
    const closed = closeOf(device);
    await broker.close();
    stored.resolve();
    await closed;
    expect(isAcknowledged).toBe(false);
  });

  it("[B20] tells no presence, since nothing is known of the devices", async () => {
    const broker = await openBroker();
    await connect(broker, "esp-01");
    await broker.presences.next();
    await broker.close();
    expect(broker.presences.all).toEqual([{ deviceId: "esp-01", online: true, status: null }]);
  });

  it("[B20] can be asked for twice", async () => {
    const broker = await openBroker();
    await broker.close();
    await broker.close();
  });
});

describe("a start", () => {
  it("on a port that is taken says so", async () => {
    const { port } = await openBroker();
    const silent = { info: () => undefined, warn: () => undefined };
    const starting = startBroker({
      host: "127.0.0.1",
      port,
      accept: () => undefined,
      onPresence: () => undefined,
      onWaiting: () => false,
      log: silent,
    });
    await expect(starting).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("a secret", () => {
  it("[B22] is stored with a salt of its own, and nothing of it is left", () => {
    const [first, second] = [hashSecret("s3cret"), hashSecret("s3cret")];
    expect(first.salt).toHaveLength(16);
    expect(first.hash).toHaveLength(32);
    expect(first.salt.equals(second.salt)).toBe(false);
    expect(first.hash.equals(second.hash)).toBe(false);
  });
});
