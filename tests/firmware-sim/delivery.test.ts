import type { CounterTruth } from "@trame/firmware-sim";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findGaps, NO_TROUBLE, recount, type Trouble } from "./recording-broker.ts";
import {
  HOUR,
  MINUTE,
  MORNING,
  openWorkshop,
  shortLine,
  type Workshop,
} from "./workshop-builder.ts";

const scenario = await shortLine(2);

/** Sews for an hour through the network, then heals it and lets everything out. */
function sewAnHour({ clock, broker, simulation }: Workshop): CounterTruth[] {
  clock.advanceTo(MORNING + HOUR);
  simulation.stopSewing();
  broker.heal();
  // Longer than the longest pause between two calls, an old delay and an answer that never comes.
  clock.advanceTo(MORNING + HOUR + 10 * MINUTE);
  simulation.close();
  return simulation.truth();
}

const ratio = fc.double({ min: 0, max: 0.4, noNaN: true });
const trouble: fc.Arbitrary<Trouble> = fc.record({
  refuseRatio: ratio,
  dropRatio: ratio,
  ackDropRatio: ratio,
  doubleRatio: ratio,
  delayMs: fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 500, max: 9_000 })),
  cutEveryMs: fc.integer({ min: 5_000, max: 600_000 }),
});

describe("delivery", () => {
  it("[M7] brings every piece through any network that heals, and the totals received are the truth", () => {
    fc.assert(
      fc.property(trouble, fc.integer(), (network, seed) => {
        const workshop = openWorkshop({ scenario, seed, trouble: network });
        const truths = sewAnHour(workshop);
        const counted = recount(workshop.broker.received);
        for (const { device, kept, unsure, lost, miscounted } of truths) {
          expect({ lost, unsure, miscounted }).toEqual({ lost: [], unsure: [], miscounted: 0 });
          expect(counted.get(device)).toBe(kept.length);
          expect(kept.length).toBeGreaterThan(10);
        }
        expect(findGaps(workshop.broker.received)).toEqual([]);
        expect(workshop.broker.mostInFlight()).toBeLessThanOrEqual(8);
      }),
      { numRuns: 40 },
    );
  });

  it("[M8] says which pieces a power cut may have taken, and is never wrong by one", () => {
    const cuts = fc.array(fc.integer({ min: 2, max: 58 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(trouble, fc.integer(), cuts, (network, seed, minutes) => {
        const incidents = minutes.map((minute) => {
          const from = MORNING + minute * MINUTE;
          return { station: "S01", kind: "power-cut" as const, from, to: from + MINUTE / 2 };
        });
        const workshop = openWorkshop({ scenario, seed, trouble: network, incidents });
        const truths = sewAnHour(workshop);
        const counted = recount(workshop.broker.received);
        for (const { device, kept, unsure, miscounted } of truths) {
          expect(miscounted).toBe(0);
          expect(counted.get(device)).toBeGreaterThanOrEqual(kept.length);
          expect(counted.get(device)).toBeLessThanOrEqual(kept.length + unsure.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[M8] a power cut while the network is away really loses pieces", () => {
    const at = (minute: number) => MORNING + minute * MINUTE;
    const workshop = openWorkshop({
      scenario,
      incidents: [{ station: "S01", kind: "power-cut", from: at(40), to: at(41) }],
      trouble: { ...NO_TROUBLE, refuseRatio: 1 },
    });
    const [first] = sewAnHour(workshop);
    expect(first?.lost.length).toBeGreaterThan(10);
    expect(recount(workshop.broker.received).get("sim-01")).toBe(first?.kept.length);
  });

  it("[M7] control: a broker that forgets a message it acknowledged does not agree with the truth", () => {
    const workshop = openWorkshop({ scenario });
    const [first] = sewAnHour(workshop);
    const forgetful = workshop.broker.received.filter(({ device, message }) => {
      return (
        device !== "sim-01" || (message.samples.at(-1)?.pieces ?? 0) < (first?.kept.length ?? 0)
      );
    });
    expect(recount(forgetful).get("sim-01")).not.toBe(first?.kept.length);
  });

  it("[M5] sends at most once in reportEveryMs, at most 200 samples a message and 8 messages in flight", () => {
    const { clock, broker, simulation } = openWorkshop({
      scenario,
      pastMs: 8 * HOUR,
      trouble: { ...NO_TROUBLE, delayMs: [400, 400] },
    });
    clock.advanceTo(MORNING + 8 * HOUR + MINUTE);
    simulation.close();
    const first = broker.received.filter(({ device }) => device === "sim-01");
    const sizes = first.map(({ message }) => message.samples.length);
    expect(Math.max(...sizes)).toBe(200);
    expect(broker.mostInFlight()).toBe(8);
    const times = [...new Set(first.map(({ at }) => at))];
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });

  it("[M6] builds a message that is sent again anew, with a new outer up", () => {
    const { clock, broker, simulation } = openWorkshop({
      scenario,
      trouble: { ...NO_TROUBLE, ackDropRatio: 1 },
    });
    clock.advanceTo(MORNING + 2 * MINUTE);
    simulation.close();
    const firsts = broker.received.filter(
      ({ device, message }) => device === "sim-01" && message.samples[0]?.seq === 1,
    );
    const ups = firsts.map(({ message }) => message.up);
    expect(ups.length).toBeGreaterThan(2);
    expect(new Set(ups).size).toBe(ups.length);
    expect(ups).toEqual([...ups].sort((a, b) => a - b));
    for (const { at, message } of firsts) expect(at - message.up).toBeLessThan(MORNING);
  });

  it("[M9] delivers the hours already sewn as a device that was out of reach for as long", () => {
    const { clock, broker, simulation } = openWorkshop({ scenario, pastMs: 4 * HOUR });
    const sewn = simulation.truth().map(({ lost }) => lost.length);
    clock.advanceTo(MORNING + 4 * HOUR + 10_000);
    // Those in flight together overtake each other: the first is the one with the lowest number.
    const first = broker.received.find(
      ({ device, message }) => device === "sim-01" && message.samples[0]?.seq === 1,
    );
    expect(sewn[0]).toBeGreaterThan(400);
    expect(first?.message.up).toBeGreaterThan(4 * HOUR);
    expect(first?.message.samples[0]).toEqual(
      expect.objectContaining({ seq: 1, up: 0, pieces: 0 }),
    );
    expect(simulation.truth().map(({ lost, unsure }) => [lost.length, unsure.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    simulation.close();
  });

  it("[M13] no message tells a pseudonym", () => {
    const workshop = openWorkshop({ scenario });
    sewAnHour(workshop);
    const said = JSON.stringify(workshop.broker.received);
    expect(said).toContain("sim-02");
    for (const { pseudonym } of scenario.people) expect(said).not.toContain(pseudonym);
  });

  it("[M4] a config from the server changes the piece rule of its device at once", () => {
    const { clock, broker, simulation } = openWorkshop({ scenario });
    clock.advanceTo(MORNING + MINUTE);
    const config = { minStitches: 0, trimsPerPiece: 1, reportEveryMs: 1000, heartbeatMs: 15_000 };
    broker.configure("sim-01", JSON.stringify(config));
    clock.advanceTo(MORNING + HOUR);
    simulation.close();
    const [first, second] = simulation.truth();
    // Two trims make a piece of the first operation; now each trim does.
    expect(first?.miscounted).toBeGreaterThan((first?.kept.length ?? 0) / 3);
    expect(second?.miscounted).toBe(0);
  });
});
