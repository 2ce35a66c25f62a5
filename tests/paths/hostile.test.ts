import { once } from "node:events";
import { connect as connectSocket, type Socket } from "node:net";
import { startBroker } from "@trame/broker";
import { createRandom } from "@trame/firmware-sim";
import type { MqttClient } from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { connectPacket, publishPacket } from "../broker/packets.ts";
import {
  type Boot,
  openWorkshop,
  planOf,
  report,
  secretOf,
  type Workshop,
} from "./open-workshop.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const COUNTS = "trame/v1/esp-01/counts";
/** The largest remaining length that MQTT can write: 268,435,455 bytes. */
const ANNOUNCES_268_MB = Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]);
const MB = 1e6;

/** A workshop in which esp-01 and esp-02 sew, and what tells of them. */
async function openSewing() {
  const workshop = await openWorkshop();
  await workshop.plan(
    planOf({ S01: { device: "esp-01" }, S02: { device: "esp-02" } }),
    Date.now() - HOUR_MS,
  );
  const devices = [await workshop.connect("esp-01"), await workshop.connect("esp-02")] as const;
  return { workshop, devices };
}

function bootOf(device: string, boot = "9f2c01ab"): Boot {
  return { device, boot, began: Date.now() - MINUTE_MS };
}

/** One piece more. */
function sew(client: MqttClient, boot: Boot, pieces: number): Promise<void> {
  return report(client, boot, [[pieces, Date.now(), pieces]]);
}

