import type { LiveMessage } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type Answer, openHttp, type TestHttp, TOKEN } from "../support/open-http.ts";
import { lineOf, planOf, startCounter, stationOf } from "../support/workshop.ts";
import { openPeople, type PeopleFloor } from "./people-http.ts";

const URL = "/api/v1/targets";
const NOW = "2026-11-23T11:30:00+01:00";

type Asking = Pick<TestHttp, "ask" | "get" | "deps">;

interface TargetsJson {
  readonly day: string;
  readonly lines: {
    lineId: string;
    pieces: number | null;
    origin: string | null;
    of: object | null;
    people: { count: number; personMinutes: number };
    garment: { orderId: string | null; standardMinutes: number } | null;
    hours: {
      hour: number;
      target: number | null;
      actual: number | null;
      cumulativeTarget: number | null;
      cumulativeActual: number | null;
      gap: number | null;
      short: object[];
    }[];
  }[];
}

let drawn = 0;

/** Says a target of L1 today, unless said otherwise. */
function say(http: Asking, fields: object): Promise<Answer> {
  drawn += 1;
  const now = http.deps.now();
  const head = { key: `target-${drawn}-of-the-test`, at: now, sentAt: now, origin: "hand" };
  const body = { ...head, lineId: "L1", day: "2026-11-23", pieces: null, ...fields };
  return http.ask("PUT", URL, { token: TOKEN, body });
}

async function targets(http: Asking, query = ""): Promise<TargetsJson> {
  return (await http.get(URL + query)).json as TargetsJson;
}

function clock(time: string): string {
  return `2026-11-23T${time}:00+01:00`;
}

async function first(http: Asking, query = "") {
  const [line] = (await targets(http, query)).lines;
  return line && { pieces: line.pieces, origin: line.origin, of: line.of };
}

async function onBoard(http: Asking) {
  const { lines } = (await http.get("/api/v1/board")).json as {
    lines: { target: number | null; targetOrigin: string | null }[];
  };
  return lines.map(({ target, targetOrigin }) => ({ pieces: target, origin: targetOrigin }));
}

/** One line with a target of 960 for 8 hours, and another without. */
async function openTwoLines(): Promise<TestHttp> {
  const http = await openHttp(NOW);
  const stations = [stationOf({ id: "T01", device: "esp-02" })];
  const lines = [lineOf({ target: 960, operators: 2.5 }), { id: "L2", name: "Ligne 2", stations }];
  const devices = [{ id: "esp-01" }, { id: "esp-02" }];
  await http.putPlan(planOf({ lines, devices }), "2026-11-01T00:00:00Z");
  return http;
}

