import { badgeToQr, type StationView } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { TOKEN } from "../floor/floor-http.ts";
import { ADMIN, openPeople, type PeopleFloor } from "../supervision/people-http.ts";

const REASON = "Demandé par l’équipe, accord du CSE du 12 novembre";

/** Two people at two stations with a key each, and the workshop's word on own progress. */
async function open(isOn: boolean) {
  const floor = await openPeople({ bundleSize: 10 });
  if (isOn) await floor.put("/settings/own-progress", { enabled: true, reason: REASON });
  const keys = {
    S01: (await floor.send<{ key: string }>("POST", "/stations/S01/key")).key,
    S02: (await floor.send<{ key: string }>("POST", "/stations/S02/key")).key,
  };
  const askWith =
    (badge: string) => (stationId: "S01" | "S02", assignmentId: string, token: string | null) =>
      floor.ask("POST", `/api/v1/stations/${stationId}/own-progress`, {
        token,
        body: { assignmentId, badge },
      });
  return { floor, keys, askWith, ask: askWith(badgeToQr(413)) };
}

async function assignmentAt(floor: PeopleFloor, stationId: string): Promise<string> {
  const view = await floor.send<StationView>("GET", `/stations/${stationId}`);
  return view.present[0]?.assignmentId ?? "";
}

interface SewnDay {
  readonly day: string;
  readonly code: string;
  /** When ten pieces that were begun at eight are finished. */
  readonly until: string;
}

async function sew(floor: PeopleFloor, { day, code, until }: SewnDay) {
  floor.setNow(`${day}T08:00:00+01:00`);
  await floor.badge("luc", "S01");
  await floor.scan("S01", code);
  floor.setNow(`${day}T${until}:00+01:00`);
  expect(await floor.finish("S01", code, { good: 10 })).toMatchObject({ accepted: true });
  await floor.act("/badges", "S01", { badge: badgeToQr(413), direction: "out" });
}

