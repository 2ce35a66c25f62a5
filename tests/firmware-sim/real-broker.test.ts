import { type Broker, hashSecret, type Presence, startBroker } from "@trame/broker";
import {
  createMqttDial,
  createRealClock,
  layOutLines,
  loadScenario,
  repeatShift,
  type Simulation,
  startSimulation,
} from "@trame/firmware-sim";
import { decodeCounts } from "@trame/shared";
import { afterEach, describe, expect, it } from "vitest";
import { type Received, recount } from "./recording-broker.ts";
import { HOUR } from "./workshop-builder.ts";

const lons = await loadScenario("lons");
const counters = lons.stations.flatMap(({ device }) => device ?? []);
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Listening {
  readonly broker: Broker;
  readonly received: readonly Received[];
  readonly presences: readonly Presence[];
  /** Resolves when something arrives and the claim has become true. */
  until(claim: () => boolean): Promise<void>;
}

/** The workshop's broker, which refuses to store the first `refusals` messages. */
async function listen(refusals = 0): Promise<Listening> {
  let left = refusals;
  const received: Received[] = [];
  const presences: Presence[] = [];
  let look: () => void = () => undefined;
  const broker = await startBroker({
    host: "127.0.0.1",
    port: 0,
    credentials: counters.map((device) => ({
      deviceId: device,
      make: "trame",
      topic: device,
      secret: hashSecret(`secret of ${device}`),
    })),
    accept: ({ kind, deviceId, payload }) => {
      if (left-- > 0) return Promise.reject(new Error("disk full"));
      const decoded = kind === "counts" ? decodeCounts(payload) : null;
      const at = Date.now();
      if (decoded?.ok) received.push({ device: deviceId, at, message: decoded.message });
      look();
      return undefined;
    },
    onPresence: (presence) => {
      presences.push(presence);
      look();
    },
    onWaiting: () => false,
    log: { info: () => undefined, warn: () => undefined },
  });
  closing.push(() => broker.close());
  const until = (claim: () => boolean) =>
    new Promise<void>((resolve) => {
      look = () => claim() && resolve();
      look();
    });
  return { broker, received, presences, until };
}

/** Two hours of sewing that end now, delivered by so many devices. */
function deliver({ broker }: Listening, devices: number): Simulation {
  const clock = createRealClock();
  const to = clock.now();
  const from = to - 2 * HOUR;
  const simulation = startSimulation({
    lines: layOutLines(lons, devices),
    seed: 7,
    clock,
    dial: createMqttDial(`mqtt://127.0.0.1:${broker.port}`),
    from,
    nextShift: repeatShift({ from, to, windows: [{ from, to }] }, 24 * HOUR),
    secrets: new Map(counters.map((device) => [device, `secret of ${device}`])),
  });
  closing.push(() => simulation.close());
  return simulation;
}

describe("simulated counters on a real broker", () => {
  it("[M9] deliver the hours already sewn over MQTT, piece for piece", async () => {
    const listening = await listen();
    const simulation = deliver(listening, 10);
    expect(await simulation.drain(10_000)).toBe(true);
    const counted = recount(listening.received);
    const truths = simulation.truth();
    expect(truths).toHaveLength(10);
    for (const { device, kept, lost } of truths) {
      expect(lost).toEqual([]);
      expect(kept.length).toBeGreaterThan(80);
      expect(counted.get(device)).toBe(kept.length);
    }
  });

  it("[M7] deliver what the broker could not store the first times", async () => {
    const listening = await listen(2);
    const simulation = deliver(listening, 1);
    expect(await simulation.drain(10_000)).toBe(true);
    expect(listening.presences.filter(({ online }) => !online).length).toBeGreaterThan(0);
    expect(recount(listening.received).get("sim-01")).toBe(simulation.truth()[0]?.kept.length);
  });

  it("[M4] take their config as soon as they connect, and leave without a farewell", async () => {
    const listening = await listen();
    const { broker, received, presences, until } = listening;
    const quick = { minStitches: 1, trimsPerPiece: 1, reportEveryMs: 20, heartbeatMs: 20 };
    broker.publishConfig("sim-01", quick);
    const simulation = deliver(listening, 1);
    // By the old config the next heartbeat would come up to 15 s later.
    await until(() => received.length > 40);
    expect(received.at(-1)?.at).toBeLessThan((received[0]?.at ?? 0) + 10_000);
    const boot = received[0]?.message.boot;
    expect(presences.at(-1)?.status).toEqual(expect.objectContaining({ online: true, boot }));
    simulation.close();
    await until(() => presences.at(-1)?.online === false);
  });
});
