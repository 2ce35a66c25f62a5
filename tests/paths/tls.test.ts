/** A whole server over TLS: screens, sockets and counters, with a device that trusts its authority. */
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer, type SecureVersion } from "node:tls";
import { startApp } from "@trame/server";
import { buildTopic, encodeCounts } from "@trame/shared";
import mqtt from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { makeOwnPair } from "../server/tls/support/make-own-pair.ts";

const TOKEN = "token-of-the-tests";
const HOST = "127.0.0.1";

async function openSecure({ own = false } = {}) {
  const data = await mkdtemp(join(tmpdir(), "trame-tls-path-"));
  const pair = own ? makeOwnPair(data, { name: "localhost" }) : null;
  const app = await startApp({
    ...{ data, host: HOST, httpPort: 0, mqttPort: 0, adminToken: TOKEN },
    tls: { httpsPort: 0, mqttsPort: 0 },
    ...{ uiFolder: null, uiVersion: "test", logLevel: "silent" },
  });
  onTestFinished(async () => {
    await app.close();
    await rm(data, { recursive: true, force: true });
  });
  const ca = app.authority?.pem ?? pair?.authority ?? "";
  return { app, ca };
}

/** A request over HTTPS by somebody who trusts `ca`. */
function ask(port: number | null, path: string, { ca }: { ca: string }) {
  const options = { host: HOST, port: port ?? 0, path, ca, servername: "localhost" };
  return new Promise<{ status: number; hsts: string | undefined }>((resolve, reject) => {
    const asked = request(options, (answer) => {
      answer.resume();
      const { statusCode = 0, headers } = answer;
      resolve({ status: statusCode, hsts: headers["strict-transport-security"] });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** Which version a client that speaks `from` to `to` agrees on; "none" where there is no common one. */
function versionWith(port: number, from: SecureVersion, to: SecureVersion): Promise<string> {
  return new Promise((resolve) => {
    const versions = { minVersion: from, maxVersion: to, ciphers: "DEFAULT@SECLEVEL=0" };
    const socket = connect({ host: HOST, port, rejectUnauthorized: false, ...versions }, () => {
      resolve(socket.getProtocol() ?? "none");
      socket.destroy();
    });
    socket.once("error", () => resolve("none"));
  });
}

describe("server over TLS", () => {
  it("[TL3] answers the same over HTTPS and HTTP, and a stranger to its authority is not served", async () => {
    const { app, ca } = await openSecure();
    const plain = await fetch(`http://${HOST}:${app.httpPort}/api/v1/health`);

    expect(await ask(app.httpsPort, "/api/v1/health", { ca })).toMatchObject({
      status: plain.status,
    });
    const other = (await openSecure()).ca;
    await expect(ask(app.httpsPort, "/api/v1/health", { ca: other })).rejects.toThrow(
      /certificate/,
    );
  });

  it("[TL3] carries the live socket, which ends with the server", async () => {
    const { app, ca } = await openSecure();
    const url = `wss://localhost:${app.httpsPort}/api/v1/live`;
    const headers = { authorization: `Bearer ${TOKEN}` };
    const socket = new WebSocket(url, { ca, headers });
    const closed = new Promise((resolve) => socket.once("close", resolve));
    const heard = new Promise((resolve, reject) => {
      socket.once("message", (data) => resolve(String(data)));
      socket.once("close", reject);
    });
    socket.once("open", () => socket.send('{"type":"hello","clock":0}'));

    expect(JSON.parse(String(await heard))).toMatchObject({ type: "snapshot" });
    await app.close();
    expect(await closed).toBe(1001);
  });

  it("[TL5] a browser is told to stay on HTTPS only under the workshop's own certificate", async () => {
    const made = await openSecure();
    const own = await openSecure({ own: true });
    const plain = await fetch(`http://${HOST}:${own.app.httpPort}/api/v1/health`);

    expect((await ask(made.app.httpsPort, "/api/v1/health", made)).hsts).toBeUndefined();
    expect((await ask(own.app.httpsPort, "/api/v1/health", own)).hsts).toBe("max-age=604800");
    expect(plain.headers.get("strict-transport-security")).toBeNull();
  });

  it("[AC8] gives a cookie over TLS that no browser sends without it", async () => {
    const { app, ca } = await openSecure();
    const where = { host: HOST, port: app.httpsPort ?? 0, path: "/api/v1/sessions", ca };
    const headers = { "content-type": "application/json" };
    const cookie = await new Promise<string>((resolve, reject) => {
      const asked = request(
        { ...where, servername: "localhost", method: "POST", headers },
        (answer) => {
          answer.resume();
          resolve(String(answer.headers["set-cookie"]));
        },
      );
      asked.on("error", reject);
      asked.end(JSON.stringify({ token: TOKEN }));
    });
    expect(cookie).toMatch(/^trame-session=[\w-]{43}; .*; Secure$/);
  });

  it("[TL16] speaks no TLS older than 1.2, and 1.3 with whoever can", async () => {
    const { app } = await openSecure();
    for (const port of [app.httpsPort, app.mqttsPort]) {
      const spoken = await Promise.all([
        versionWith(port ?? 0, "TLSv1", "TLSv1.1"),
        versionWith(port ?? 0, "TLSv1", "TLSv1.2"),
        versionWith(port ?? 0, "TLSv1", "TLSv1.3"),
      ]);
      expect(spoken).toEqual(["none", "TLSv1.2", "TLSv1.3"]);
    }
  });

  it("[TL16] control: a server that speaks older ones is spoken to", async () => {
    const data = await mkdtemp(join(tmpdir(), "trame-tls-path-"));
    onTestFinished(() => rm(data, { recursive: true, force: true }));
    const { key, cert } = makeOwnPair(data, { name: "localhost" });
    const loose = { minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    const server = createServer({ key, cert, ...loose });
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await versionWith(port, "TLSv1", "TLSv1.1")).toBe("TLSv1.1");
  });

  it("[TL6] a counter is heard over MQTTS as over MQTT, and its pieces are stored", async () => {
    const { app, ca } = await openSecure();
    const put = await fetch(`http://${HOST}:${app.httpPort}/api/v1/settings/pairing-code`, {
      method: "PUT",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify({ code: "code-of-the-tests" }),
    });
    expect(put.status).toBe(200);
    const client = await mqtt.connectAsync(`mqtts://localhost:${app.mqttsPort}`, {
      ...{ clientId: "esp-01", username: "esp-01", password: "code-of-the-tests" },
      ...{ ca, protocolVersion: 4, reconnectPeriod: 0 },
    });
    onTestFinished(() => client.endAsync(true));

    const samples = [{ seq: 1, up: 1_000, pieces: 1, stitches: 240, trims: 4, state: null }];
    const counts = encodeCounts({ boot: "9f2c01ab", up: 2_000, samples });
    await client.publishAsync(buildTopic("esp-01", "counts"), Buffer.from(counts), { qos: 1 });

    const listed = await fetch(`http://${HOST}:${app.httpPort}/api/v1/devices`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(await listed.json()).toMatchObject({
      devices: [{ deviceId: "esp-01", online: true, samples: 1 }],
    });
  });
});
