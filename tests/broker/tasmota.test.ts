import { type BrokerOptions, hashSecret } from "@trame/broker";
import { describe, expect, it } from "vitest";
import {
  closeOf,
  connect,
  credential,
  openBroker,
  refusalCode,
  secretOf,
  type TestBroker,
} from "./open-broker.ts";

const SENSOR = "tele/atelier-1/SENSOR";
const sensor = '{"Time":"2026-11-22T08:00:00","COUNTER":{"C1":12}}';

function openWorkshop(options: Partial<BrokerOptions> = {}): Promise<TestBroker> {
  const plug = credential("prise-4", { make: "tasmota", topic: "atelier-1" });
  const other = credential("prise-5", { make: "tasmota", topic: "atelier-2" });
  return openBroker({ credentials: [credential("esp-01"), plug, other], ...options });
}

function connectPlug(broker: TestBroker, clientId = "DVES_9CF9D1") {
  return connect(broker, "prise-4", { clientId });
}

describe("a Tasmota counter", () => {
  it("[B18] connects with any client id but that of another device", async () => {
    const broker = await openWorkshop();
    expect(await refusalCode(connectPlug(broker, ""))).toBeNull();
    expect(await refusalCode(connectPlug(broker, "prise-4"))).toBeNull();
    expect(await refusalCode(connectPlug(broker))).toBeNull();
    expect(await refusalCode(connectPlug(broker, "esp-01"))).toBe(5);
    const taken = connect(broker, "prise-5", { clientId: "DVES_9CF9D1" });
    expect(await refusalCode(taken)).toBe(5);
  });

  it("[B8] keeps its client id when a device that waits would take it", async () => {
    const broker = await openWorkshop({ pairingCode: hashSecret("atelier") });
    const plug = await connectPlug(broker, "esp-07");
    const waiting = connect(broker, "esp-07", { password: "atelier" });
    expect(await refusalCode(waiting)).toBe(5);
    await plug.publishAsync(SENSOR, sensor, { qos: 1 });
  });

  it("[B10] loses a client id that becomes the id of a device", async () => {
    const broker = await openWorkshop();
    const plug = credential("prise-4", { make: "tasmota", topic: "atelier-1" });
    broker.replaceCredentials([plug]);
    const closed = closeOf(await connectPlug(broker, "esp-07"));
    broker.replaceCredentials([plug, credential("esp-07")]);
    await closed;
  });

  it("[B18] may have signs in its topic that mean something elsewhere, and levels", async () => {
    for (const topic of ["a$&b", "$'", "lons/prise-4"]) {
      const broker = await openBroker({
        credentials: [credential("prise-4", { make: "tasmota", topic })],
      });
      const plug = await connectPlug(broker);
      await plug.publishAsync(`tele/${topic}/SENSOR`, sensor, { qos: 1 });
      expect(broker.publications.all).toMatchObject([{ kind: "sensor" }]);
    }
  });

  it("[B18] hands on what tells something of a count", async () => {
    const broker = await openWorkshop();
    const plug = await connectPlug(broker);
    const told = [
      [SENSOR, "sensor"],
      ["stat/atelier-1/STATUS10", "status10"],
      ["tele/atelier-1/STATE", "state"],
      ["tele/atelier-1/INFO3", "info3"],
    ] as const;
    for (const [topic, kind] of told) {
      await plug.publishAsync(topic, sensor, { qos: 0 });
      expect(await broker.publications.next()).toEqual({
        deviceId: "prise-4",
        make: "tasmota",
        topic,
        kind,
        payload: Buffer.from(sensor),
      });
    }
  });

  it("[B18] stays connected through everything else that it says on connecting", async () => {
    const broker = await openWorkshop();
    const plug = await connectPlug(broker);
    const said = [
      ["tele/atelier-1/LWT", "Online"],
      ["cmnd/atelier-1/POWER", ""],
      ["tele/atelier-1/INFO1", "{}"],
      ["stat/atelier-1/RESULT", '{"POWER":"ON"}'],
      ["stat/atelier-1/POWER", "ON"],
      ["tasmota/discovery/9CF9D1/config", "{}"],
    ] as const;
    for (const [topic, payload] of said) await plug.publishAsync(topic, payload, { qos: 1 });
    await expect(plug.subscribeAsync("cmnd/tasmotas/#")).rejects.toThrow();
    await plug.publishAsync(SENSOR, sensor, { qos: 1 });
    expect(broker.publications.all.map(({ kind }) => kind)).toEqual(["sensor"]);
  });

  it.each([
    "tele/atelier-2/SENSOR",
    "cmnd/atelier-1/Power1",
    "tele/atelier-1",
    "trame/v1/prise-4/counts",
  ])("[B3] is closed when it publishes to %s", async (topic) => {
    const broker = await openWorkshop();
    const plug = await connectPlug(broker);
    const closed = closeOf(plug);
    plug.publish(topic, sensor, { qos: 1 });
    await closed;
    expect(broker.publications.all).toEqual([]);
  });

  it("[B18] hears its own commands, and no other's", async () => {
    const broker = await openWorkshop();
    const plug = await connectPlug(broker);
    await expect(plug.subscribeAsync("cmnd/atelier-2/#")).rejects.toThrow();
    await plug.subscribeAsync("cmnd/atelier-1/#");
    const received = new Promise((resolve) => {
      plug.once("message", (topic, payload) => resolve([topic, payload.toString()]));
    });
    broker.send("cmnd/atelier-2/Status", "10");
    broker.send("cmnd/atelier-1/Status", "10");
    expect(await received).toEqual(["cmnd/atelier-1/Status", "10"]);
  });

  it("[B19] is not counted by what it marks as retained", async () => {
    const broker = await openWorkshop();
    const plug = await connectPlug(broker);
    await plug.publishAsync(SENSOR, sensor, { qos: 1, retain: true });
    expect(broker.publications.all).toEqual([]);
    await plug.publishAsync(SENSOR, sensor, { qos: 1, retain: false });
    expect(broker.publications.all).toHaveLength(1);
  });

  it("[B11] is offline when its connection ends, whose will is its LWT", async () => {
    const broker = await openWorkshop();
    const will = { topic: "tele/atelier-1/LWT", payload: Buffer.from("Offline"), qos: 1 as const };
    const plug = await connect(broker, "prise-4", { clientId: "DVES_9CF9D1", will });
    expect(await broker.presences.next()).toMatchObject({ deviceId: "prise-4", online: true });
    plug.stream.destroy();
    expect(await broker.presences.next()).toMatchObject({ deviceId: "prise-4", online: false });
    expect(broker.publications.all).toEqual([]);
  });

  it("[B12] has one connection, also when the newer one bears another client id", async () => {
    const broker = await openWorkshop();
    const former = await connectPlug(broker);
    const replaced = closeOf(former);
    await connectPlug(broker, "DVES_000001");
    await replaced;
    expect(await refusalCode(connect(broker, "prise-4", { password: secretOf("x") }))).toBe(5);
  });
});

describe("a retained message of a device of ours", () => {
  it("[B19] counts when it is its own, and is replayed to nobody", async () => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    await device.publishAsync("trame/v1/esp-01/counts", "{}", { qos: 1, retain: true });
    await device.endAsync();
    const again = await connect(broker, "esp-01");
    await expect(again.subscribeAsync("trame/v1/esp-01/counts")).rejects.toThrow();
    await again.publishAsync("trame/v1/esp-01/events", "{}", { qos: 1 });
    expect(broker.publications.all.map(({ kind }) => kind)).toEqual(["counts", "events"]);
  });
});
