import type { Board, StopScope } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor, TOKEN, type Told } from "../floor/floor-http.ts";

const MINUTE_MS = 60_000;
const TABLES = { S01: { operation: "10" }, S02: { operation: "20" } };

interface StopsJson {
  readonly day: string;
  readonly version: number;
  readonly stops: readonly StopJson[];
  readonly totals: readonly object[];
}

interface StopJson {
  readonly stationId: string;
  readonly from: number;
  readonly to: number | null;
  readonly cause: string | null;
}

interface Said {
  readonly cause: string | null;
  /** Minutes after 08:00. */
  readonly from: number;
  readonly to: number | null;
  readonly scope?: StopScope;
  readonly version?: number;
  readonly [field: string]: unknown;
}

/** Opened at 10:00. */
function openTables(): Promise<FloorHttp> {
  return openFloor({ at: "2026-11-23T10:00:00+01:00", stations: TABLES });
}

const EIGHT = Date.parse("2026-11-23T08:00:00+01:00");

function say(floor: FloorHttp, { from, to, scope = { stationId: "S01" }, ...said }: Said) {
  return floor.act("/stops", "S01", {
    ...{ origin: "hand", stationId: undefined, scope },
    from: EIGHT + from * MINUTE_MS,
    to: to === null ? null : EIGHT + to * MINUTE_MS,
    ...said,
  });
}

function list(floor: FloorHttp, query = ""): Promise<StopsJson> {
  return floor.send<StopsJson>("GET", `/stops${query}`);
}

/** `S01 30-40 machine`, in minutes after 08:00. */
async function told(floor: FloorHttp, query = ""): Promise<string[]> {
  const { stops } = await list(floor, query);
  const minute = (at: number | null): number | string =>
    at === null ? "" : (at - EIGHT) / MINUTE_MS;
  return stops.map((stop) => {
    return `${stop.stationId} ${minute(stop.from)}-${minute(stop.to)} ${stop.cause}`;
  });
}

function codesOf(answers: readonly Told[]): string[] {
  return answers.map(({ status, code }) => `${status} ${code}`);
}

describe("a stop", () => {
  it("[ST7] by hand is in the list with its class, its minutes and its note", async () => {
    const floor = await openTables();
    const answer = await say(floor, {
      cause: "thread",
      from: 30,
      to: 42,
      note: "bobine",
      key: "stop-one",
    });
    expect(answer).toMatchObject({ status: 200, accepted: true, message: "L’arrêt est noté." });
    const { version, ...rest } = await list(floor, "?day=2026-11-23");
    expect(version).toBeGreaterThan(0);
    expect(rest).toEqual({
      day: "2026-11-23",
      stops: [
        {
          stationId: "S01",
          lineId: "L1",
          from: EIGHT + 30 * MINUTE_MS,
          to: EIGHT + 42 * MINUTE_MS,
          state: "stopped",
          minutes: 12,
          cause: "thread",
          class: "machine",
          note: "bobine",
          origin: "hand",
          keys: ["stop-one"],
          needsCause: false,
        },
      ],
      totals: [{ class: "machine", cause: "thread", minutes: 12, count: 1 }],
    });
  });

  it("[ST4] is split, taken back and undone; the words stay in the order in which they were said", async () => {
    const floor = await openTables();
    await say(floor, { cause: "machine", from: 30, to: 60, key: "first-word" });
    await say(floor, { cause: "material", from: 40, to: 50, key: "second-word" });
    const split = await told(floor);
    await floor.act("/undos", "S01", { undoes: "second-word" });
    const undone = await told(floor);
    await say(floor, { cause: null, from: 30, to: 60 });
    expect([split, undone, await told(floor)]).toEqual([
      ["S01 30-40 machine", "S01 40-50 material", "S01 50-60 machine"],
      ["S01 30-60 machine"],
      [],
    ]);
  });

  it("[ST6] of the workshop is that of each station, and of the lines asked for", async () => {
    const floor = await openTables();
    await say(floor, { cause: "power", from: 10, to: 20, scope: { workshop: true } });
    await say(floor, { cause: "training", from: 30, to: 40, scope: { lineId: "L1" } });
    const all = ["S01 10-20 power", "S01 30-40 training", "S02 10-20 power", "S02 30-40 training"];
    expect([
      await told(floor),
      await told(floor, "?station=S02"),
      await told(floor, "?line=L9"),
    ]).toEqual([all, all.slice(2), []]);
  });

  it("[ST3] is on the board at once, and off it when it is undone", async () => {
    const floor = await openTables();
    await say(floor, { cause: "machine", from: 110, to: null, key: "open-word" });
    const marks = async () =>
      (await floor.send<Board>("GET", "/board")).stations.map(({ mark }) => mark?.key ?? null);
    const before = await marks();
    await floor.act("/undos", "S01", { undoes: "open-word" });
    expect([before, await marks()]).toEqual([
      ["open-word", null],
      [null, null],
    ]);
  });

  it("[ST5] that goes on is of its day: the next one asks again", async () => {
    const floor = await openTables();
    await say(floor, { cause: "machine", from: 110, to: null });
    const today = await told(floor);
    floor.setNow("2026-11-24T09:00:00+01:00");
    const board = await floor.send<Board>("GET", "/board");
    expect([
      today,
      await told(floor, "?day=2026-11-23"),
      await told(floor),
      board.stations.map(({ mark }) => mark),
    ]).toEqual([["S01 110- machine"], ["S01 110-540 machine"], [], [null, null]]);
  });
});

