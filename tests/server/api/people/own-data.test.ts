import { badgeToQr, type OwnData, type OwnExport } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { PeopleFloor } from "../supervision/people-http.ts";
import { TOKEN } from "../support/open-http.ts";
import { LUC, NOA, openOwn } from "./own-http.ts";

const ASK = { badge: LUC, kind: "correction", about: "skills", words: "Je sais aussi border." };

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
  await floor.act("/badges", "S01", { badge: LUC, direction: "out" });
}

describe("own data", () => {
  it("[PD5] [PD6] tells somebody all that is stored about them, also in the mode `team`", async () => {
    const floor = await openOwn();
    const at = floor.deps.now();
    await floor.badge("luc", "S01");
    await floor.scan("S01", floor.codes[0] ?? "");
    await floor.put("/absences", { operatorId: "luc", day: "2026-11-25", isAbsent: true });
    await floor.put("/postings", { operatorId: "luc", stationId: "S02" });
    const { status, json } = await floor.own("own-data", { badge: LUC });
    expect([status, json]).toEqual([
      200,
      {
        at,
        person: {
          id: "luc",
          pseudonym: "Luc",
          skills: [
            { operation: "10", level: 2 },
            { operation: "Étape 20", level: 1 },
          ],
          badgeCode: expect.stringMatching(/^P-413-/),
          hasPin: false,
          hasName: false,
        },
        presences: [{ stationId: "S01", from: at, to: null, isWithoutPin: false }],
        plans: [
          { day: "2026-11-25", stationId: null },
          { day: "2026-11-23", stationId: "S02" },
        ],
        stations: expect.arrayContaining([{ id: "S01", name: expect.any(String) }]),
        acts: 2,
        looks: [{ what: "own-data", by: "self", name: null, isOfAll: false, at }],
        requests: [],
        progress: null,
        mode: "team",
        assignmentsDays: 30,
      },
    ]);
  });

  it("[PD5] opens with a badge at a station's own tablet, and with nothing else", async () => {
    const floor = await openOwn();
    const codes = [
      await floor.own("own-data", { badge: LUC }, TOKEN),
      await floor.own("own-data", { badge: LUC }, null),
      await floor.own("own-data", { badge: LUC }, floor.keys.S02),
      await floor.own("own-data", { badge: badgeToQr(99) }),
      await floor.own("own-data", { badge: "P-413-A" }),
      await floor.own("own-data", { badge: floor.codes[0] ?? "" }),
    ].map(({ status, json }) => [status, Object(json).code]);
    expect(codes).toEqual([
      [403, "own-data-station-only"],
      [401, "station-key-missing"],
      [403, "station-key-foreign"],
      ...Array.from({ length: 3 }, () => [403, "own-data-badge"]),
    ]);
    const { looks } = (await floor.own("own-data", { badge: LUC })).json as OwnData;
    expect(looks).toHaveLength(1);
  });

  it("[PE6] tells their own pace against their first days, by operation, in the mode `own`", async () => {
    const floor = await openOwn("own");
    const days = ["23", "24", "25", "26", "27", "30"];
    for (const [n, day] of days.entries()) {
      const code = floor.codes[n] ?? "";
      await sew(floor, { day: `2026-11-${day}`, code, until: n < 3 ? "09:00" : "08:30" });
    }
    floor.setNow("2026-12-01T08:00:00+01:00");
    const told = (await floor.own("own-data", { badge: LUC })).json as OwnData;
    const label = { fr: "Étape 10", en: "Step 10" };
    expect(told.progress).toEqual([{ label, daysWorked: 6, first: 10, latest: 20, ratio: 2 }]);
    const other = (await floor.own("own-data", { badge: NOA })).json as OwnData;
    expect([other.progress, other.acts]).toEqual([[], 0]);
  });

  it("[PE7] [PD9] computes no figures of anybody in the mode `team`", async () => {
    const floor = await openOwn();
    await sew(floor, { day: "2026-11-23", code: floor.codes[0] ?? "", until: "09:00" });
    const told = (await floor.own("own-data", { badge: LUC })).json as OwnData;
    expect([told.mode, told.progress]).toEqual(["team", null]);
    expect((await floor.desk("GET", "/people/luc/accompanied")).json).toMatchObject({
      code: "accompanied-off",
    });
  });
});