describe("own progress", () => {
  it("[PE6] tells somebody their own pace against their first days, by operation", async () => {
    const { floor, keys, ask } = await open(true);
    const days = ["23", "24", "25", "26", "27", "30"];
    for (const [n, day] of days.entries()) {
      const code = floor.codes[n] ?? "";
      await sew(floor, { day: `2026-11-${day}`, code, until: n < 3 ? "09:00" : "08:30" });
    }
    floor.setNow("2026-12-01T08:00:00+01:00");
    await floor.badge("luc", "S01");
    const told = await ask("S01", await assignmentAt(floor, "S01"), keys.S01);
    expect([told.status, told.json]).toEqual([
      200,
      {
        looks: [floor.deps.now()],
        operations: [
          {
            label: { fr: "Étape 10", en: "Step 10" },
            ...{ daysWorked: 6, first: 10, latest: 20, ratio: 2 },
          },
        ],
      },
    ]);
  });

  it("[PE7] is off at first: it is refused, offered nowhere and put on no record", async () => {
    const { floor, keys, ask } = await open(false);
    await floor.badge("luc", "S01");
    const view = await floor.send<StationView>("GET", "/stations/S01");
    const refused = await ask("S01", view.present[0]?.assignmentId ?? "", keys.S01);
    expect([refused.status, refused.json]).toMatchObject([403, { code: "own-progress-off" }]);
    expect(view.ownProgress).toBe(false);
    await floor.put("/settings/own-progress", { enabled: true, reason: REASON });
    const first = await ask("S01", view.present[0]?.assignmentId ?? "", keys.S01);
    expect(first.json).toEqual({ looks: [floor.deps.now()], operations: [] });
  });

  it("[PE7] is told to the key of the station where somebody is now, and to no other", async () => {
    const { floor, keys, ask } = await open(true);
    await floor.badge("luc", "S01");
    await floor.badge("noa", "S02");
    const [luc, noa] = [await assignmentAt(floor, "S01"), await assignmentAt(floor, "S02")];
    const codes = [
      await ask("S01", luc, TOKEN),
      await ask("S01", luc, null),
      await ask("S01", luc, keys.S02),
      await ask("S01", noa, keys.S01),
      await ask("S01", luc, keys.S01),
    ].map(({ status, json }) => [status, (json as { code?: string }).code]);
    expect(codes).toEqual([
      [403, "own-progress-station-only"],
      [401, "station-key-missing"],
      [403, "station-key-foreign"],
      [403, "own-progress-elsewhere"],
      [200, undefined],
    ]);
    floor.setNow("2026-11-23T09:00:00+01:00");
    await floor.badge("luc", "S02");
    expect((await ask("S01", luc, keys.S01)).status).toBe(403);
  });

  it("[PE11] opens with their own badge alone, and no other look is on record", async () => {
    const { floor, keys, ask, askWith } = await open(true);
    await floor.badge("luc", "S01");
    await floor.badge("noa", "S01");
    const view = await floor.send<StationView>("GET", "/stations/S01");
    const luc = view.present.find(({ pseudonym }) => pseudonym === "Luc")?.assignmentId ?? "";
    const badges = [badgeToQr(414), badgeToQr(99), "P-413-A", floor.codes[0] ?? "", ""];
    const refused = badges.map((badge) => askWith(badge)("S01", luc, keys.S01));
    expect(
      (await Promise.all(refused)).map(({ status, json }) => [status, Object(json).code]),
    ).toEqual(badges.map(() => [403, "own-progress-badge"]));
    const path = "/api/v1/stations/S01/own-progress";
    const bare = await floor.ask("POST", path, { token: keys.S01, body: { assignmentId: luc } });
    expect(bare.status).toBe(422);
    floor.setNow("2026-11-23T08:10:00+01:00");
    expect((await ask("S01", luc, keys.S01)).json).toEqual({
      ...{ looks: [floor.deps.now()], operations: [] },
    });
  });

  it("[PE8] has each look on record, and shows them to the person", async () => {
    const { floor, keys, ask } = await open(true);
    await floor.badge("luc", "S01");
    const assignmentId = await assignmentAt(floor, "S01");
    await ask("S01", assignmentId, keys.S01);
    floor.setNow("2026-11-23T08:30:00+01:00");
    await ask("S01", assignmentId, keys.S02);
    const { json } = await ask("S01", assignmentId, keys.S01);
    expect(json).toMatchObject({
      looks: ["08:30", "08:00"].map((time) => Date.parse(`2026-11-23T${time}:00+01:00`)),
    });
  });
});

describe("own progress of the workshop", () => {
  it("[PE7] is turned on with a reason, which is kept until it is turned off", async () => {
    const { floor } = await open(false);
    const path = "/settings/own-progress";
    const read = async () => (await floor.get(`/api/v1${path}`, ADMIN)).json;
    const since = floor.deps.now();
    expect(await read()).toEqual({ enabled: false, reason: null, since: null });
    expect(await floor.put(path, { enabled: true, reason: "  " })).toMatchObject({
      ...{ status: 422, json: { code: "own-progress-reason", path: "/reason" } },
    });
    await floor.put(path, { enabled: true, reason: REASON });
    expect(await read()).toEqual({ enabled: true, reason: REASON, since });
    expect((await floor.send<StationView>("GET", "/stations/S01")).ownProgress).toBe(true);
    floor.setNow("2026-11-24T08:00:00+01:00");
    await floor.put(path, { enabled: false });
    expect(await read()).toEqual({ enabled: false, reason: null, since: floor.deps.now() });
  });

  it("[PE7] is read and set with the admin token only", async () => {
    const { floor } = await open(false);
    expect((await floor.get("/api/v1/settings/own-progress")).status).toBe(401);
    const body = { enabled: false };
    expect((await floor.ask("PUT", "/api/v1/settings/own-progress", { body })).status).toBe(401);
  });
});
