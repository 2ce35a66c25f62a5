import { execFile, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import mqtt from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { createWebSocketStream, WebSocketServer } from "ws";
import { credential, openBroker, secretOf, type TestBroker } from "./open-broker.ts";

const COUNTS = "trame/v1/esp-01/counts";
const mosquitto = "mosquitto_pub";
const hasMosquitto = spawnSync(mosquitto, ["--help"]).error === undefined;
const why = hasMosquitto ? "" : " (not run: mosquitto_pub is not installed)";

/** An HTTP server that hands its WebSockets to the broker, as the product's does. */
async function serveWebSockets(broker: TestBroker): Promise<string> {
  const http = createServer();
  const sockets = new WebSocketServer({
    server: http,
    path: "/mqtt",
    handleProtocols: () => "mqtt",
  });
  sockets.on("connection", (socket, request) => {
    broker.attach(createWebSocketStream(socket), request.socket.remoteAddress ?? "");
  });
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
  });
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}/mqtt`;
}

describe("MQTT.js", () => {
  it("[B17] is served over a WebSocket as over TCP", async () => {
    const broker = await openBroker();
    const options = { clientId: "esp-01", username: "esp-01", reconnectPeriod: 0 };
    const url = await serveWebSockets(broker);
    const device = await mqtt.connectAsync(
      url,
      { ...options, password: secretOf("esp-01") },
      false,
    );
    await device.publishAsync(COUNTS, "x".repeat(30_000), { qos: 1 });
    expect(await broker.publications.next()).toMatchObject({ deviceId: "esp-01", topic: COUNTS });
    expect(broker.connections).toBe(1);
    await device.endAsync();
    expect(await broker.presences.next()).toMatchObject({ online: true });
    expect(await broker.presences.next()).toMatchObject({ online: false });
  });

  it("[B1] is refused over a WebSocket with return code 5", async () => {
    const url = await serveWebSockets(await openBroker());
    const stranger = { clientId: "esp-01", username: "esp-01", password: "guessed" };
    await expect(
      mqtt.connectAsync(url, { ...stranger, reconnectPeriod: 0 }, false),
    ).rejects.toMatchObject({ code: 5 });
  });
});

describe("mosquitto_pub", () => {
  it.runIf(hasMosquitto).each(["0", "1", "2"])(`[B17] is served with QoS %s${why}`, async (qos) => {
    const broker = await openBroker({ credentials: [credential("esp-01")] });
    const where = ["-h", "127.0.0.1", "-p", String(broker.port), "-q", qos, "-t", COUNTS];
    const who = ["-i", "esp-01", "-u", "esp-01", "-P", secretOf("esp-01")];
    const run = promisify(execFile);
    await run(mosquitto, [...where, ...who, "-m", "{}", "-V", "mqttv311"]);
    expect(await broker.publications.next()).toMatchObject({ topic: COUNTS, kind: "counts" });
    await expect(
      run(mosquitto, [...where, ...who.with(-1, "guessed"), "-m", "{}"]),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining("not authorised"),
    });
  });
});
