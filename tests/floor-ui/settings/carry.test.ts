import type { Plan } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { createDeskApi, type DeskApi } from "../../../floor-ui/src/data/desk/desk-api.ts";
import {
  type Carry,
  carriedInto,
  carryOn,
  laterFroms,
} from "../../../floor-ui/src/data/settings/carry.ts";
import { editPlan } from "../../../floor-ui/src/data/settings/edit-plan.ts";
import { mergeChanges } from "../../../floor-ui/src/data/settings/merge.ts";
import {
  addDevice,
  addStation,
  bindDevice,
  changeStation,
  removeDevice,
  stationIds,
  stationOf,
} from "../../../floor-ui/src/data/settings/plan-edits.ts";
import { openHttp, type TestHttp, TOKEN } from "../../server/api/support/open-http.ts";
import { planOfStations } from "../../server/api/support/workshop.ts";

const BASE = planOfStations([{ operation: "Surjet" }, { operation: "Ourlet" }]);
const LATER = changeStation(BASE, "S02", { standardMinutes: 0.6 });
const SECRET = "0123456789abcdef0123456789abcdef";
const PLAN = "/api/v1/plan";

const admit = (plan: Plan) =>
  bindDevice(addDevice(plan, { id: "esp-77", secret: SECRET }), "S01", "esp-77");

/** A workshop with a plan for now, one from 30 November and one from 7 December. */
async function openShop(later = LATER): Promise<TestHttp> {
  const http = await openHttp("2026-11-23T11:35:00+01:00");
  await http.putPlan(BASE, "2026-11-23T06:00:00Z");
  await http.putPlan(later, "2026-11-29T23:00:00Z");
  await http.putPlan(changeStation(later, "S02", { name: "Poste B" }), "2026-12-06T23:00:00Z");
  return http;
}

/** A desk that asks the workshop without a network. */
function deskOf(http: TestHttp): DeskApi {
  const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const { authorization: _, ...headers } = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === "string" ? { body: init.body } : {};
    const method = init.method === "PUT" ? "PUT" : "GET";
    const answer = await http.ask(method, String(url), { token: TOKEN, headers, ...body });
    const etag = answer.headers["etag"];
    return new Response(answer.text, {
      status: answer.status,
      headers: etag === undefined ? {} : { etag: String(etag) },
    });
  };
  return createDeskApi({ fetch, language: () => "fr" });
}

async function planAt(http: TestHttp, at: string): Promise<Plan> {
  return (await http.get(`${PLAN}?at=${at}`)).json as Plan;
}

