import type { StationMark, StationRow } from "@trame/shared";
import { isAtLeast, stationState } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { at, stationRow, workday } from "../../browser/support/rows.ts";

/** A station heard a second ago, at a time of the working day. */
function stateAt(time: string, over: Partial<StationRow>) {
  const now = at(time);
  return stationState(stationRow({ heardAt: now - 1000, ...over }), { now, windows: workday });
}

function markOf(over: Partial<StationMark>): StationMark {
  const usual = { key: "word-1", to: null, cause: "machine", class: "machine" } as const;
  return { ...usual, from: at("11:30"), isGroup: false, ...over };
}

describe("station state", () => {
  it("[F8] is stopped while the counter reports a fault", () => {
    const reported = { state: "fault", at: at("11:32") } as const;
    expect(stateAt("11:35", { reported, lastPieceAt: at("11:32") })).toEqual({
      state: "stopped",
      since: at("11:32"),
    });
  });

  it("[F8] is waiting while the counter reports that it idles", () => {
    const reported = { state: "idle", at: at("11:33") } as const;
    expect(stateAt("11:35", { reported, lastPieceAt: at("11:32") })).toEqual({
      state: "waiting",
      since: at("11:33"),
    });
  });

  it("[F8] is running while the counter says so, however long a piece takes", () => {
    const reported = { state: "running", at: at("11:00") } as const;
    expect(stateAt("11:35", { reported, lastPieceAt: at("10:59") })).toEqual({
      state: "running",
      since: at("11:00"),
    });
  });

  it("[F8] is running again when a piece came after a fault that was never taken back", () => {
    const reported = { state: "fault", at: at("11:20") } as const;
    expect(stateAt("11:35", { reported, lastPieceAt: at("11:34") })).toEqual({
      state: "running",
      since: null,
    });
  });

  it("[F9] waits after two minutes without a piece", () => {
    const lastPieceAt = at("11:33");
    const quick = { standardMinutes: 0.3, lastPieceAt };
    expect([stateAt("11:34:59", quick).state, stateAt("11:35", quick)]).toEqual([
      "running",
      { state: "waiting", since: lastPieceAt },
    ]);
  });

  it("[F9] waits after five standard times where these are longer", () => {
    const slow = { standardMinutes: 3, lastPieceAt: at("11:00") };
    expect(["11:14:59", "11:15"].map((time) => stateAt(time, slow).state)).toEqual([
      "running",
      "waiting",
    ]);
  });

  it("[F9] does not wait through a break or a night", () => {
    const overLunch = stateAt("13:01", { lastPieceAt: at("11:59:30") });
    const overNight = stateAt("08:01", { lastPieceAt: at("08:00") - 15 * 3_600_000 });
    expect([overLunch.state, overNight.state]).toEqual(["running", "running"]);
  });

  it("[F9] waits since the start of the day where no piece came yet", () => {
    expect(stateAt("08:10", { lastPieceAt: null })).toEqual({
      state: "waiting",
      since: at("08:00"),
    });
  });

  it("[F7] has no data once the counter is silent for too long, even if it reported a fault", () => {
    const faulty = {
      reported: { state: "fault", at: at("11:11") },
      lastPieceAt: at("11:10"),
    } as const;
    expect([
      stateAt("11:35", { ...faulty, heardAt: at("11:34:30") }).state,
      stateAt("11:35", { ...faulty, heardAt: at("11:34:29") }),
    ]).toEqual(["stopped", { state: "no-data", since: at("11:34:29") }]);
  });

  it("[F7] has no data where no counter was ever heard", () => {
    expect(stateAt("11:35", { heardAt: null, lastPieceAt: null })).toEqual({
      state: "no-data",
      since: null,
    });
  });

  it("[F10] is closed in the break, before and after the day, silent or not", () => {
    const quiet = { lastPieceAt: null };
    expect([
      stateAt("07:59", quiet),
      stateAt("12:00", quiet),
      stateAt("17:00", { ...quiet, heardAt: null }),
    ]).toEqual([
      { state: "closed", since: null },
      { state: "closed", since: at("12:00") },
      { state: "closed", since: at("17:00") },
    ]);
  });

  it("[F10] is running in the break when it runs", () => {
    const reported = { state: "running", at: at("12:05") } as const;
    expect([
      stateAt("12:10", { lastPieceAt: at("12:09") }).state,
      stateAt("12:10", { reported }).state,
      stateAt("12:10", { reported, heardAt: at("12:06") }).state,
    ]).toEqual(["running", "running", "closed"]);
  });
});

describe("station of which somebody spoke", () => {
  it("[ST5] is stopped, or supported, since that was said", () => {
    const stopped = { mark: markOf({ from: at("11:30") }), lastPieceAt: at("11:29") };
    const helped = { mark: markOf({ from: at("11:00"), cause: "training", class: "support" }) };
    expect([stateAt("11:35", stopped), stateAt("11:35", helped)]).toEqual([
      { state: "stopped", since: at("11:30") },
      { state: "support", since: at("11:00") },
    ]);
  });

  it("[ST5] is what its counter tells once it made a piece, or the time is over", () => {
    const worked = { mark: markOf({ from: at("11:30") }), lastPieceAt: at("11:34") };
    const over = { mark: markOf({ from: at("11:00"), to: at("11:35") }), lastPieceAt: at("11:34") };
    expect([stateAt("11:35", worked).state, stateAt("11:35", over).state]).toEqual([
      "running",
      "running",
    ]);
  });

  it("[ST6] is what its counter tells while it works through a stop of the line", () => {
    const mark = markOf({ from: at("11:30"), to: at("11:40"), isGroup: true });
    const states = [at("11:34"), at("11:31")].map(
      (lastPieceAt) => stateAt("11:35", { mark, lastPieceAt }).state,
    );
    expect(states).toEqual(["running", "stopped"]);
  });

  it("[ST8] is closed in the break all the same", () => {
    expect(stateAt("12:10", { mark: markOf({ from: at("11:30") }) }).state).toBe("closed");
  });
});

describe("line output", () => {
  it("[F11] is at least while one of its stations has no data", () => {
    const moment = { now: at("11:35"), windows: workday };
    const silent = stationRow({ heardAt: at("11:12") });
    expect([isAtLeast([stationRow(), silent], moment), isAtLeast([stationRow()], moment)]).toEqual([
      true,
      false,
    ]);
  });

  it("[F11] is at least also where somebody said why one of them is silent", () => {
    const mark = markOf({ from: at("11:15"), cause: "power", isGroup: true });
    const silent = stationRow({ heardAt: at("11:12"), lastPieceAt: at("11:11"), mark });
    const moment = { now: at("11:35"), windows: workday };
    expect([stationState(silent, moment).state, isAtLeast([silent], moment)]).toEqual([
      "stopped",
      true,
    ]);
  });

  it("[F13] is not made « at least » by a station without a counter", () => {
    const moment = { now: at("11:35"), windows: workday };
    const without = stationRow({ deviceId: null, heardAt: null });
    expect(isAtLeast([stationRow(), without], moment)).toBe(false);
  });
});

describe("station without a counter", () => {
  it("[F13] has no state to tell, at any hour", () => {
    const over = { deviceId: null, heardAt: null, lastPieceAt: null };
    const states = ["07:00", "11:35", "12:30", "18:00"].map((time) => stateAt(time, over));
    expect(states).toEqual(Array.from({ length: 4 }, () => ({ state: "no-counter", since: null })));
  });
});
