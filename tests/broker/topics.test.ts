import { DEFAULT_DEVICE_CONFIG, encodeConfig } from "@trame/shared";
import type { MqttClient } from "mqtt";
import { describe, expect, it } from "vitest";
import { closeOf, connect, openBroker } from "./open-broker.ts";

const CONFIG = "trame/v1/esp-01/config";

function nextMessage(client: MqttClient): Promise<{ topic: string; payload: string }> {
  return new Promise((resolve) => {
    client.once("message", (topic, payload) => resolve({ topic, payload: payload.toString() }));
  });
}

describe("a device", () => {
  it.each([
    "trame/v1/esp-02/counts",
    "trame/v1/esp-01/config",
    "trame/v1/esp-01/counts/more",
    "trame/v1/esp-01/constructor",
    "$SYS/x/heartbeat",
    "tele/esp-01/SENSOR",
    "a",
  ])("[B3] that publishes to %s is closed, unacknowledged", async (topic) => {
    const broker = await openBroker();
    const other = await connect(broker, "esp-02");
    const device = await connect(broker, "esp-01");
    const closed = closeOf(device);
    let isAcknowledged = false;
    device.publish(topic, "{}", { qos: 1 }, (error) => {
      isAcknowledged = !error;
    });
    await closed;
    expect(isAcknowledged).toBe(false);
    expect(broker.publications.all).toEqual([]);
    expect(other.connected).toBe(true);
  });

  it.each([
    "trame/v1/esp-02/config",
    "trame/v1/esp-01/counts",
    "trame/v1/+/config",
    "trame/v1/esp-01/#",
    "#",
    "$SYS/#",
    "$share/group/trame/v1/esp-01/config",
  ])("[B4] is refused %s and stays connected", async (filter) => {
    const broker = await openBroker();
    const device = await connect(broker, "esp-01");
    await expect(device.subscribeAsync(filter, { qos: 1 })).rejects.toThrow();
    await device.publishAsync("trame/v1/esp-01/counts", "{}", { qos: 1 });
  });

  it("[B4] hears nothing of what others publish, also beside a filter of its own", async () => {
    const broker = await openBroker();
    const heard: string[] = [];
    const device = await connect(broker, "esp-01");
    device.on("message", (topic) => heard.push(topic));
    await device.subscribeAsync([CONFIG, "trame/v1/esp-02/#"]).catch(() => undefined);
    const other = await connect(broker, "esp-02");
    await other.publishAsync("trame/v1/esp-02/counts", "{}", { qos: 1, retain: true });
    const received = nextMessage(device);
    broker.publishConfig("esp-01", DEFAULT_DEVICE_CONFIG);
    await received;
    expect(heard).toEqual([CONFIG]);
  });
});

describe("a config", () => {
  const config = encodeConfig(DEFAULT_DEVICE_CONFIG);

  it("[B5] waits for the device to subscribe", async () => {
    const broker = await openBroker();
    broker.publishConfig("esp-01", DEFAULT_DEVICE_CONFIG);
    const device = await connect(broker, "esp-01");
    const received = nextMessage(device);
    await device.subscribeAsync(CONFIG, { qos: 1 });
    expect(await received).toEqual({ topic: CONFIG, payload: config });
  });

  it("[B5] is replaced by a later one, at once and for the next connection", async () => {
    const broker = await openBroker();
    const changed = { ...DEFAULT_DEVICE_CONFIG, minStitches: 12 };
    const device = await connect(broker, "esp-01");
    broker.publishConfig("esp-01", DEFAULT_DEVICE_CONFIG);
    const first = nextMessage(device);
    await device.subscribeAsync(CONFIG, { qos: 1 });
    await first;
    const second = nextMessage(device);
    broker.publishConfig("esp-01", changed);
    expect((await second).payload).toBe(encodeConfig(changed));
    const again = await connect(broker, "esp-01");
    const third = nextMessage(again);
    await again.subscribeAsync(CONFIG, { qos: 1 });
    expect((await third).payload).toBe(encodeConfig(changed));
  });

  it("[B5] is gone once it is taken back", async () => {
    const broker = await openBroker();
    broker.publishConfig("esp-01", { ...DEFAULT_DEVICE_CONFIG, minStitches: 1 });
    broker.publishConfig("esp-01", null);
    const device = await connect(broker, "esp-01");
    const received = nextMessage(device);
    await device.subscribeAsync(CONFIG, { qos: 1 });
    broker.publishConfig("esp-01", DEFAULT_DEVICE_CONFIG);
    expect((await received).payload).toBe(config);
  });
});
