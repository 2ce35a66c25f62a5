import { formatCode } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StationStorage } from "../../../floor-ui/src/data/station/storage.ts";
import type { Weather } from "./support/fake-floor.ts";
import { createTablet } from "./support/tablet.ts";

const weather = fc.constantFrom<Weather>(
  "fine",
  "unheard",
  "unanswered",
  "hanging",
  { status: 503, body: { code: "busy", message: "…" } },
  { status: 502, body: "<html>" },
  { status: 403, body: { code: "forbidden", message: "…" } },
);

type Event =
  | { readonly kind: "scan" }
  | { readonly kind: "weather"; readonly weather: Weather }
  | { readonly kind: "pass"; readonly ms: number }
  | { readonly kind: "reload" }
  | { readonly kind: "clock"; readonly ms: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Event>({ kind: "scan" }) },
  { weight: 4, arbitrary: weather.map((now): Event => ({ kind: "weather", weather: now })) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 4000 }).map((ms): Event => ({ kind: "pass", ms })),
  },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: "reload" }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: -7_200_000, max: 7_200_000 })
      .map((ms): Event => ({ kind: "clock", ms })),
  },
);

/** Lives through the events, then lets the network heal; gives what was written, what arrived, and what was said. */
async function live(events: readonly Event[], storage = (real: StationStorage) => real) {
  const tablet = createTablet();
  let page = tablet.open({ storage });
  await tablet.pass(100);
  const written: string[] = [];
  for (const happening of events) {
    switch (happening.kind) {
      case "scan": {
        const code = formatCode({ order: 118, bundle: written.length + 1 });
        written.push(code);
        const done = page.model.scan(code, "scan");
        await tablet.pass(1000, 500);
        await done;
        break;
      }
      case "weather":
        tablet.floor.setWeather(happening.weather);
        break;
      case "pass":
        await tablet.pass(happening.ms, 1000);
        break;
      case "clock":
        tablet.setClockBy(happening.ms);
        break;
      case "reload":
        page.die();
        page = tablet.open({ storage });
        await tablet.pass(10);
    }
  }
  tablet.floor.setWeather("fine");
  await tablet.pass(60_000, 5000);
  const { acts, deliveries } = tablet.floor;
  const isTrueAge = deliveries.every(({ body }) => Number(body["sentAt"]) >= Number(body["at"]));
  const state = { waiting: await tablet.waiting(), kept: page.model.kept.value };
  return { written, arrived: acts.map(({ body }) => body["code"]), isTrueAge, ...state };
}

describe("any network that heals", () => {
  it("[H2] brings each act to the server once and in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
        const { written, arrived, isTrueAge, waiting, kept } = await live(events);
        expect(arrived).toEqual(written);
        expect([waiting, kept, isTrueAge]).toEqual([[], 0, true]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("[H2] negative control: an outbox that forgets what it sent loses acts", async () => {
    const careless = (real: StationStorage): StationStorage => ({
      ...real,
      async next(after) {
        const act = await real.next(after);
        if (act !== null) await real.settle(act.number, "gone");
        return act;
      },
    });
    const property = fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const { written, arrived } = await live(events, careless);
      expect(arrived).toEqual(written);
    });
    expect((await fc.check(property, { numRuns: 60, endOnFailure: true })).failed).toBe(true);
  }, 120_000);
});
