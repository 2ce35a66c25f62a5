import type { Plan } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { StartDraft } from "../../../floor-ui/src/data/start/start-draft.ts";
import { startFr } from "../../../floor-ui/src/i18n/start-fr.ts";
import { adopt } from "../../../floor-ui/src/pages/start/adopt.ts";
import { planOf, withoutSecrets } from "../../../floor-ui/src/pages/start/plan-of.ts";
import { HOURS, stationsOf } from "../../../floor-ui/src/pages/start/presets.ts";
import { openHttp, TOKEN } from "../../server/api/support/open-http.ts";
import { decimal, draftOf } from "../support/start-draft.ts";

const { station } = startFr.line;
const WORDS = { station, decimal };
const STATIONS = stationsOf("tshirt", startFr.line.operations.tshirt, decimal);

/** What the other tab answered, as its plan. */
function planFrom(changes: Partial<StartDraft>): Plan {
  return withoutSecrets(planOf(draftOf({ stations: STATIONS, ...changes }), station));
}

describe("a plan that another tab of the first start changed", () => {
  it.each(["esp", "tasmota", "trial", "scan", null] as const)(
    "[GS3] is gone on from as the server tells it, with the way %s",
    async (way) => {
      const http = await openHttp();
      const theirs = { ...HOURS.twoTeams, stations: STATIONS, name: "Lons 2", way, station: 3 };
      const body = planOf(draftOf({ ...theirs, deviceId: "c-01" }), station);
      await http.ask("PUT", "/api/v1/plan", { token: TOKEN, body });
      const plan = (await http.ask("GET", "/api/v1/plan", {})).json as Plan;
      const own = draftOf({ step: "line", way, secret: "aa" });
      const gone = adopt(plan, own, WORDS);
      expect(gone).toMatchObject({ step: "counter", name: "Lons 2", way, secret: "aa" });
      expect(withoutSecrets(planOf(gone ?? own, station))).toEqual(plan);
    },
  );

  it("[GS3] leaves the question where one is when no counter is concerned", () => {
    const own = draftOf({ step: "order", way: "scan" });
    expect(adopt(planFrom({ way: "scan" }), own, WORDS)?.step).toBe("order");
  });

  it("[GS3] keeps what a machine tells of its stitches", () => {
    const sewn = planFrom({ way: "esp", deviceId: "c-01", isPulse: false, trims: "3" });
    const own = draftOf({ step: "piece", way: "esp", deviceId: "c-02" });
    expect(adopt(sewn, own, WORDS)).toMatchObject({
      ...{ step: "counter", deviceId: "c-01", isPulse: false, trims: "3" },
    });
  });

  it("[GS3] is left alone where the questions can't say all of it", () => {
    const plan = planFrom({});
    const [line] = plan.lines;
    const pause = { from: "10:00", to: "10:10" };
    const beyond: Plan[] = [
      { ...plan, lines: [] },
      { ...plan, lines: [...plan.lines, { ...line!, id: "L2" }] },
      { ...plan, devices: [{ id: "c-01" }, { id: "c-02" }] as Plan["devices"] },
      { ...plan, calendar: { ...plan.calendar, exceptions: [{ day: "2026-12-24", shifts: [] }] } },
      {
        ...plan,
        calendar: {
          ...plan.calendar,
          shifts: plan.calendar.shifts.map((shift) => ({
            ...shift,
            breaks: [pause, ...(shift.breaks ?? [])],
          })),
        },
      },
    ];
    expect(beyond.map((other) => adopt(other, draftOf(), WORDS))).toEqual(beyond.map(() => null));
    expect(adopt(plan, draftOf(), WORDS)).not.toBeNull();
  });
});
