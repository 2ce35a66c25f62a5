import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { type AddressInfo, connect as connectTcp, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { openWorkshop, planOf, report } from "./open-workshop.ts";

const HOUR = 3_600_000;
const boot = "9f2c01ab";
const MAIN = fileURLToPath(new URL("../../server/src/main.ts", import.meta.url));
const REBUILD = fileURLToPath(new URL("../../server/src/rebuild.ts", import.meta.url));

interface Ready {
  readonly ready: true;
  readonly http: string;
  readonly mqtt: string;
  readonly mqttWs: string;
  readonly https: string | null;
  readonly mqtts: string | null;
}

/** What a program said and how it ended. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trame-path-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program of the server with these variables and no other of ours. */
function run(file: string, env: Readonly<Record<string, string>>): ChildProcess {
  const ports = { TRAME_HOST: "127.0.0.1", TRAME_HTTP_PORT: "0", TRAME_MQTT_PORT: "0" };
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env["PATH"], ...ports, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const said = { out: "", err: "" };
  child.stdout?.on("data", (text: Buffer) => {
    said.out += String(text);
  });
  child.stderr?.on("data", (text: Buffer) => {
    said.err += String(text);
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

async function readyOf(child: ChildProcess): Promise<Ready> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return JSON.parse(text.split("\n")[0] ?? "") as Ready;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** True when something accepts connections there. */
function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connectTcp(Number(port), hostname);
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    onTestFinished(() => void socket.destroy());
  });
}

describe("a server that was closed and started again on its folder", () => {
  it("[R23] shows the same counts and the same board, and goes on counting", async () => {
    const workshop = await openWorkshop();
    const began = Date.now() - HOUR;
    const power = { device: "esp-01", boot, began };
    await workshop.plan(planOf({ S01: { device: "esp-01" } }), began - HOUR);
    const device = await workshop.connect("esp-01");
    await report(device, power, [
      [1, began + 60_000, 2],
      [2, Date.now(), 7],
    ]);
    const counts = await workshop.counts();
    const { serverTime: _, ...board } = await workshop.board();

    await workshop.restart();

    const after = await workshop.counts();
    expect(after.stations).toEqual(counts.stations);
    expect(await workshop.board()).toMatchObject(board);
    const again = await workshop.connect("esp-01");
    await report(again, power, [
      [2, Date.now(), 7],
      [3, Date.now(), 9],
    ]);
    expect(await workshop.pieces()).toEqual({ S01: 9 });
  });

  it("[R23] keeps the plan, the secrets and the pairing code", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(planOf({ S01: { device: "esp-01" } }));
    await workshop.ask("PUT", "/api/v1/settings/pairing-code", { code: "atelier-2026" });
    const plan = await workshop.get("/api/v1/plan");
    await workshop.restart();
    expect(await workshop.get("/api/v1/plan")).toEqual(plan);
    await workshop.connect("esp-01");
    await workshop.connect("esp-07", { password: "atelier-2026" });
    await expect(workshop.connect("esp-01", { password: "atelier-2026" })).rejects.toThrow();
  });

  it("[R24] is folded again to the same rows, byte for byte", async () => {
    const workshop = await openWorkshop();
    const began = Date.now() - HOUR;
    const power = { device: "esp-01", boot, began };
    await workshop.plan(planOf({ S01: { device: "esp-01" }, S02: {} }), began - HOUR);
    const device = await workshop.connect("esp-01");
    await report(device, power, [[2, Date.now(), 7]]);
    await report(device, power, [[1, began + 60_000, 2]]);
    await workshop.plan(planOf({ S01: {}, S02: { device: "esp-01" } }), began + HOUR / 2);
    await expect.poll(async () => (await workshop.board()).recomputing).toBe(0);
    const pieces = await workshop.pieces();
    await workshop.close();

    const ended = await endOf(run(REBUILD, { TRAME_DATA: workshop.folder }));

    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(ended.out).toMatch(/^2 mesures relues : les totaux sont les mêmes, octet pour octet/);
    await workshop.restart();
    expect(await workshop.pieces()).toEqual(pieces);
  });

  it("[R24] is told of a folder without a database", async () => {
    const ended = await endOf(run(REBUILD, { TRAME_DATA: await temporaryFolder() }));
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toMatch(/^TRAME_DATA : aucune base de données à .*\.\n$/);
  });
});

