import {
  type Conditions,
  createRandom,
  createVirtualClock,
  NETWORKS,
  type SimulationOptions,
  worsen,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { createRecordingBroker, NO_TROUBLE, recount } from "./recording-broker.ts";
import { HOUR, MINUTE, MORNING, openWorkshop, shortLine } from "./workshop-builder.ts";

const scenario = await shortLine(2);

function sewThrough(conditions: Conditions) {
  const clock = createVirtualClock(MORNING);
  const random = createRandom("bad network");
  const broker = createRecordingBroker({ clock, random, trouble: NO_TROUBLE });
  const dial = worsen(broker.dial, { conditions, clock, random });
  const extra: Partial<SimulationOptions> = { clock, dial };
  const { simulation } = openWorkshop({ scenario, extra });
  clock.advanceTo(MORNING + HOUR);
  simulation.stopSewing();
  clock.advanceTo(MORNING + HOUR + 20 * MINUTE);
  simulation.close();
  return { truths: simulation.truth(), received: broker.received };
}

describe("bad network", () => {
  it.each(["slow", "flaky"])("[M7] %s: all pieces arrive all the same", (name) => {
    const conditions = NETWORKS[name];
    if (!conditions) throw new Error(`no network ${name}`);
    const { truths, received } = sewThrough(conditions);
    for (const { device, kept, unsure, lost } of truths) {
      expect([unsure, lost]).toEqual([[], []]);
      expect(recount(received).get(device)).toBe(kept.length);
    }
  });

  it("[M7] flaky: messages really come twice and late", () => {
    const { received } = sewThrough(NETWORKS["flaky"] as Conditions);
    const first = received.filter(({ device }) => device === "sim-01");
    const seqs = first.flatMap(({ message }) => message.samples.map(({ seq }) => seq));
    expect(new Set(seqs).size).toBeLessThan(seqs.length);
    const waits = first.map(({ message }) => message.up - (message.samples[0]?.up ?? 0));
    expect(Math.max(...waits)).toBeGreaterThan(10_000);
  });
});
