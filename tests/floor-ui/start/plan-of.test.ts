import { findPlanFaults } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { CounterWay } from "../../../floor-ui/src/data/start/start-draft.ts";
import { startFr } from "../../../floor-ui/src/i18n/start-fr.ts";
import { planOf, withoutSecrets } from "../../../floor-ui/src/pages/start/plan-of.ts";
import {
  HOURS,
  type HoursName,
  hoursNamed,
  LINES,
  type LineName,
  stationsOf,
} from "../../../floor-ui/src/pages/start/presets.ts";
import { openHttp, TOKEN } from "../../server/api/support/open-http.ts";
import { decimal, draftOf } from "../support/start-draft.ts";

const SECRET = "00112233445566778899aabbccddeeff";
const station = startFr.line.station;

describe("the plan of a first start", () => {
  it("[GS4] is taken by the server as it is, whatever way was chosen", async () => {
    const http = await openHttp();
    const ways = ["esp", "tasmota", "trial", "scan"] as const;
    for (const way of ways) {
      const plan = planOf(draftOf({ ...HOURS.twoTeams, way, deviceId: `${way}-01` }), station);
      const { status, json } = await http.ask("PUT", "/api/v1/plan", { token: TOKEN, body: plan });
      expect([status, json]).toMatchObject([200, { plan: withoutSecrets(plan) }]);
    }
  });

  it.each((Object.keys(HOURS) as HoursName[]).map((name) => [name]))(
    "[GS4] is taken with the hours %s",
    (name) => {
      expect(findPlanFaults(planOf(draftOf(HOURS[name]), station))).toEqual([]);
      expect(hoursNamed(HOURS[name].days, HOURS[name].shifts)).toBe(name);
    },
  );

  it.each((Object.keys(LINES) as LineName[]).map((name) => [name]))(
    "[GS4] is taken with the line %s, each of its stations named",
    (name) => {
      const stations = stationsOf(name, startFr.line.operations[name], decimal);
      const plan = planOf(draftOf({ stations }), station);
      expect(findPlanFaults(plan)).toEqual([]);
      expect(plan.lines[0]?.stations.map(({ operation }) => operation)).toEqual(
        startFr.line.operations[name],
      );
      expect(plan.lines[0]?.stations.map(({ standardMinutes }) => standardMinutes)).toEqual([
        ...LINES[name],
      ]);
    },
  );

  it("[GS4] has no device before one was chosen, and none where tickets are scanned", () => {
    const plans = [null, "scan" as const].map((way) => planOf(draftOf({ way }), station));
    expect(plans.map(({ devices }) => devices)).toEqual([[], []]);
  });

  it.each([
    ["esp", { minStitches: 0, trimsPerPiece: 1 }, {}],
    ["trial", { minStitches: 0, trimsPerPiece: 1 }, {}],
    ["tasmota", { minStitches: 0, trimsPerPiece: 1 }, { make: "tasmota", reportEveryMs: 2_000 }],
  ] as const)(
    "[GS4] binds a counter of the way %s to the station that has it",
    (way, rule, make) => {
      const stations = stationsOf("mask", startFr.line.operations.mask, decimal);
      const chosen = { way: way as CounterWay, deviceId: " esp-01 ", secret: SECRET };
      const plan = planOf(draftOf({ stations, station: 2, ...chosen }), station);
      expect(findPlanFaults(plan)).toEqual([]);
      expect(plan.devices).toEqual([{ id: "esp-01", secret: SECRET, ...make }]);
      expect(plan.lines[0]?.stations.map(({ device }) => device)).toEqual([
        ...[undefined, undefined, "esp-01", undefined],
      ]);
      expect(plan.lines[0]?.stations[2]).toMatchObject(rule);
    },
  );

  it("[GS4] counts stitches and trims where the machine tells them", () => {
    const chosen = { way: "esp" as const, deviceId: "esp-01", isPulse: false, trims: "3" };
    const plan = planOf(draftOf(chosen), station);
    expect(plan.lines[0]?.stations[0]).toMatchObject({ minStitches: 40, trimsPerPiece: 3 });
  });
});
