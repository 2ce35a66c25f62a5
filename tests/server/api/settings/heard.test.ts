import { describe, expect, it } from "vitest";
import { openHttp } from "../support/open-http.ts";
import { planOf, planOfStations, startCounter } from "../support/workshop.ts";

const URL = "/api/v1/machines/heard";

describe("counters that are heard", () => {
  it("[SE8] the share of the working time in which a counter was heard, breaks left out", async () => {
    const http = await openHttp("2026-11-23T14:00:00+01:00");
    const { devices, lines } = planOfStations([{}, {}]);
    await http.putPlan(planOf({ devices, lines }), "2026-11-23T06:00:00Z");
    // Heard from eight to ten, each ten seconds, then silent: of five working hours (8–12, 13–14) that is two.
    const { sewn } = startCounter("esp-01", "2026-11-23T07:59:00+01:00");
    const from = Date.parse("2026-11-23T08:00:00+01:00");
    const beats = Array.from({ length: 720 }, (_, index) =>
      sewn(new Date(from + index * 10_000).toISOString(), 1),
    );
    await http.record(...beats);
    await http.settled();

    const { json } = await http.get(URL);

    expect(json).toEqual({
      days: ["2026-11-23"],
      machines: [
        { stationId: "S01", name: "Poste 1", heard: [expect.closeTo(0.4, 1)] },
        { stationId: "S02", name: "Poste 2", heard: [0] },
      ],
    });
  });

  it("[SE8] a station without a counter, and a day without work, tell nothing", async () => {
    const http = await openHttp("2026-11-22T11:00:00+01:00");
    const { lines } = planOfStations([{}]);
    const [line] = lines;
    const { device: _, ...station } = line!.stations[0]!;
    const plan = planOf({ devices: [], lines: [{ ...line!, stations: [station] }] });
    await http.putPlan(plan, "2026-11-16T06:00:00Z");

    expect((await http.get(URL)).json).toEqual({
      days: [],
      machines: [{ stationId: "S01", name: "Poste 1", heard: [] }],
    });
  });
});
