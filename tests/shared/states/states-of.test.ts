import { type StopWord, statesOf, type TrackSample, trackOf } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { at, workday } from "../../browser/support/rows.ts";
import { askedAt, clock, counter, SILENT_AFTER_MS, saidOfStation, sewn, word } from "./builders.ts";

interface Words {
  readonly words?: readonly StopWord[];
}

/** `08:00-09:00 running`, one for each segment. */
function states(
  samples: readonly TrackSample[],
  time: string,
  { words = [], ...over }: Parameters<typeof askedAt>[1] & Words = {},
): string[] {
  const track = trackOf(samples, SILENT_AFTER_MS);
  return statesOf(track, askedAt(time, over), saidOfStation(words)).map(
    ({ state, from, to }) => `${clock(from)}-${clock(to)} ${state}`,
  );
}

describe("states of a day", () => {
  it("[ST2] a wait begins at the piece before it, and breaks are no part of it", () => {
    const told = { ...sewn("08:00", "11:50"), ...sewn("13:10", "13:20") };
    // 10 minutes before the break and 10 after it.
    expect(states(counter("07:55", "13:20", told), "13:20")).toEqual([
      "08:00-11:50 running",
      "11:50-12:00 waiting",
      "13:00-13:10 waiting",
      "13:10-13:20 running",
    ]);
  });

  it("[ST1] a silence is no data since the counter was heard last, never waiting", () => {
    const told = { ...sewn("08:00", "09:00"), ...sewn("09:20", "09:30") };
    const samples = [
      ...counter("07:55", "09:00", sewn("08:00", "09:00")),
      ...counter("09:20", "09:30", sewn("09:20", "09:30")).map((each) => ({
        ...each,
        seq: each.seq + 1_000,
      })),
    ];
    const late = counter("07:55", "09:30", { ...told, ...sewn("09:00", "09:20") });
    expect([states(samples, "09:30"), states(late, "09:30")]).toEqual([
      ["08:00-09:00 running", "09:00-09:20 no-data", "09:20-09:30 running"],
      ["08:00-09:30 running"],
    ]);
  });

  it("[ST2] what the counter says of its machine lasts until it says something else or a piece belies it", () => {
    const told = {
      "08:00": { state: "running" },
      "08:30": { state: "fault" },
      "08:40": { state: "running" },
      "09:00": { state: "idle" },
      "09:03": { pieces: 1 },
      "09:04": { pieces: 1 },
    } as const;
    expect(states(counter("07:55", "09:05", told), "09:05")).toEqual([
      "08:00-08:30 running",
      "08:30-08:40 stopped",
      "08:40-09:00 running",
      "09:00-09:03 waiting",
      "09:03-09:05 running",
    ]);
  });

  it("[ST2] a counter that says that it runs is running, whatever it makes", () => {
    const told = { "08:00": { state: "running" }, "08:01": { pieces: 1 } } as const;
    expect(states(counter("07:55", "08:20", told), "08:20")).toEqual(["08:00-08:20 running"]);
  });

  it("[ST2] a state that is told again after a piece has begun anew", () => {
    const told = {
      "08:00": { state: "idle" },
      "08:02": { pieces: 1 },
      "08:03": { state: "idle" },
    } as const;
    expect(states(counter("07:55", "08:10", told), "08:10")).toEqual([
      "08:00-08:02 waiting",
      "08:02-08:03 running",
      "08:03-08:10 waiting",
    ]);
  });

  it("[ST2] a piece in the moment in which a wait would begin has kept it from being one", () => {
    const told = { "08:00": { pieces: 1 }, "08:02": { pieces: 1 } };
    // The threshold is 2 minutes.
    expect(states(counter("07:55", "08:03", told), "08:03")).toEqual(["08:00-08:03 running"]);
  });

  it("[ST1] a counter is silent once more than its time is over", () => {
    const samples = counter("07:55", "08:10", sewn("08:00", "08:10"));
    expect([states(samples, "08:10:30"), states(samples, "08:10:31")]).toEqual([
      ["08:00-08:10:30 running"],
      ["08:00-08:10 running", "08:10-08:10:31 no-data"],
    ]);
  });

  it("[F15] an operation's own threshold takes the place of the usual one", () => {
    const samples = counter("07:55", "08:10", {
      ...sewn("08:00", "08:01"),
      ...sewn("08:09", "08:10"),
    });
    expect([null, 9].map((waitMinutes) => states(samples, "08:10", { waitMinutes }))).toEqual([
      ["08:00-08:01 running", "08:01-08:09 waiting", "08:09-08:10 running"],
      ["08:00-08:10 running"],
    ]);
  });

  it("[ST2] a station without a counter has none to tell, and people's words stand out of it", () => {
    const words = [word("training", ["09:00", "10:00"])];
    expect(states([], "11:00", { hasCounter: false, words })).toEqual([
      "08:00-09:00 no-counter",
      "09:00-10:00 support",
      "10:00-11:00 no-counter",
    ]);
  });

  it("[ST2] the part of a day asked for looks back past its own beginning", () => {
    const samples = counter("07:55", "10:10", sewn("08:00", "09:58"));
    const within = { from: at("10:00"), to: at("17:00") };
    expect(states(samples, "10:10", { within })).toEqual(["10:00-10:10 waiting"]);
  });

  it("[ST2] before the day there is nothing, and after it the whole working time", () => {
    const whole = states([], "23:00");
    expect([states([], "07:00"), whole, workday.length]).toEqual([
      [],
      ["08:00-12:00 no-data", "13:00-17:00 no-data"],
      2,
    ]);
  });
});