describe("targets", () => {
  it("[F22] [F1] tell hour by hour what came of the plan's: 110 of 120, 130 of 120, then 45 at half past", async () => {
    const http = await openTwoLines();
    const { sewn } = startCounter("esp-01", "2026-11-23T07:30:00+01:00");
    await http.record(
      sewn("2026-11-23T08:59:00+01:00", 50),
      sewn("2026-11-23T08:59:30+01:00", 30),
      sewn("2026-11-23T08:59:40+01:00", 30),
      sewn("2026-11-23T09:59:00+01:00", 130),
      sewn("2026-11-23T10:29:00+01:00", 45),
    );
    http.setNow("2026-11-23T10:30:00+01:00");

    const { day, lines } = await targets(http);

    const [line, other] = lines;
    expect([day, line?.pieces, line?.origin]).toEqual(["2026-11-23", 960, "plan"]);
    expect(line?.hours.slice(0, 4)).toEqual([
      hourRow("08", [120, 110, 120, 110, -10]),
      hourRow("09", [120, 130, 240, 240, 0]),
      hourRow("10", [120, 45, 360, 285, -15]),
      hourRow("11", [120, null, 480, null, null]),
    ]);
    expect(line?.people).toEqual({ count: 2.5, personMinutes: 1_200 });
    expect(other).toMatchObject({ lineId: "L2", pieces: null, origin: null, of: null });
    expect(other?.hours[0]).toMatchObject({ target: null, actual: 0, gap: null });
  });

  it("[F23] name the stops of each hour by cause: 30 min across ten o'clock are 20 and 10", async () => {
    const http = await openTwoLines();
    const stop = (stationId: string, cause: string, [from, to]: readonly [string, string]) =>
      http.deps.recorder.act(
        {
          kind: "stop",
          body: {
            ...{ key: `stop-${stationId}-${cause}`, at: http.deps.now(), sentAt: http.deps.now() },
            ...{ origin: "hand", scope: { stationId }, cause },
            ...{ from: Date.parse(clock(from)), to: Date.parse(clock(to)) },
          },
        },
        true,
      );
    await stop("S01", "machine", ["09:40", "10:10"]);
    await stop("S01", "thread", ["09:10", "09:15"]);
    await stop("T01", "power", ["09:00", "09:30"]);

    const [line] = (await targets(http, "?line=L1")).lines;

    const short = (cause: string, minutes: number) => {
      return { cause, class: "machine", minutes, stationIds: ["S01"] };
    };
    expect(line?.hours.slice(0, 4).map((row) => row.short)).toEqual([
      [],
      [short("machine", 20), short("thread", 5)],
      [short("machine", 10)],
      [],
    ]);
  });

  it("[F21] [F24] set by hand are on the board at once, taken back too", async () => {
    const http = await openTwoLines();
    const key = "target-of-this-morning";

    const told = await say(http, { pieces: 700, key });

    expect(told).toMatchObject({
      status: 200,
      json: { accepted: true, code: "target-accepted", message: "L’objectif est noté." },
    });
    expect(await onBoard(http)).toEqual([
      { pieces: 700, origin: "hand" },
      { pieces: null, origin: null },
    ]);
    expect(await first(http)).toEqual({ pieces: 700, origin: "hand", of: null });
    const now = http.deps.now();
    const undo = { key: "undo-of-the-target", at: now, sentAt: now, origin: "hand", undoes: key };
    await http.ask("POST", "/api/v1/undos", { token: TOKEN, body: { ...undo, stationId: "S01" } });
    expect(await first(http)).toEqual({ pieces: 960, origin: "plan", of: null });
    expect((await onBoard(http))[0]).toEqual({ pieces: 960, origin: "plan" });
  });

  it("[F24] reach a screen that is open as a row that changed", async () => {
    const http = await openTwoLines();
    const patch = Promise.withResolvers<LiveMessage>();
    await http.deps.live.watch(0, (message) => {
      if (message.type === "patch") patch.resolve(message);
    });

    await say(http, { pieces: 700 });

    const message = await patch.promise;
    const lines = message.type === "patch" ? message.lines : [];
    expect(lines.map(({ lineId, target }) => [lineId, target])).toEqual([["L1", 700]]);
  });

  it("[F21] said weeks before hold on their day, and after a restart of the day", async () => {
    const http = await openTwoLines();
    await say(http, { pieces: 500, day: "2026-12-21" });

    http.setNow("2026-12-21T09:00:00+01:00");

    expect((await onBoard(http))[0]).toEqual({ pieces: 500, origin: "hand" });
    expect(await first(http)).toEqual({ pieces: 500, origin: "hand", of: null });
    expect(await first(http, "?day=2026-12-22")).toMatchObject({ pieces: 960, origin: "plan" });
  });

  it("[F20] are computed from what is given: 3 360 min × 75 % / 14 min", async () => {
    const http = await openTwoLines();
    const of = { personMinutes: 3_360, efficiency: 0.75, standardMinutes: 14 };

    await say(http, { of });

    expect(await first(http)).toEqual({ pieces: 180, origin: "computed", of });
    expect((await onBoard(http))[0]).toEqual({ pieces: 180, origin: "computed" });
  });

  it("[F20] are computed from the plan where nobody badges and no order is sewn", async () => {
    const http = await openTwoLines();

    await say(http, { of: { efficiency: 0.7 } });

    // 2.5 operators × 480 min × 70 % / 0.42 min = 2,000.
    const of = { personMinutes: 1_200, efficiency: 0.7, standardMinutes: 0.42 };
    expect(await first(http)).toEqual({ pieces: 2_000, origin: "computed", of });
  });

  it("[F20] without people are refused: what is not known is not taken for 0", async () => {
    const http = await openTwoLines();

    const told = await say(http, { lineId: "L2", of: { efficiency: 0.7 } });

    expect(told).toMatchObject({ status: 409, json: { code: "target-people-unknown" } });
    expect((await onBoard(http))[1]).toEqual({ pieces: null, origin: null });
  });

  it.each([
    [{ lineId: "L9" }, "target-line-unknown", "Il n’y a pas de ligne « L9 » dans le plan"],
    [{ day: "2026-02-30" }, "target-day-invalid", "« 2026-02-30 » n’est pas un jour"],
    [{ day: "2028-11-23" }, "target-day-far", "Le 2028-11-23 est trop loin"],
    [{ day: "2026-11-22" }, "target-day-off", "On ne travaille pas le 2026-11-22"],
  ])("[F24] of what can't be are refused: %o", async (fields, code, sentence) => {
    const http = await openTwoLines();

    const told = await say(http, { pieces: 700, ...fields });

    expect(told).toMatchObject({ status: 409, json: { accepted: false, code } });
    expect(told.text).toContain(sentence);
    expect(await first(http)).toMatchObject({ pieces: 960, origin: "plan" });
  });

  it("[F1] [F21] are null on a day off, never 0", async () => {
    const http = await openTwoLines();

    const { lines } = await targets(http, "?day=2026-11-22&line=L1");

    expect(lines).toMatchObject([
      { lineId: "L1", pieces: null, origin: null, people: { personMinutes: 0 }, hours: [] },
    ]);
  });

  it("[F24] [A2] are set with the admin token only, and once per key", async () => {
    const http = await openTwoLines();
    const key = "one-target-sent-twice";
    await say(http, { pieces: 700, key });

    const again = await say(http, { pieces: 700, key });
    const other = await say(http, { pieces: 701, key });

    expect([again.status, other.status]).toEqual([200, 409]);
    expect(await http.ask("PUT", URL, { body: {} })).toMatchObject({ status: 401 });
    expect(await first(http)).toMatchObject({ pieces: 700 });
  });
});