describe("a request about one's own data", () => {
  it("[PR13] says to the desk at which quarter of an hour it was made, to the person when", async () => {
    const floor = await openOwn();
    const [at, quarter] = ["10:07:12", "10:00:00"].map((time) => `2026-11-23T${time}+01:00`);
    floor.setNow(at ?? "");
    const asked = Object((await floor.own("own-requests", ASK)).json);
    const listed = Object((await floor.desk("GET", "/people/requests")).json).requests[0];
    const answer = { answer: "done", words: null };
    const answered = await floor.desk("POST", "/people/requests/1/answer", answer);
    const told = [asked, listed, Object(answered.json)].map((request) => request.at);
    expect(told).toEqual([at, quarter, quarter].map((time) => Date.parse(time ?? "")));
  });

  it("[PD7] goes to the desk, and its answer back to the person", async () => {
    const floor = await openOwn();
    const asked = await floor.own("own-requests", ASK);
    expect(asked).toMatchObject({ status: 200, json: { n: 1, kind: "correction", answer: null } });
    const { requests } = (await floor.desk("GET", "/people/requests")).json as OwnData;
    expect(requests).toMatchObject([{ n: 1, operatorId: "luc", name: "Luc", words: ASK.words }]);
    const refused = await floor.desk("POST", "/people/requests/1/answer", {
      ...{ answer: "refused", words: null },
    });
    expect(refused).toMatchObject({ status: 422, json: { code: "person-request-words" } });
    const words = "Noté : border, niveau 3.";
    const done = { answer: "done", words };
    expect((await floor.desk("POST", "/people/requests/1/answer", done)).status).toBe(200);
    expect((await floor.desk("POST", "/people/requests/1/answer", done)).status).toBe(409);
    expect((await floor.desk("POST", "/people/requests/2/answer", done)).status).toBe(404);
    const told = (await floor.own("own-data", { badge: LUC })).json as OwnData;
    const answeredAt = floor.deps.now();
    expect(told.requests).toMatchObject([{ n: 1, answer: "done", answerWords: words, answeredAt }]);
    expect(((await floor.own("own-data", { badge: NOA })).json as OwnData).requests).toEqual([]);
  });

  it("[PD7] reaches no line of the journal with its words", async () => {
    const floor = await openOwn();
    await floor.own("own-requests", ASK);
    await floor.desk("POST", "/people/requests/1/answer", { answer: "done", words: "C’est fait." });
    const { text } = await floor.desk("GET", "/journal");
    expect(text).not.toMatch(/border|C’est fait|luc/i);
  });

  it("[PD7] is one of ten that wait at most", async () => {
    const floor = await openOwn();
    for (let n = 0; n < 10; n += 1) await floor.own("own-requests", ASK);
    const refused = await floor.own("own-requests", ASK);
    expect(refused).toMatchObject({ status: 409, json: { code: "own-requests-many" } });
  });
});

describe("a copy of one's own data", () => {
  const open = (floor: PeopleFloor, code: string) =>
    floor.ask("POST", "/api/v1/own-exports", { body: { code } });
  const draw = async (floor: Awaited<ReturnType<typeof openOwn>>) =>
    (await floor.own("own-export", { badge: LUC })).json as { code: string; expiresAt: number };

  it("[PD8] [PD9] is opened once with a code, by whoever holds it, with all that they did", async () => {
    const floor = await openOwn();
    await sew(floor, { day: "2026-11-23", code: floor.codes[0] ?? "", until: "09:00" });
    const { code } = await draw(floor);
    const first = await open(floor, code.toLowerCase().replace("-", " "));
    const copy = first.json as OwnExport;
    expect([first.status, copy.workshop]).toEqual([200, expect.any(String)]);
    expect(copy.person.pseudonym).toBe("Luc");
    expect(copy.didActs.map(({ kind }) => kind)).toEqual(["badge", "finish", "scan", "badge"]);
    expect(copy.didActs.map(({ isRefused }) => isRefused)).not.toContain(true);
    expect(copy.looks.map(({ what }) => what)).toEqual(["own-export", "own-data"]);
    expect(await open(floor, code)).toMatchObject({
      ...{ status: 404, json: { code: "own-export-code" } },
    });
  });

  it("[PD8] [AC5] is guessed at one terminal later and later, and opened at another all the same", async () => {
    const floor = await openOwn();
    const { code } = await draw(floor);
    const guess = async (typed: string, from: string) => {
      const { status } = await floor.ask("POST", "/api/v1/own-exports", {
        ...{ from, body: { code: typed } },
      });
      return status;
    };
    const [here, there] = ["192.168.1.66", "192.168.1.20"];
    const tried: number[] = [];
    for (let n = 0; n < 250; n += 1) tried.push(await guess(`GUESS${n}`, here));
    expect(tried.slice(0, 3)).toEqual([404, 404, 404]);
    expect(new Set(tried.slice(3))).toEqual(new Set([429]));
    expect(await guess(code, here)).toBe(429);
    expect(await guess(code, there)).toBe(200);
  });

  it("[PD18] says which of it was refused", async () => {
    const floor = await openOwn();
    await floor.badge("luc", "S01");
    await floor.scan("S01", "1-1-Z");
    const copy = (await open(floor, (await draw(floor)).code)).json as OwnExport;
    expect(copy.didActs.map(({ kind, isRefused }) => [kind, isRefused])).toEqual([
      ["scan", true],
      ["badge", false],
    ]);
  });

  it("[PD8] is opened for half an hour, with the latest code alone", async () => {
    const floor = await openOwn();
    const [before, late] = [await draw(floor), await draw(floor)];
    expect((await open(floor, before.code)).status).toBe(404);
    floor.setNow(late.expiresAt);
    expect((await open(floor, late.code)).status).toBe(404);
  });
});