describe("plans recorded for later", () => {
  it("[SE12] a counter admitted before is in the later plan, which keeps what it changes itself", () => {
    const carried = carriedInto(BASE, admit(BASE), LATER);

    expect(carried).toEqual(admit(LATER));
    // The control: a plan that is left as it was does not know the counter.
    expect(LATER.devices.map(({ id }) => id)).not.toContain("esp-77");
  });

  it("[SE12] where both change the same field the later plan wins there, and only there", () => {
    const edited = changeStation(BASE, "S02", { standardMinutes: 0.3, name: "Poste A" });

    const carried = carriedInto(BASE, edited, LATER);

    expect(carried).toEqual(changeStation(LATER, "S02", { name: "Poste A" }));
  });

  it("[SE12] what is taken away is gone later too, and nothing changes without an edit", () => {
    expect(carriedInto(BASE, removeDevice(BASE, "esp-01"), LATER)).toEqual(
      removeDevice(LATER, "esp-01"),
    );
    expect(carriedInto(BASE, BASE, LATER)).toEqual(LATER);
  });

  it("[SE12] two stations made under one id are never taken for each other", () => {
    const edited = addStation(BASE, "L1", { name: "Poste d’aujourd’hui" });
    const later = addStation(LATER, "L1", { name: "Poste du 30" });

    expect(carriedInto(BASE, edited, later)).toBeNull();
    expect(stationIds(carriedInto(BASE, edited, LATER) ?? BASE)).toEqual(["S01", "S02", "S03"]);
  });

  it("[SE12] plans are later than the first of their day, or than now", () => {
    const hour = 3_600_000;
    const versions = { now: 30 * hour, froms: [0, 24 * hour, 30 * hour, 36 * hour, 72 * hour] };
    const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

    expect(laterFroms(versions, { day: null, dayOf })).toEqual([36 * hour, 72 * hour]);
    expect(laterFroms(versions, { day: "1970-01-02", dayOf })).toEqual(
      [30, 36, 72].map((hours) => hours * hour),
    );
  });

  it("[SE12] a counter admitted now may come in on every later day", async () => {
    const http = await openShop();

    const answer = await editPlan(deskOf(http), admit);

    expect(answer).toEqual({ ok: true, value: { left: [] } });
    for (const day of ["2026-11-24", "2026-11-30", "2026-12-07"]) {
      const plan = await planAt(http, day);
      expect(plan.devices.map(({ id }) => id)).toContain("esp-77");
      expect(stationOf(plan, "S01")?.device).toBe("esp-77");
    }
    expect(stationOf(await planAt(http, "2026-11-30"), "S02")?.standardMinutes).toBe(0.6);
    expect(stationOf(await planAt(http, "2026-12-07"), "S02")?.name).toBe("Poste B");
  });

  it("[SE12] a later plan that can't take an edit is told with its moment and why, and stays as it was", async () => {
    const later = addStation(LATER, "L1", { name: "Poste du 30", operation: "Contrôle" });
    const http = await openShop(bindDevice(addDevice(later, { id: "esp-77" }), "S03", "esp-77"));
    const desk = deskOf(http);

    const admitted = await editPlan(desk, admit);
    const added = await editPlan(desk, (plan) =>
      addStation(plan, "L1", { name: "Poste 3", operation: "Surjet" }),
    );

    const froms = ["2026-11-29T23:00:00Z", "2026-12-06T23:00:00Z"].map(Date.parse);
    const faults = [expect.objectContaining({ code: "counter-taken" })];
    expect(admitted).toEqual({
      ok: true,
      value: {
        left: froms.map((from) => ({
          from,
          refusal: expect.objectContaining({ code: "plan-invalid", faults }),
        })),
      },
    });
    expect(added).toEqual({
      ok: true,
      value: { left: froms.map((from) => ({ from, refusal: null })) },
    });
    expect(stationOf(await planAt(http, "2026-11-30"), "S03")?.name).toBe("Poste du 30");
  });

  it("[SE12] hours changed from a day on are those of later plans too", async () => {
    const http = await openShop();
    const desk = deskOf(http);
    const { calendar: base } = BASE;
    const edited = { ...base, holidays: "FR" as const };
    const put = await desk.replace(`/api/v1/calendar?from=2026-11-25`, {
      ...{ value: edited, version: "*" },
    });
    expect(put.ok).toBe(true);
    const carry: Carry<Plan["calendar"]> = {
      ...{ address: "/api/v1/calendar", day: "2026-11-25" },
      dayOf: (at) => new Date(at + 3_600_000).toISOString().slice(0, 10),
      take: ({ shifts, holidays }: Plan["calendar"]) => ({
        shifts,
        ...(holidays != null && { holidays }),
      }),
      lay: (edit, later) => mergeChanges({ base: edit.base, mine: later, theirs: edit.edited }),
    };

    expect(await carryOn(desk, carry, { base, edited })).toEqual([]);

    const days = ["2026-11-24", "2026-11-25", "2026-11-30", "2026-12-07"];
    const plans = await Promise.all(days.map((day) => planAt(http, day)));
    expect(plans.map(({ calendar }) => calendar.holidays)).toEqual([undefined, "FR", "FR", "FR"]);
  });
});