describe("targets of people who differ", () => {
  const give = (floor: PeopleFloor, of: object) => say(floor, { of });

  it("[F20] [K10] count who is on the line or wanted there, each by their own hours, and the order that is sewn", async () => {
    const floor = await openPeople();
    const pattern = [{ days: [1], from: "08:00", to: "12:00" }];
    await floor.send("PUT", "/operators/fleur", { pseudonym: "Fleur", badge: 412, pattern });
    await floor.badge("fleur", "S01");
    await floor.badge("luc", "S02");

    const [line] = (await targets(floor)).lines;
    await give(floor, { efficiency: 0.5 });

    // Fleur 240 min, Luc 480; four operations of 0.5 min: 720 × 50 % / 2 = 180.
    expect(line?.people).toEqual({ count: 2, personMinutes: 720 });
    expect(line?.garment).toEqual({ orderId: floor.orderId, standardMinutes: 2 });
    expect(await first(floor)).toMatchObject({ pieces: 180, origin: "computed" });
  });
});

/** A clock hour of the morning without stops. */
function hourRow(
  hour: string,
  figures: readonly (number | null)[],
): TargetsJson["lines"][number]["hours"][number] {
  const [
    target = null,
    actual = null,
    cumulativeTarget = null,
    cumulativeActual = null,
    gap = null,
  ] = figures;
  return {
    hour: Date.parse(`2026-11-23T${hour}:00:00+01:00`),
    ...{ target, actual, cumulativeTarget, cumulativeActual, gap },
    short: [],
  };
}