describe("a PIN", () => {
  it("[PD14] is set, asked for and taken away by whoever has the badge and knows it", async () => {
    const floor = await openOwn();
    const set = (newPin: string | null, pin?: string) =>
      floor.own("own-pin", { badge: LUC, newPin, ...(pin !== undefined && { pin }) });
    const see = async (pin?: string) => {
      const { status, json } = await floor.own("own-data", { badge: LUC, ...(pin && { pin }) });
      return status === 200 ? (json as OwnData).person.hasPin : Object(json).code;
    };
    expect((await set("12")).status).toBe(422);
    expect((await set("4829")).json).toEqual({ hasPin: true });
    expect([await see(), await see("0000"), await see("4829")]).toEqual([
      ...["pin-needed", "pin-wrong", true],
    ]);
    expect(Object((await set(null)).json).code).toBe("pin-needed");
    expect((await set(null, "4829")).json).toEqual({ hasPin: false });
    expect(await see()).toBe(false);
    await set("4829");
    expect((await floor.desk("DELETE", "/operators/luc/pin")).json).toEqual({ hasPin: false });
    expect(await see()).toBe(false);
  });

  it("[PD15] is asked for at each badge-in, and badging out needs none", async () => {
    const floor = await openOwn();
    await floor.own("own-pin", { badge: LUC, newPin: "4829" });
    const token = floor.keys.S01;
    const badge = (fields: object) =>
      floor.act("/badges", "S01", { badge: LUC, direction: "in", token, ...fields });
    const show = async (pin: string) => (await floor.own("pin", { badge: LUC, pin })).status;
    expect(await badge({})).toMatchObject({ accepted: false, code: "badge-pin-wanted" });
    expect([await show("1111"), (await badge({})).accepted]).toEqual([403, false]);
    expect([await show("4829"), (await badge({})).accepted]).toEqual([200, true]);
    expect((await badge({ direction: "out" })).accepted).toBe(true);
    floor.setNow(floor.deps.now() + 120_001);
    expect((await badge({})).code).toBe("badge-pin-wanted");
    expect(
      (await floor.act("/badges", "S01", { badge: NOA, direction: "in", token })).accepted,
    ).toBe(true);
  });

  it("[PD15] is not waited for without the network, nor for a supervisor: own data says so", async () => {
    const floor = await openOwn();
    await floor.own("own-pin", { badge: LUC, newPin: "4829" });
    const fields = { badge: LUC, direction: "in", token: floor.keys.S01, offline: true };
    expect((await floor.act("/badges", "S01", fields)).accepted).toBe(true);
    floor.setNow("2026-11-23T09:00:00+01:00");
    expect((await floor.act("/badges", "S02", { badge: LUC, direction: "in" })).accepted).toBe(
      true,
    );
    const { json } = await floor.own("own-data", { badge: LUC, pin: "4829" });
    const { presences } = json as OwnData;
    expect(presences.map(({ stationId, isWithoutPin }) => [stationId, isWithoutPin])).toEqual([
      ["S02", true],
      ["S01", true],
    ]);
  });

  it("[PD14] is guessed ever more slowly", async () => {
    const floor = await openOwn();
    await floor.own("own-pin", { badge: LUC, newPin: "4829" });
    const codes: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { json } = await floor.own("own-data", { badge: LUC, pin: `000${n}` });
      codes.push(Object(json).code);
    }
    expect(codes.at(0)).toBe("pin-wrong");
    expect(codes.at(-1)).toBe("too-many-tries");
  });
});
