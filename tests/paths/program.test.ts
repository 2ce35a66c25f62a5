import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planOf } from "./open-workshop.ts";
import {
  endOf,
  isListening,
  kill,
  launch,
  MAIN,
  REBUILD,
  type Ready,
  readyOf,
  run,
  temporaryFolder,
} from "./server-program.ts";

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

/** A server beside those that are started: it has the ports and the folder that they can't have. */
interface Neighbour extends Ready {
  readonly folder: string;
  close(): Promise<void>;
}

async function openNeighbour(): Promise<Neighbour> {
  const folder = await mkdtemp(join(tmpdir(), "trame-path-"));
  const env = { TRAME_ADMIN_TOKEN: "given-to-the-program", TRAME_NAMES: "" };
  const child = launch(MAIN, { TRAME_DATA: folder, ...env });
  return {
    ...(await readyOf(child)),
    folder,
    async close() {
      await kill(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe("the server's program", () => {
  let neighbour: Neighbour;
  beforeAll(async () => {
    neighbour = await openNeighbour();
  });
  afterAll(() => neighbour.close());

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
      const { port } = new URL(neighbour[address]);
      const ended = await endOf(run(MAIN, { TRAME_DATA: await temporaryFolder(), [name]: port }));
      expect(ended).toMatchObject({ code: 1, out: "" });
      const sentences = ended.err.trimEnd().split("\n");
      expect(sentences).toEqual([expect.stringMatching(`Le port ${port} .*${name}`)]);
    },
  );

  it("[R20] takes an empty variable for one that is not there", () => {
    const { folder: _, close: __, ...ready } = neighbour;
    expect(ready).toEqual({
      ready: true,
      http: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      mqtt: expect.stringMatching(/^mqtt:\/\/127\.0\.0\.1:\d+$/),
      mqttWs: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/mqtt$/),
      https: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      mqtts: expect.stringMatching(/^mqtts:\/\/127\.0\.0\.1:\d+$/),
    });
  });

  it("[TL4] a port for TLS that is taken, or off, is told and leaves the plain ones alone", async () => {
    const env = { TRAME_HTTPS_PORT: new URL(neighbour.http).port, TRAME_MQTTS_PORT: "off" };
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
    await expect(stat(join(neighbour.folder, "admin-token"))).rejects.toThrow("ENOENT");
  });

  it("[R22] leaves nothing listening when its start fails half way", async () => {
    const data = await temporaryFolder();
    const mqttPort = await freePort();
    const { port } = new URL(neighbour.http);
    const env = { TRAME_HTTP_PORT: port, TRAME_MQTT_PORT: String(mqttPort) };
    expect(await endOf(run(MAIN, { TRAME_DATA: data, ...env }))).toMatchObject({ code: 1 });
    const again = run(MAIN, { TRAME_DATA: data, TRAME_MQTT_PORT: String(mqttPort) });
    expect((await readyOf(again)).mqtt).toBe(`mqtt://127.0.0.1:${mqttPort}`);
  });

  it("[S30] refuses a folder that another server uses, in one sentence, whatever the ports", async () => {
    const data = { TRAME_DATA: neighbour.folder };
    // Each waits for a while, as it would for a server that is just ending.
    const asked = [run(MAIN, data), run(REBUILD, data)].map(endOf);
    const [second, rebuild] = await Promise.all(asked);
    expect(second).toMatchObject({ code: 1, out: "" });
    expect(second?.err).toMatch(/^TRAME_DATA : un autre Trame utilise déjà ce dossier/);
    expect(rebuild).toMatchObject({ code: 1, out: "" });
    expect(rebuild?.err).toMatch(/^TRAME_DATA : arrêtez d'abord le serveur/);
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