describe("the server's program", () => {
  it.each([
    ["TRAME_HTTP_PORT", "80800"],
    ["TRAME_HTTP_PORT", "8080x"],
    ["TRAME_MQTT_PORT", "-1"],
    ["TRAME_HTTPS_PORT", "no"],
    ["TRAME_NAMES", "atelier.local,http://atelier"],
    ["TRAME_HOST", "http://atelier"],
    ["TRAME_HOST", "203.0.113.7"],
    ["TRAME_ADMIN_TOKEN", "short"],
    ["TRAME_DATA", "/dev/null/trame"],
  ])("[R20] ends with one sentence that names %s when it is %s", async (name, value) => {
    const folder = await temporaryFolder();
    const ended = await endOf(run(MAIN, { TRAME_DATA: folder, [name]: value }));
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err.trimEnd().split("\n")).toEqual([expect.stringContaining(name)]);
  });

  it.each([
    ["TRAME_HTTP_PORT", "http"],
    ["TRAME_MQTT_PORT", "mqtt"],
  ] as const)(
    "[R20] ends with one sentence when the port of %s is taken",
    async (name, address) => {
      const ready = await readyOf(run(MAIN, { TRAME_DATA: await temporaryFolder() }));
      const { port } = new URL(ready[address]);
      const ended = await endOf(run(MAIN, { TRAME_DATA: await temporaryFolder(), [name]: port }));
      expect(ended).toMatchObject({ code: 1, out: "" });
      const sentences = ended.err.trimEnd().split("\n");
      expect(sentences).toEqual([expect.stringMatching(`Le port ${port} .*${name}`)]);
    },
  );

  it("[R20] takes an empty variable for one that is not there", async () => {
    const child = run(MAIN, { TRAME_DATA: await temporaryFolder(), TRAME_NAMES: "" });
    expect(await readyOf(child)).toEqual({
      ready: true,
      http: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      mqtt: expect.stringMatching(/^mqtt:\/\/127\.0\.0\.1:\d+$/),
      mqttWs: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/mqtt$/),
      https: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      mqtts: expect.stringMatching(/^mqtts:\/\/127\.0\.0\.1:\d+$/),
    });
  });

  it("[TL4] a port for TLS that is taken, or off, is told and leaves the plain ones alone", async () => {
    const taken = await readyOf(run(MAIN, { TRAME_DATA: await temporaryFolder() }));
    const env = { TRAME_HTTPS_PORT: new URL(taken.http).port, TRAME_MQTTS_PORT: "off" };
    const child = run(MAIN, { TRAME_DATA: await temporaryFolder(), ...env });
    const said = child.stderr === null ? null : once(child.stderr, "data");
    expect(await readyOf(child)).toMatchObject({ ready: true, https: null, mqtts: null });
    expect(String(await said)).toMatch(/^TRAME_HTTPS_PORT : le port \d+ est déjà pris/);
  });

  it("[R21] draws the admin token once, for its owner's eyes only", async () => {
    const folder = await temporaryFolder();
    const first = run(MAIN, { TRAME_DATA: folder });
    await readyOf(first);
    const file = join(folder, "admin-token");
    const token = (await readFile(file, "utf8")).trim();
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe("600");
    expect(token).toMatch(/^[\w-]{32}$/);
    first.kill("SIGTERM");
    await once(first, "close");

    const { http } = await readyOf(run(MAIN, { TRAME_DATA: folder }));

    const put = (bearer: string) =>
      fetch(`${http}/api/v1/plan`, {
        method: "PUT",
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
        body: JSON.stringify(planOf({})),
      });
    expect((await put(token)).status).toBe(200);
    expect((await put("another-token-altogether")).status).toBe(401);
  });

  it("[R21] writes no file for a token that it was given", async () => {
    const folder = await temporaryFolder();
    const env = { TRAME_DATA: folder, TRAME_ADMIN_TOKEN: "given-to-the-program" };
    await readyOf(run(MAIN, env));
    await expect(stat(join(folder, "admin-token"))).rejects.toThrow("ENOENT");
  });

  it("[R22] leaves nothing listening when its start fails half way", async () => {
    const taken = await readyOf(run(MAIN, { TRAME_DATA: await temporaryFolder() }));
    const data = await temporaryFolder();
    const mqttPort = await freePort();
    const env = { TRAME_HTTP_PORT: new URL(taken.http).port, TRAME_MQTT_PORT: String(mqttPort) };
    expect(await endOf(run(MAIN, { TRAME_DATA: data, ...env }))).toMatchObject({ code: 1 });
    const again = run(MAIN, { TRAME_DATA: data, TRAME_MQTT_PORT: String(mqttPort) });
    expect((await readyOf(again)).mqtt).toBe(`mqtt://127.0.0.1:${mqttPort}`);
  });

  it("[S30] refuses a folder that another server uses, in one sentence, whatever the ports", async () => {
    const data = await temporaryFolder();
    const first = run(MAIN, { TRAME_DATA: data });
    await readyOf(first);
    const second = await endOf(run(MAIN, { TRAME_DATA: data }));
    expect(second).toMatchObject({ code: 1, out: "" });
    expect(second.err).toMatch(/^TRAME_DATA : un autre Trame utilise déjà ce dossier/);
    const rebuild = await endOf(run(REBUILD, { TRAME_DATA: data }));
    expect(rebuild).toMatchObject({ code: 1, out: "" });
    expect(rebuild.err).toMatch(/^TRAME_DATA : arrêtez d'abord le serveur/);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "[R22] ends on %s, with nothing listening",
    async (signal) => {
      const child = run(MAIN, { TRAME_DATA: await temporaryFolder() });
      const { http, mqtt } = await readyOf(child);
      expect([await isListening(http), await isListening(mqtt)]).toEqual([true, true]);
      const ended = endOf(child);
      child.kill(signal);
      const { code, err } = await ended;
      expect({ code, last: err.trimEnd().split("\n").at(-1) }).toEqual({
        code: 0,
        last: "Trame est arrêté, tout est enregistré.",
      });
      expect([await isListening(http), await isListening(mqtt)]).toEqual([false, false]);
    },
  );
});
