import type { LiveMessage } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { TOKEN } from "../support/open-http.ts";
import { lineOf, planOf, startCounter } from "../support/workshop.ts";
import {
  firstTarget,
  openTwoLines,
  say,
  TARGETS,
  type TargetsJson,
  targetsOf,
  targetsOnBoard,
} from "./targets-http.ts";

function clock(time: string): string {
  return `2026-11-23T${time}:00+01:00`;
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

    const { day, lines } = await targetsOf(http);

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

  it("[F21] of a day that is over are those of the plan as the day ended, of one to come as it begins", async () => {
    const http = await openTwoLines();
    const plan = (target: number) => planOf({ lines: [lineOf({ target })] });
    await http.putPlan(plan(500), "2026-11-20T14:00:00+01:00");
    await http.putPlan(plan(600), "2026-11-24T14:00:00+01:00");

    const days = ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"];
    const pieces = await Promise.all(days.map((day) => firstTarget(http, `?day=${day}`)));

    expect(pieces.map((target) => target?.pieces)).toEqual([500, 500, 500, 600]);
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

    const [line] = (await targetsOf(http, "?line=L1")).lines;

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
    expect(await targetsOnBoard(http)).toEqual([
      { pieces: 700, origin: "hand" },
      { pieces: null, origin: null },
    ]);
    expect(await firstTarget(http)).toEqual({ pieces: 700, origin: "hand", of: null });
    const now = http.deps.now();
    const undo = { key: "undo-of-the-target", at: now, sentAt: now, origin: "hand", undoes: key };
    await http.ask("POST", "/api/v1/undos", { token: TOKEN, body: { ...undo, stationId: "S01" } });
    expect(await firstTarget(http)).toEqual({ pieces: 960, origin: "plan", of: null });
    expect((await targetsOnBoard(http))[0]).toEqual({ pieces: 960, origin: "plan" });
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

  it("[F21] said weeks before hold on their day, and on no other", async () => {
    const http = await openTwoLines();
    await say(http, { pieces: 500, day: "2026-12-21" });

    http.setNow("2026-12-21T09:00:00+01:00");

    expect((await targetsOnBoard(http))[0]).toEqual({ pieces: 500, origin: "hand" });
    expect(await firstTarget(http)).toEqual({ pieces: 500, origin: "hand", of: null });
    expect(await firstTarget(http, "?day=2026-12-22")).toMatchObject({
      pieces: 960,
      origin: "plan",
    });
  });

  it.each([
    [
      { lineId: "L9" },
      "target-line-unknown",
      "Il n’y a pas de ligne «\u00a0L9\u00a0» dans le plan",
    ],
    [{ day: "2026-02-30" }, "target-day-invalid", "«\u00a02026-02-30\u00a0» n’est pas un jour"],
    [{ day: "2028-11-23" }, "target-day-far", "Le 2028-11-23 est trop loin"],
    [{ day: "2026-11-22" }, "target-day-off", "On ne travaille pas le 2026-11-22"],
  ])("[F24] of what can't be are refused: %o", async (fields, code, sentence) => {
    const http = await openTwoLines();

    const told = await say(http, { pieces: 700, ...fields });

    expect(told).toMatchObject({ status: 409, json: { accepted: false, code } });
    expect(told.text).toContain(sentence);
    expect(await firstTarget(http)).toMatchObject({ pieces: 960, origin: "plan" });
  });

  it("[F24] [Y5] of what can't be are kept when they were said offline, and change nothing", async () => {
    const http = await openTwoLines();

    const told = await say(http, { pieces: 700, day: "2026-11-22", offline: true });

    expect(told).toMatchObject({
      status: 200,
      json: { accepted: true, code: "act-kept", conflict: "target-day-off" },
    });
    expect(await firstTarget(http)).toMatchObject({ pieces: 960, origin: "plan" });
    const [sunday] = (await targetsOf(http, "?day=2026-11-22")).lines;
    expect(sunday).toMatchObject({ pieces: null, origin: null });
  });

  it("[F1] [F21] are null on a day off, never 0", async () => {
    const http = await openTwoLines();

    const { lines } = await targetsOf(http, "?day=2026-11-22&line=L1");

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
    expect(await http.ask("PUT", TARGETS, { body: {} })).toMatchObject({ status: 401 });
    expect(await firstTarget(http)).toMatchObject({ pieces: 700 });
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
