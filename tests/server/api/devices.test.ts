import { describe, expect, it } from "vitest";
import type { Entry } from "../../../server/src/store/entries.ts";
import { openHttp, TOKEN } from "./support/open-http.ts";
import { planOf, planOfStations, SECRET, startCounter, stationOf } from "./support/workshop.ts";

const URL = "/api/v1/devices";

const NEVER_HEARD = {
  online: false,
  hasSecret: false,
  stations: [],
  lastHeardAt: null,
  firmware: null,
  rssi: null,
  samples: null,
  openQuarantine: 0,
  uncertain: 0,
  suspects: [],
};

interface Listed {
  readonly devices: readonly {
    readonly deviceId: string;
    readonly suspects: readonly { readonly id: string }[];
  }[];
}

describe("devices", () => {
  it("[A8] bound, unbound and waiting counters are listed by id", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const plan = planOf({ devices: [{ id: "esp-01", secret: SECRET }, { id: "spare" }] });
    await http.putPlan(plan, "2026-11-01T00:00:00Z");
    await http.store.addWaiting("new-one", http.deps.now());
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(sewn("2026-11-23T08:30:00+01:00", 31));
    const waiting = startCounter("new-one", "2026-11-23T07:30:00+01:00");
    await http.record(waiting.sewn("2026-11-23T08:40:00+01:00", 1));
    await http.record(waiting.sewn("2026-11-23T08:41:00+01:00", 1));

    expect((await http.get(URL)).json).toEqual({
      devices: [
        {
          ...NEVER_HEARD,
          deviceId: "esp-01",
          state: "known",
          hasSecret: true,
          stations: [{ stationId: "S01", counter: "C1" }],
          lastHeardAt: Date.parse("2026-11-23T08:30:00+01:00"),
        },
        {
          ...NEVER_HEARD,
          deviceId: "new-one",
          state: "waiting",
          lastHeardAt: Date.parse("2026-11-23T08:41:00+01:00"),
          samples: 2,
        },
        { ...NEVER_HEARD, deviceId: "spare", state: "unbound" },
      ],
    });
  });

  it("[A8] a counter says who it is, whether it is there, and what could not be read", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00", {});
    const bad: Entry = {
      kind: "quarantine",
      deviceId: "esp-01",
      received: http.deps.now(),
      topic: "trame/v1/esp-01/counts",
      payload: Buffer.from("{"),
      index: -1,
      fault: "not-json",
    };
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    await http.record(bad);
    http.connect("esp-01", { firmware: "1.0.0", rssi: -61 });

    expect((await http.get(URL)).json).toEqual({
      devices: [
        {
          ...NEVER_HEARD,
          deviceId: "esp-01",
          state: "known",
          online: true,
          stations: [{ stationId: "S01", counter: "C1" }],
          firmware: "1.0.0",
          rssi: -61,
          openQuarantine: 1,
        },
      ],
    });
  });

  it("[A8] a counter of several channels tells the station of each, as of now", async () => {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    const stations = [stationOf({ counter: "C2" }), stationOf({ id: "S02", counter: "C1" })];
    const [line] = planOf().lines;
    const plan = planOf({
      lines: [{ ...line!, stations }],
      devices: [{ id: "esp-01", make: "tasmota" }],
    });
    await http.putPlan(plan, "2026-11-01T00:00:00Z");
    await http.putPlan(planOf({ lines: [] }), "2026-11-24T00:00:00Z");

    expect((await http.get(URL)).json).toMatchObject({
      devices: [
        {
          stations: [
            { stationId: "S01", counter: "C2" },
            { stationId: "S02", counter: "C1" },
          ],
        },
      ],
    });
  });
});

describe("suspects", () => {
  async function openWithLeap() {
    const http = await openHttp("2026-11-23T11:35:00+01:00");
    await http.putPlan(planOfStations([{}]), "2026-11-01T00:00:00Z");
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(
      sewn("2026-11-23T08:30:00+01:00", 30),
      sewn("2026-11-23T08:31:00+01:00", 500),
    );
    const listed = async () => ((await http.get(URL)).json as Listed).devices[0]!.suspects;
    const pieces = async () => {
      await http.settled();
      const { stations } = (await http.get("/api/v1/counts")).json as {
        stations: { pieces: number }[];
      };
      return stations[0]?.pieces;
    };
    return { http, listed, pieces };
  }

  it("[A9] a jump is listed with an id, and counts once it is accepted", async () => {
    const { http, listed, pieces } = await openWithLeap();
    const [suspect] = await listed();

    expect(suspect).toEqual({
      id: expect.stringMatching(/^\d+-2$/),
      counter: "C1",
      boot: "9f2c01ab",
      kind: "leap",
      stationId: "S01",
      at: Date.parse("2026-11-23T08:31:00+01:00"),
      pieces: 500,
      stitches: 120_000,
      trims: 2_000,
    });
    expect(await pieces()).toBe(30);

    const url = `/api/v1/suspects/${suspect?.id}/accept`;
    expect(await http.ask("POST", url, { token: TOKEN, body: "" })).toMatchObject({
      status: 200,
      json: { id: suspect?.id, state: "accepted" },
    });
    expect(await pieces()).toBe(530);
    expect(await listed()).toEqual([]);
    expect(await http.ask("POST", url, { token: TOKEN })).toMatchObject({ status: 404 });
  });

  it("[A9] a jump that is rejected never counts, and leaves the list", async () => {
    const { http, listed, pieces } = await openWithLeap();
    const [suspect] = await listed();

    const url = `/api/v1/suspects/${suspect?.id}/reject`;
    expect((await http.ask("POST", url, { token: TOKEN })).json).toEqual({
      id: suspect?.id,
      state: "rejected",
    });

    expect(await pieces()).toBe(30);
    expect(await listed()).toEqual([]);
  });

  it("[A9] what is no id of a jump is found nowhere", async () => {
    const http = await openHttp();
    const ask = { token: TOKEN, language: "en" };

    for (const id of ["1-999", "constructor", "1-2-3", "1"]) {
      expect(await http.ask("POST", `/api/v1/suspects/${id}/accept`, ask), id).toMatchObject({
        status: 404,
        json: {
          code: "suspect-unknown",
          message: "This jump is not, or no longer, to be checked: read the list again.",
        },
      });
    }
  });
});
