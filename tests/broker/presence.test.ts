import type { MqttClient } from "mqtt";
import { describe, expect, it } from "vitest";
import { closeOf, connect, openBroker, refusalCode, type TestBroker } from "./open-broker.ts";

const STATUS = "trame/v1/esp-01/status";
const will = {
  topic: STATUS,
  payload: Buffer.from('{"online":false}'),
  qos: 1,
  retain: true,
} as const;
const ONLINE = { deviceId: "esp-01", online: true, status: null };
const OFFLINE = { deviceId: "esp-01", online: false, status: null };

/** Ends without a DISCONNECT, as a power cut does. */
function cut(client: MqttClient): Promise<void> {
  const closed = closeOf(client);
  client.stream.destroy();
  return closed;
}

/** A round trip of another device, after which everything that came before it was dealt with. */
async function settle(broker: TestBroker): Promise<void> {
  const other = await connect(broker, "esp-02");
  await other.publishAsync("trame/v1/esp-02/counts", "{}", { qos: 1 });
}

describe("a presence", () => {
  it("[B11] is online with the connection and offline with its end", async () => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01", { will });
    expect(await broker.presences.next()).toEqual(ONLINE);
    await device.endAsync();
    expect(await broker.presences.next()).toEqual(OFFLINE);
  });

  it("[B11] is offline once when the device vanishes, and its will is no publication", async () => {
    const broker = await openBroker();
    await cut(await connect(broker, "esp-01", { will }));
    await settle(broker);
    const ofDevice = broker.presences.all.filter(({ deviceId }) => deviceId === "esp-01");
    expect(ofDevice).toEqual([ONLINE, OFFLINE]);
    expect(broker.publications.all.map(({ deviceId }) => deviceId)).toEqual(["esp-02"]);
  });

  it("[B11] stays online when the same device has connected again, whatever the old will says", async () => {
    const broker = await openBroker();
    const former = await connect(broker, "esp-01", { will });
    const replaced = closeOf(former);
    await connect(broker, "esp-01", { will });
    await replaced;
    await settle(broker);
    const ofDevice = broker.presences.all.filter(({ deviceId }) => deviceId === "esp-01");
    expect(ofDevice).toEqual([ONLINE, ONLINE]);
  });

  it("[B12] is not touched by somebody who has another secret", async () => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    expect(await refusalCode(connect(broker, "esp-01", { password: "guessed" }))).toBe(5);
    await device.publishAsync("trame/v1/esp-01/counts", "{}", { qos: 1 });
    expect(broker.presences.all).toEqual([ONLINE]);
  });

  it("[B12] passes to the newer connection that presents the same secret", async () => {
    const broker = await openBroker();
    const former = await connect(broker, "esp-01");
    const replaced = closeOf(former);
    const newer = await connect(broker, "esp-01");
    await replaced;
    await newer.publishAsync("trame/v1/esp-01/counts", "{}", { qos: 1 });
    expect(broker.connections).toBe(1);
  });

  it("[B21] comes with the status that the device gives", async () => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    await broker.presences.next();
    await device.publishAsync(STATUS, '{"online":true,"firmware":"1.0.0","rssi":-61}', {
      qos: 1,
      retain: true,
    });
    const status = { online: true, boot: null, firmware: "1.0.0", rssi: -61 };
    expect(await broker.presences.next()).toEqual({ deviceId: "esp-01", online: true, status });
    expect(broker.publications.all).toEqual([]);
  });

  it("[B21] leaves a status that can't be read to the server", async () => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    await device.publishAsync(STATUS, "up", { qos: 1 });
    expect(broker.publications.all).toMatchObject([{ kind: "status", payload: Buffer.from("up") }]);
    expect(broker.presences.all).toEqual([ONLINE]);
  });
});