describe("a stop said after work", () => {
  it("[ST5] is of the next working day", async () => {
    const floor = await openTables();
    floor.setNow("2026-11-23T18:00:00+01:00");
    await say(floor, { cause: "maintenance", from: 600, to: null });
    const today = await told(floor, "?day=2026-11-23");
    floor.setNow("2026-11-24T09:00:00+01:00");
    const { stations } = await floor.send<Board>("GET", "/board");
    expect([today, await told(floor), stations[0]?.mark?.cause]).toEqual([
      [],
      [`S01 ${24 * 60}- maintenance`],
      "maintenance",
    ]);
  });
});

describe("a stop that is refused", () => {
  it("[ST11] has an unknown cause or place, ends before it began, is still to come or too long", async () => {
    const floor = await openTables();
    const answers = [
      await say(floor, { cause: "ghosts", from: 30, to: 40 }),
      await say(floor, { cause: "machine", from: 30, to: 40, scope: { stationId: "S99" } }),
      await say(floor, { cause: "machine", from: 30, to: 40, scope: { lineId: "L9" } }),
      await say(floor, { cause: "machine", from: 40, to: 40 }),
      await say(floor, { cause: "machine", from: 30, to: 126 }),
      await say(floor, { cause: "machine", from: 126, to: null }),
      await say(floor, { cause: "machine", from: 40 - 1_440, to: 41 }),
      await say(floor, { cause: "machine", from: 100 - 1_440, to: null }),
    ];
    expect(codesOf(answers)).toEqual([
      "409 stop-cause-unknown",
      "409 stop-place-unknown",
      "409 stop-place-unknown",
      "409 stop-reversed",
      "409 stop-too-soon",
      "409 stop-too-soon",
      "409 stop-too-long",
      "409 stop-too-long",
    ]);
    expect(await list(floor)).toMatchObject({ version: 0, stops: [] });
    expect((await say(floor, { cause: "machine", from: 30, to: 125 })).status).toBe(200);
  });

  it("[ST11] is taken where it was said without the network, and holds nowhere", async () => {
    const floor = await openTables();
    const answer = await say(floor, { cause: "ghosts", from: 30, to: 40, offline: true });
    expect(answer).toMatchObject({ accepted: true, conflict: "stop-cause-unknown" });
    expect(await told(floor)).toEqual([]);
  });

  it("[ST12] is older than what it would overwrite: it says what holds now, and changes nothing", async () => {
    const floor = await openTables();
    await say(floor, { cause: "machine", from: 30, to: 40 });
    const { version } = await list(floor);
    // Two supervisors look at one list; the first one speaks.
    await say(floor, { cause: "material", from: 32, to: 40, version });
    const late = await say(floor, {
      cause: "quality",
      from: 30,
      to: 40,
      version,
      key: "late-word",
    });
    expect(late).toMatchObject({ status: 409, code: "stop-changed", accepted: false });
    expect(late.message).toBe(
      "Entre-temps on a noté ici\u00a0: Matière, depuis 8\u00a0h\u00a032. Rien n’a été changé\u00a0; regardez la liste et redites-le s’il le faut.",
    );
    expect(await told(floor)).toEqual(["S01 30-32 machine", "S01 32-40 material"]);
    // The same without a version would overwrite it.
    await say(floor, { cause: "quality", from: 30, to: 40 });
    expect(await told(floor)).toEqual(["S01 30-40 quality"]);
  });

  it.each([
    { newer: { lineId: "L1" }, older: { stationId: "S02" }, status: 409 },
    { newer: { workshop: true as const }, older: { lineId: "L1" }, status: 409 },
    { newer: { stationId: "S01" }, older: { workshop: true as const }, status: 409 },
    { newer: { stationId: "S01" }, older: { stationId: "S02" }, status: 200 },
  ])("[ST12] is about the same stations, whatever it names: $newer, $older", async (each) => {
    const floor = await openTables();
    await say(floor, { cause: "machine", from: 30, to: 40, scope: each.newer });
    const answer = await say(floor, {
      ...{ cause: "quality", from: 39, to: 50, version: 0 },
      scope: each.older,
    });
    expect(answer.status).toBe(each.status);
  });

  it("[ST12] is no more so once what it would overwrite is undone, or where it lies beside it", async () => {
    const floor = await openTables();
    await say(floor, { cause: "machine", from: 30, to: 40, key: "taken-back" });
    const beside = await say(floor, { cause: "quality", from: 40, to: 50, version: 0 });
    const over = await say(floor, { cause: "quality", from: 35, to: 38, version: 0 });
    await floor.act("/undos", "S01", { undoes: "taken-back" });
    const undone = await say(floor, { cause: "quality", from: 35, to: 38, version: 0 });
    expect([beside, over, undone].map(({ status }) => status)).toEqual([200, 409, 200]);
  });

  it("[ST14] is of another station, a line or the workshop, said with a station's key", async () => {
    const floor = await openTables();
    const { key } = await floor.send<{ key: string }>("POST", "/stations/S01/key");
    const head = {
      at: floor.deps.now(),
      sentAt: floor.deps.now(),
      origin: "hand",
      cause: "machine",
    };
    const range = { from: EIGHT, to: EIGHT + 10 * MINUTE_MS };
    const scopes = [
      { stationId: "S01" },
      { stationId: "S02" },
      { lineId: "L1" },
      { workshop: true },
    ];
    const statuses: number[] = [];
    for (const [index, scope] of scopes.entries()) {
      const body = { ...head, ...range, key: `own-word-${index}`, scope };
      for (const token of [key, null, TOKEN]) {
        const fresh = { ...body, key: `${body.key}-${token?.slice(0, 4) ?? "none"}` };
        statuses.push((await floor.ask("POST", "/api/v1/stops", { token, body: fresh })).status);
      }
    }
    expect(statuses).toEqual([200, 401, 200, 403, 401, 200, 403, 401, 200, 403, 401, 200]);
  });
});

