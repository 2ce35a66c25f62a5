import { describe, expect, it } from "vitest";
import type { FollowedBundle } from "../../../../server/src/store/supervision/follow-read.ts";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";

const MINUTE = 60_000;

/** Where bundles are that somebody should look after, and why. */
async function toFollow(floor: FloorHttp, query = "") {
  const { bundles } = await floor.send<{ bundles: FollowedBundle[] }>(
    "GET",
    `/bundles/to-follow${query}`,
  );
  return bundles.map(({ bundle, reason, detail, stationId, minutes }) => ({
    code: bundle.code,
    ...{ reason, detail, stationId, minutes },
  }));
}

function later(floor: FloorHttp, minutes: number): void {
  floor.setNow(floor.deps.now() + minutes * MINUTE);
}

/** A machine stands still from now on. */
async function stop({ deps }: FloorHttp, stationId: string): Promise<void> {
  const now = deps.now();
  const head = { key: "the-machine-stops", at: now, sentAt: now, origin: "hand" as const };
  const body = { ...head, scope: { stationId }, from: now, to: null, cause: "machine" };
  const outcome = await deps.recorder.act({ kind: "stop", body }, true);
  expect(outcome).toMatchObject({ answer: { accepted: true } });
}

describe("bundles to follow", () => {
  it("[WP11] are late when they wait too long in working time, and never while they wait to be begun", async () => {
    const floor = await openFloor();
    const [first = "", second = ""] = floor.codes;
    await floor.work("S01", first, 50);
    later(floor, 10);
    await floor.work("S01", second, 50);
    later(floor, 25);

    expect(await toFollow(floor)).toEqual([
      { code: first, reason: "late", detail: "waits", stationId: "S02", minutes: 35 },
    ]);
    expect(await toFollow(floor, "?line=L9")).toEqual([]);
  });

  it("[WP11] do not wait through a break", async () => {
    const floor = await openFloor({ at: "2026-11-23T11:50:00+01:00" });
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);
    floor.setNow("2026-11-23T13:19:00+01:00");
    expect(await toFollow(floor)).toEqual([]);
    floor.setNow("2026-11-23T13:20:00+01:00");
    expect(await toFollow(floor)).toMatchObject([{ code, minutes: 30 }]);
  });

  it("[WP11] are blocked in conflict, in repair too long and at a station that stands still, before those that are late", async () => {
    const floor = await openFloor();
    const [late = "", inRepair = "", atStop = "", inConflict = ""] = floor.codes;
    await floor.work("S01", late, 50);
    later(floor, 1);
    await floor.scan("S01", inRepair);
    await floor.finish("S01", inRepair, { good: 40, rework: 10 });
    await floor.work("S02", inRepair, 40);
    await floor.work("S03", inRepair, 40);
    await floor.scan("S04", inRepair);
    later(floor, 65);
    await floor.scan("S01", atStop);
    await floor.scan("S03", inConflict, { offline: true });
    await floor.finish("S04", inConflict, { good: 60, offline: true });
    later(floor, 1);
    await stop(floor, "S01");

    expect(await toFollow(floor)).toEqual([
      {
        code: inRepair,
        reason: "blocked",
        detail: "in-repair",
        stationId: "S04",
        minutes: 66,
      },
      {
        code: inConflict,
        reason: "blocked",
        detail: "in-conflict",
        stationId: "S04",
        minutes: 1,
      },
      {
        code: atStop,
        reason: "blocked",
        detail: "station-stopped",
        stationId: "S01",
        minutes: 0,
      },
      { code: late, reason: "late", detail: "waits", stationId: "S02", minutes: 67 },
    ]);
  });

  it("[WP11] are blocked since the station stands still or the act that does not fit, not since they moved", async () => {
    const floor = await openFloor();
    const [atStop = "", inConflict = ""] = floor.codes;
    await floor.scan("S01", atStop);
    await floor.scan("S03", inConflict, { offline: true });
    await floor.finish("S04", inConflict, { good: 60, offline: true });
    later(floor, 10);
    await floor.scan("S04", inConflict, { offline: true });
    await stop(floor, "S01");
    later(floor, 2);
    expect(await toFollow(floor)).toMatchObject([
      { code: inConflict, detail: "in-conflict", minutes: 12 },
      { code: atStop, detail: "station-stopped", minutes: 2 },
    ]);
  });

  it("[WP11] are blocked outside longer than is usual", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);
    const slip = { slipId: "BL-1", partner: "Broderie", codes: [code] };
    await floor.act("/dispatches", "S01", slip);
    floor.setNow("2026-11-29T12:00:00+01:00");
    expect(await toFollow(floor)).toEqual([]);
    floor.setNow("2026-11-30T08:00:00+01:00");
    expect(await toFollow(floor)).toMatchObject([{ code, detail: "outside", stationId: "S01" }]);
  });

  it("[WP12] follow the workshop's own limits", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    await floor.work("S01", code, 50);
    later(floor, 6);
    const limits = { waitMinutes: 5, repairMinutes: 60, outsideDays: 7 };
    expect(await floor.send("GET", "/settings/to-follow")).toEqual({ ...limits, waitMinutes: 30 });
    expect(await toFollow(floor)).toEqual([]);
    expect(await floor.send("PUT", "/settings/to-follow", limits)).toEqual(limits);
    expect(await toFollow(floor)).toMatchObject([{ code, detail: "waits" }]);
    const refused = await floor.ask("PUT", "/api/v1/settings/to-follow", { body: limits });
    expect(refused.status).toBe(401);
  });
});