function openSocket(broker: string): Socket {
  const socket = connectSocket(Number(new URL(broker).port), "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Resolves when the server has ended the connection; what it sent before is thrown away. */
async function closed(socket: Socket): Promise<void> {
  socket.resume();
  if (!socket.closed) await once(socket, "close");
}

/** Resolves when the client's connection has ended. */
function lost(client: MqttClient): Promise<void> {
  return new Promise((resolve) => client.once("close", () => resolve()));
}

/** What is in quarantine, oldest first. */
async function quarantine(workshop: Workshop): Promise<{ code: string; seen: number }[]> {
  const { entries } = await workshop.get<{ entries: { code: string; seen: number }[] }>(
    "/api/v1/quarantine",
  );
  return entries.map(({ code, seen }) => ({ code, seen })).reverse();
}

describe("garbage bytes", () => {
  it("[B15] close the connections that send them, and every piece of the others is counted", async () => {
    const { workshop, devices } = await openSewing();
    const random = createRandom("garbage");
    const boot = bootOf("esp-01");
    for (let pieces = 1; pieces <= 50; pieces++) {
      const stranger = openSocket(workshop.broker());
      const known = openSocket(workshop.broker());
      // 0x00 and 0xf0 are no packets of MQTT; the short length keeps the server from waiting for more of them.
      stranger.write(
        Buffer.concat([Buffer.from([0x00, 0x05]), Buffer.from(random.hex(200), "hex")]),
      );
      known.write(connectPacket("esp-02", secretOf("esp-02")));
      known.write(Buffer.concat([Buffer.from([0xf0, 0x05]), Buffer.from(random.hex(200), "hex")]));
      await Promise.all([sew(devices[0], boot, pieces), closed(stranger), closed(known)]);
    }
    expect(await workshop.pieces()).toEqual({ S01: 50 });
    expect(await quarantine(workshop)).toEqual([]);
    expect(devices[0].connected).toBe(true);
  });

  it("are what closes them: the same bytes as packets are served (control)", async () => {
    const { workshop } = await openSewing();
    const socket = openSocket(workshop.broker());
    socket.write(connectPacket("esp-02", secretOf("esp-02")));
    socket.write(publishPacket("trame/v1/esp-02/counts", "garbage"));
    const [answer] = await once(socket, "data");
    expect(String(answer.toString("hex")).startsWith("20020000")).toBe(true);
    expect(socket.closed).toBe(false);
  });
});

/** Sends as much as somebody who announced 268 MB may, until the other side ends it or 64 MB have gone. */
async function flood(socket: Socket): Promise<void> {
  const chunk = Buffer.alloc(MB, 0x61);
  socket.resume();
  socket.write(ANNOUNCES_268_MB);
  for (let sent = 0; sent < 64 && !socket.destroyed; sent++) {
    await new Promise((resolve) => socket.write(chunk, resolve));
  }
}

describe("a packet that announces 268 MB", () => {
  it("[B13] is cut off before it fills the memory, and the others are counted", async () => {
    const { workshop, devices } = await openSewing();
    const boot = bootOf("esp-01");
    const before = process.memoryUsage().rss;
    const attackers = Array.from({ length: 8 }, () => openSocket(workshop.broker()));
    await Promise.all([...attackers.map(flood), sew(devices[0], boot, 1)]);
    await Promise.all(attackers.map(closed));
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MB);
    await sew(devices[0], boot, 2);
    expect(await workshop.pieces()).toEqual({ S01: 2 });
  });

  it("fills the memory where nothing limits it (control)", async () => {
    const broker = await startBroker({
      host: "127.0.0.1",
      port: 0,
      limits: { connectBytesMax: Number.POSITIVE_INFINITY },
      accept: () => undefined,
      onPresence: () => undefined,
      onWaiting: () => false,
      log: { info: () => undefined, warn: () => undefined },
    });
    onTestFinished(broker.close);
    const before = process.memoryUsage().rss;
    const attackers = Array.from({ length: 8 }, () =>
      openSocket(`mqtt://127.0.0.1:${broker.port}`),
    );
    await Promise.all(attackers.map(flood));
    expect(process.memoryUsage().rss - before).toBeGreaterThan(128 * MB);
  });
});

describe("devices named constructor and __proto__", () => {
  const names = ["constructor", "__proto__"] as const;

  it("[B2] are refused while the plan does not name them", async () => {
    const { workshop } = await openSewing();
    for (const name of names) {
      await expect(workshop.connect(name)).rejects.toMatchObject({ code: 5 });
    }
  });

  it("[B2] count like others once it does", async () => {
    const workshop = await openWorkshop();
    const plan = planOf({ S01: { device: names[0] }, S02: { device: names[1] } });
    await workshop.plan(plan, Date.now() - HOUR_MS);
    for (const [index, name] of names.entries()) {
      await sew(await workshop.connect(name), bootOf(name), index + 1);
    }
    expect(await workshop.pieces()).toEqual({ S01: 1, S02: 2 });
    expect((await workshop.board()).stations.map(({ deviceId }) => deviceId)).toEqual(names);
  });
});

describe("a stream in which one message of a hundred can't be read", () => {
  const MESSAGES = 2_000;
  const IN_FLIGHT = 8;
  const UNREADABLE = ["not-json", "boot-invalid", "up-invalid", "list-invalid"] as const;

  /** Unreadable in its own way, and unlike every other. */
  function unreadable(n: number): Buffer {
    const kind = UNREADABLE[n % UNREADABLE.length];
    const up = kind === "up-invalid" ? -n : n;
    const boot = kind === "boot-invalid" ? `boot ${n}` : "9f2c01ab";
    const bytes = Buffer.from(JSON.stringify({ boot, up, samples: [] }));
    return kind === "not-json" ? Buffer.concat([Buffer.from([0xff, n]), bytes]) : bytes;
  }

  it("[P3] does not stall: each is quarantined once, and every good one is counted", async () => {
    const { workshop, devices } = await openSewing();
    const boot = bootOf("esp-01");
    let pieces = 0;
    let bad = 0;
    const send = async (n: number): Promise<void> => {
      if (n % 100 === 50) await devices[0].publishAsync(COUNTS, unreadable(bad++), { qos: 1 });
      else await sew(devices[0], boot, ++pieces);
    };
    const lanes = Array.from({ length: IN_FLIGHT }, async (_, lane) => {
      for (let n = lane; n < MESSAGES; n += IN_FLIGHT) await send(n);
    });
    await Promise.all(lanes);
    expect(await workshop.pieces()).toEqual({ S01: MESSAGES * 0.99 });
    const entries = await quarantine(workshop);
    const expected = Array.from({ length: 20 }, (_, n) => ({ code: UNREADABLE[n % 4], seen: 1 }));
    expect(entries).toEqual(expected);
    expect(devices[0].connected).toBe(true);
  });

  it("[P3] lists what comes again as one entry with a count", async () => {
    const { workshop, devices } = await openSewing();
    for (let n = 0; n < 5; n++) await devices[0].publishAsync(COUNTS, "{", { qos: 1 });
    expect(await quarantine(workshop)).toEqual([{ code: "not-json", seen: 5 }]);
  });
});

describe("a second client with the same id", () => {
  it("[B12] and another secret is refused, and the first goes on counting", async () => {
    const { workshop, devices } = await openSewing();
    const boot = bootOf("esp-01");
    await sew(devices[0], boot, 1);
    const password = secretOf("esp-02");
    await expect(workshop.connect("esp-01", { password })).rejects.toMatchObject({ code: 5 });
    await sew(devices[0], boot, 2);
    expect(await workshop.pieces()).toEqual({ S01: 2 });
    expect(devices[0].connected).toBe(true);
  });

  it("[B12] and the same secret takes its place, and nothing counts twice (control)", async () => {
    const { workshop, devices } = await openSewing();
    const boot = bootOf("esp-01");
    await sew(devices[0], boot, 1);
    const left = lost(devices[0]);
    const second = await workshop.connect("esp-01");
    await left;
    await sew(second, boot, 1);
    await sew(second, boot, 2);
    expect(await workshop.pieces()).toEqual({ S01: 2 });
  });
});

describe("a publication under another device's topic", () => {
  it("[B3] closes the connection, is not acknowledged and counts for nobody", async () => {
    const { workshop, devices } = await openSewing();
    const [own, other] = [bootOf("esp-01"), bootOf("esp-02", "0badb007")];
    await sew(devices[0], own, 1);
    const left = lost(devices[0]);
    const acknowledged = sew(devices[0], other, 9).then(
      () => "acknowledged",
      () => "refused",
    );
    await left;
    await devices[0].endAsync(true);
    expect(await acknowledged).toBe("refused");
    await sew(devices[1], other, 3);
    await sew(await workshop.connect("esp-01"), own, 2);
    expect(await workshop.pieces()).toEqual({ S01: 2, S02: 3 });
    expect(await quarantine(workshop)).toEqual([]);
  });
});