describe("causes", () => {
  it("[ST13] are the workshop's own, each once, or the usual ones", async () => {
    const floor = await openTables();
    const usual = await floor.send<{ causes: object[]; isUsual: boolean }>("GET", "/causes");
    const own = [{ code: "yarn", class: "material", label: { fr: "Fil", en: "Yarn" } }];
    await say(floor, { cause: "machine", from: 30, to: 40 });
    expect([usual.isUsual, usual.causes.length]).toEqual([true, 12]);
    expect(await floor.send("PUT", "/causes", { causes: own })).toEqual({
      causes: own,
      isUsual: false,
    });
    // What was said before stays; what is on the list no more can't be said again.
    const { stops } = await list(floor);
    expect(stops).toMatchObject([{ cause: "machine", class: "organisation" }]);
    expect((await say(floor, { cause: "machine", from: 50, to: 60 })).code).toBe(
      "stop-cause-unknown",
    );
    const twice = await floor.ask("PUT", "/api/v1/causes", {
      token: TOKEN,
      body: { causes: [...own, ...own] },
    });
    expect(twice).toMatchObject({
      status: 422,
      json: { code: "cause-duplicate", path: "/causes/1/code" },
    });
    expect((await floor.ask("PUT", "/api/v1/causes", { body: { causes: null } })).status).toBe(401);
    expect(await floor.send("PUT", "/causes", { causes: null })).toEqual(usual);
  });
});
