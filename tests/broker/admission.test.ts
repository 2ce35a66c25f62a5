import { hashSecret } from "@trame/broker";
import mqtt from "mqtt";
import { describe, expect, it } from "vitest";
import { closeOf, connect, credential, openBroker, refusalCode, secretOf } from "./open-broker.ts";

const NOT_AUTHORIZED = 5;

describe("the door", () => {
  it("[B1] lets a device in with its own secret", async () => {
    const broker = await openBroker();
    expect(await refusalCode(connect(broker, "esp-01"))).toBeNull();
  });

  it.each([
    ["another secret", { password: secretOf("esp-02") }],
    ["an empty secret", { password: "" }],
    ["another client id", { clientId: "esp-02" }],
    ["no client id", { clientId: "" }],
    ["another user name", { username: "esp-02" }],
    ["an unknown user name", { username: "esp-99", clientId: "esp-99" }],
  ])("[B1] refuses a device with %s", async (_, options) => {
    const broker = await openBroker();
    expect(await refusalCode(connect(broker, "esp-01", options))).toBe(NOT_AUTHORIZED);
  });

  it("[B1] refuses who says no name", async () => {
    const { url } = await openBroker({ pairingCode: hashSecret("") });
    const nameless = mqtt.connectAsync(url, { clientId: "esp-01", reconnectPeriod: 0 }, false);
    expect(await refusalCode(nameless)).toBe(NOT_AUTHORIZED);
  });

  it.each(["constructor", "__proto__", "toString"])(
    "[B2] knows %s only when the plan names it",
    async (name) => {
      const broker = await openBroker({ pairingCode: null });
      expect(await refusalCode(connect(broker, name))).toBe(NOT_AUTHORIZED);
      broker.replaceCredentials([credential(name)]);
      const device = await connect(broker, name);
      await device.subscribeAsync(`trame/v1/${name}/config`, { qos: 1 });
      await device.publishAsync(`trame/v1/${name}/counts`, "{}", { qos: 1 });
      expect(await broker.publications.next()).toMatchObject({ deviceId: name, kind: "counts" });
    },
  );

  it.each([
    ["a keep-alive of 0", { keepalive: 0 }],
    ["a keep-alive over 120 s", { keepalive: 121 }],
    ["a session to be kept", { clean: false }],
  ])("[B14] refuses %s", async (_, options) => {
    const broker = await openBroker();
    expect(await refusalCode(connect(broker, "esp-01", options))).toBe(NOT_AUTHORIZED);
  });

  it("[B14] lets keep-alives of 1 and of 120 s in", async () => {
    const broker = await openBroker();
    expect(await refusalCode(connect(broker, "esp-01", { keepalive: 1 }))).toBeNull();
    expect(await refusalCode(connect(broker, "esp-02", { keepalive: 120 }))).toBeNull();
  });

  it("[B3] refuses a will outside the device's own status", async () => {
    const broker = await openBroker();
    const topics = ["trame/v1/esp-02/status", "trame/v1/esp-01/counts", "$SYS/x/heartbeat"];
    for (const topic of topics) {
      const will = { topic, payload: Buffer.from("{}"), qos: 1 as const };
      expect(await refusalCode(connect(broker, "esp-01", { will }))).toBe(NOT_AUTHORIZED);
    }
  });
});

describe("the pairing code", () => {
  const password = "atelier";
  const pairingCode = hashSecret(password);

  it("[B8] lets an unknown device in, which then waits and is heard", async () => {
    const broker = await openBroker({ pairingCode });
    const device = await connect(broker, "esp-99", { password });
    await device.publishAsync("trame/v1/esp-99/counts", "{}", { qos: 1 });
    expect(broker.waiting).toEqual(["esp-99"]);
    expect(await broker.publications.next()).toMatchObject({ deviceId: "esp-99" });
  });

  it("[B8] is off by default, and does not help a device whose id is none", async () => {
    const closed = await openBroker();
    expect(await refusalCode(connect(closed, "esp-99", { password: "" }))).toBe(NOT_AUTHORIZED);
    const open = await openBroker({ pairingCode });
    expect(await refusalCode(connect(open, "esp/99", { password }))).toBe(NOT_AUTHORIZED);
    expect(await refusalCode(connect(open, "esp-99", { password: "other" }))).toBe(NOT_AUTHORIZED);
    expect(open.waiting).toEqual([]);
  });

  it("[B8] lets nobody in once the list is full", async () => {
    const broker = await openBroker({ pairingCode, onWaiting: () => false });
    expect(await refusalCode(connect(broker, "esp-99", { password }))).toBe(NOT_AUTHORIZED);
  });

  it("[B9] serves a waiting device until it is given a secret of its own", async () => {
    const broker = await openBroker({ pairingCode });
    const device = await connect(broker, "esp-99", { password });
    broker.replaceCredentials([credential("esp-99", { secret: null })]);
    await device.publishAsync("trame/v1/esp-99/counts", "{}", { qos: 1 });
    expect(await broker.publications.next()).toMatchObject({ deviceId: "esp-99" });
    const closed = closeOf(device);
    broker.replaceCredentials([credential("esp-99")]);
    await closed;
    expect(await refusalCode(connect(broker, "esp-99", { password }))).toBe(NOT_AUTHORIZED);
    expect(await refusalCode(connect(broker, "esp-99"))).toBeNull();
  });

  it("[B10] closes the connections that used it when it changes, and no other", async () => {
    const broker = await openBroker({ pairingCode });
    const waiting = await connect(broker, "esp-99", { password });
    const named = await connect(broker, "esp-01");
    broker.setPairingCode({ ...pairingCode });
    await waiting.subscribeAsync("trame/v1/esp-99/config");
    const closed = closeOf(waiting);
    broker.setPairingCode(null);
    await closed;
    expect(named.connected).toBe(true);
    expect(await refusalCode(connect(broker, "esp-99", { password }))).toBe(NOT_AUTHORIZED);
  });
});

describe("credentials that change", () => {
  const known = credential("esp-01");

  it.each([
    ["the device is gone", []],
    ["its secret is another", [credential("esp-01")]],
    ["it has no secret any more", [{ ...known, secret: null }]],
    ["its make is another", [{ ...known, make: "tasmota" as const }]],
    ["its topic is another", [{ ...known, topic: "elsewhere" }]],
  ])("[B10] close a connection when %s", async (_, credentials) => {
    const broker = await openBroker({ credentials: [known] });
    const device = await connect(broker, "esp-01");
    await broker.presences.next();
    const closed = closeOf(device);
    broker.replaceCredentials(credentials);
    await closed;
    expect(await broker.presences.next()).toEqual({
      deviceId: "esp-01",
      online: false,
      status: null,
    });
  });

  it("[B10] leave a connection alone whose right is the same", async () => {
    const broker = await openBroker({ credentials: [known, credential("esp-02")] });
    const device = await connect(broker, "esp-01");
    broker.replaceCredentials([{ ...known }]);
    await device.publishAsync("trame/v1/esp-01/counts", "{}", { qos: 1 });
    expect(broker.presences.all).toEqual([{ deviceId: "esp-01", online: true, status: null }]);
  });

  it("[B10] close a connection on request", async () => {
    const broker = await openBroker();
    const closed = closeOf(await connect(broker, "esp-01"));
    broker.disconnect("esp-02");
    broker.disconnect("esp-01");
    await closed;
  });
});
