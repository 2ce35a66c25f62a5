import { CAUSES, offStandardMinutes, saidOf, stopsWithin } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { at, workday } from "../../browser/support/rows.ts";
import { askedAt, clock, counter, DAY, sewn, stops, told, word } from "./builders.ts";

/** Sews from 08:00 but for 09:00 to 09:20 and 10:00 to 10:12. */
const morning = counter("07:55", "11:00", {
  ...sewn("08:00", "09:00"),
  ...sewn("09:20", "10:00"),
  ...sewn("10:12", "11:00"),
});

function morningStops(...words: Parameters<typeof stops>[1]): string[] {
  return stops(morning, words, askedAt("11:00")).map(told);
}

describe("stops", () => {
  it("[ST7] appear by themselves where a station waited for long, and ask for their cause", () => {
    expect(stops(morning, [], askedAt("11:00"))).toEqual([
      {
        ...{ from: at("09:00"), to: at("09:20"), state: "waiting", minutes: 20 },
        ...{ cause: null, class: null, note: null, origin: "machine", keys: [], needsCause: true },
      },
      {
        ...{ from: at("10:00"), to: at("10:12"), state: "waiting", minutes: 12 },
        ...{ cause: null, class: null, note: null, origin: "machine", keys: [], needsCause: true },
      },
    ]);
  });

  it("[ST7] are no short wait; a fault is one however short, and asks while it goes on", () => {
    const samples = counter("07:55", "09:10", {
      ...sewn("08:00", "08:30"),
      ...sewn("08:34", "09:00"),
      "09:01": { state: "fault" },
      "09:03": { state: "running" },
      "09:09": { state: "fault" },
    });
    expect(stops(samples, [], askedAt("09:10")).map(told)).toEqual([
      "09:01-09:03 2 min stopped",
      "09:09- 1 min stopped ?",
    ]);
  });

  it("[ST7] are parted by a piece, and many short waits are none", () => {
    const parted = counter("07:55", "09:00", {
      ...sewn("08:00", "08:30"),
      "08:40": { pieces: 1 },
      ...sewn("08:50", "09:00"),
    });
    const slow = Object.fromEntries(
      ["00", "03", "06", "09", "12", "15"].map((minute) => [`08:${minute}`, { pieces: 1 }]),
    );
    expect([
      stops(parted, [], askedAt("09:00")).map(told),
      stops(counter("07:55", "08:15", slow), [], askedAt("08:15")),
    ]).toEqual([["08:30-08:40 10 min waiting ?", "08:40-08:50 10 min waiting ?"], []]);
  });

  it("[ST7] are not what has no data", () => {
    const samples = counter("07:55", "09:00", sewn("08:00", "09:00"));
    expect(stops(samples, [], askedAt("11:00"))).toEqual([]);
  });

  it("[ST8] go on over a break, whose minutes do not count", () => {
    const samples = counter("07:55", "13:11", {
      ...sewn("08:00", "11:57"),
      ...sewn("13:10", "13:11"),
    });
    const asked = askedAt("13:11");
    const [stop] = stops(samples, [], asked);
    // 3 minutes before the break and 10 after it: neither 73 nor a short wait.
    expect([told(stop!), stops(samples, [], askedAt("12:30")).map(told)]).toEqual([
      "11:57-13:10 13 min waiting ?",
      [],
    ]);
  });

  it("[ST4] are split by a later word over a part, merged by one over both, reclassified by the same range", () => {
    const whole = word("machine", ["09:00", "09:20"]);
    const split = word("material", ["09:05", "09:10"]);
    const merged = word("quality", ["09:00", "10:12"]);
    const again = word("power", ["09:00", "10:12"]);
    const back = word(null, ["09:00", "10:12"]);
    const second = "10:00-10:12 12 min waiting ?";
    expect([
      morningStops(whole),
      morningStops(whole, split),
      morningStops(whole, split, merged),
      morningStops(whole, split, merged, again),
      morningStops(whole, split, merged, again, back),
      morningStops(whole, split, again),
    ]).toEqual([
      ["09:00-09:20 20 min machine", second],
      [
        "09:00-09:05 5 min machine",
        "09:05-09:10 5 min material",
        "09:10-09:20 10 min machine",
        second,
      ],
      ["09:00-10:12 72 min quality"],
      ["09:00-10:12 72 min power"],
      morningStops(),
      ["09:00-10:12 72 min power"],
    ]);
  });

  it("[ST4] that say the same one after the other are one", () => {
    const [first, second] = [
      word("machine", ["09:00", "09:10"]),
      word("machine", ["09:10", "09:20"]),
    ];
    expect(stops(morning, [second, first], askedAt("11:00"))[0]).toMatchObject({
      ...{ from: at("09:00"), to: at("09:20"), minutes: 20, cause: "machine" },
      keys: [first.key, second.key],
    });
  });

  it("[ST5] that go on end with the first piece, and with a later word about their beginning", () => {
    const open = word("machine", ["09:00:30", null]);
    const closed = word("machine", ["09:00:30", "09:10"]);
    expect([morningStops(open)[0], morningStops(open, closed).slice(0, 2)]).toEqual([
      "09:00:30-09:20 19.5 min machine",
      ["09:00:30-09:10 9.5 min machine", "09:10-09:20 10 min waiting ?"],
    ]);
  });

  it("[ST5] that go on are over with a piece of the moment in which they began", () => {
    const open = word("machine", ["09:00", null]);
    expect(morningStops(open)).toEqual(morningStops());
  });

  it("[ST5] that went on in the evening are over in the morning", () => {
    const samples = counter("07:55", "08:30");
    const began = at("16:00") - 86_400_000;
    const evening = word("machine", ["08:00", null], { from: began });
    const today = word("machine", ["08:00", null]);
    const read = (...words: Parameters<typeof stops>[1]) =>
      stops(samples, words, askedAt("08:30")).map(told);
    expect([read(evening), read(today)]).toEqual([
      ["08:00- 30 min waiting ?"],
      ["08:00- 30 min machine"],
    ]);
  });

  it("[ST5] are over when the working day is", () => {
    const samples = counter("07:55", "17:00", sewn("08:00", "16:30"));
    const read = (time: string) => stops(samples, [], askedAt(time)).map(told);
    expect([read("16:59"), read("17:00")]).toEqual([
      ["16:30- 29 min waiting ?"],
      ["16:30-17:00 30 min waiting ?"],
    ]);
  });

  it("[ST5] of support are not ended by a piece, only by the working day", () => {
    const training = word("training", ["10:30", null]);
    const of = saidOf([training], {
      ...{ stationId: "S01", lineId: "L1", causes: CAUSES },
      ...DAY,
    });
    expect([
      morningStops(training).at(-1),
      of.map(({ from, to }) => [clock(from), clock(to)]),
    ]).toEqual(["10:30- 30 min training", [["10:30", "17:00"]]]);
  });

  it("[ST6] of the workshop touch no station that worked meanwhile, and hold where one had no data", () => {
    const cut = word("power", ["09:00", "09:30"], { scope: { workshop: true } });
    const working = counter("07:55", "11:00", sewn("08:00", "11:00"));
    const dark = [
      ...counter("07:55", "09:02", sewn("08:00", "09:02")),
      ...counter("09:25", "11:00", sewn("09:25", "11:00")).map((each) => ({ ...each, boot: 2 })),
    ];
    const asked = askedAt("11:00");
    const [ofWorking, ofDark, ofTable] = [
      stops(working, [cut], asked),
      stops(dark, [cut], asked),
      stops([], [cut], { ...asked, hasCounter: false }),
    ].map((all) => all.map(told));
    expect({ ofWorking, ofDark, ofTable }).toEqual({
      ofWorking: [],
      ofDark: ["09:02-09:25 23 min power"],
      ofTable: ["09:00-09:30 30 min power"],
    });
    expect(morningStops(cut)[0]).toBe("09:00-09:20 20 min power");
  });

  it("[ST6] of the workshop hold for a table without a counter unless it made a piece meanwhile", () => {
    const cut = word("power", ["09:00", "09:30"], { scope: { workshop: true } });
    const read = (time: string) => {
      const made = counter(time, time, { [time]: { pieces: 1 } });
      return stops(made, [cut], askedAt("11:00", { hasCounter: false })).map(told);
    };
    expect([read("09:10"), read("10:00")]).toEqual([[], ["09:00-09:30 30 min power"]]);
  });

  it("[ST6] of a line are not those of another", () => {
    const elsewhere = word("power", ["09:00", "09:30"], { scope: { lineId: "L2" } });
    const here = word("power", ["09:00", "09:30"], { scope: { lineId: "L1" } });
    expect([morningStops(elsewhere)[0], morningStops(here)[0]]).toEqual([
      "09:00-09:20 20 min waiting ?",
      "09:00-09:20 20 min power",
    ]);
  });

  it("[ST4] that say the same with another note are two", () => {
    const words = [
      word("machine", ["09:00", "09:10"], { note: "Courroie" }),
      word("machine", ["09:10", "09:20"], { note: "Aiguille" }),
    ];
    expect(morningStops(...words).slice(0, 2)).toEqual([
      "09:00-09:10 10 min machine",
      "09:10-09:20 10 min machine",
    ]);
  });

  it("[ST13] of a cause that is on the list no more are the organisation's", () => {
    const [stop] = stops(morning, [word("gone", ["09:00", "09:20"])], askedAt("11:00"));
    expect(stop).toMatchObject({ cause: "gone", class: "organisation" });
  });

  it("[ST9] ask again for the part that no word explains; less than a minute at an edge is none", () => {
    const part = word("machine", ["09:00", "09:15"]);
    const nearly = word("machine", ["09:00:30", "09:19:30"]);
    const second = "10:00-10:12 12 min waiting ?";
    expect([morningStops(part), morningStops(nearly)]).toEqual([
      ["09:00-09:15 15 min machine", "09:15-09:20 5 min waiting ?", second],
      ["09:00:30-09:19:30 19 min machine", second],
    ]);
  });

  it("[ST9] are, explained to a few ms, what was explained, and a short fault is one all the same", () => {
    const samples = counter("07:55", "09:30", {
      ...sewn("08:00", "09:00"),
      ...{ "09:00": { state: "fault" }, "09:10": { state: "running" } },
      ...sewn("09:11", "09:19"),
      ...{ "09:20": { state: "fault" }, "09:20:30": { state: "running" } },
    });
    const said = word("machine", ["09:00", "09:10"]);
    const nearly = { ...said, to: at("09:10") - 5 };
    expect(stops(samples, [nearly], askedAt("09:30")).map(told)).toEqual([
      expect.stringMatching(/^09:00-09:09:59 .* min machine$/),
      "09:20-09:20:30 0.5 min stopped",
    ]);
  });

  it("[ST18] go on, as the station's row does, when a word about them ends now", () => {
    const samples = counter("07:55", "09:10", {
      ...sewn("08:00", "09:00"),
      "09:00": { state: "fault" },
    });
    const until = word("machine", ["09:00", "09:10"]);
    const goesOn = word("machine", ["09:00", null]);
    const ended = counter("07:55", "09:10", {
      ...sewn("08:00", "09:00"),
      "09:00": { state: "fault" },
      "09:09": { state: "running" },
    });
    const now = askedAt("09:10");
    expect([
      stops(samples, [until], now).map(told),
      stops(samples, [goesOn], now).map(told),
      stops(ended, [until], now).map(told),
    ]).toEqual([
      ["09:00-09:10 10 min machine", "09:10- 0 min stopped ?"],
      ["09:00- 10 min machine"],
      ["09:00-09:10 10 min machine"],
    ]);
  });

  it("[ST10] keep their word when late facts move them", () => {
    const said = word("machine", ["09:00", "09:20"]);
    const late = counter("07:55", "11:00", {
      ...sewn("08:00", "09:07"),
      ...sewn("09:20", "10:00"),
      ...sewn("10:12", "11:00"),
    });
    expect(stops(late, [said], askedAt("11:00")).map(told)[0]).toBe("09:00-09:20 20 min machine");
  });
});

describe("off-standard minutes", () => {
  it("[F14] are those of stops by class and cause, support apart, the unexplained too", () => {
    const all = stops(
      morning,
      [word("thread", ["09:00", "09:10"]), word("training", ["10:30", "10:40"])],
      askedAt("11:00"),
    );
    // By hand: 09:10–09:20 and 10:00–10:12 unexplained, 10 + 12 = 22; thread 10; training 10.
    expect(offStandardMinutes(all)).toEqual([
      { class: null, cause: null, minutes: 22, count: 2 },
      { class: "machine", cause: "thread", minutes: 10, count: 1 },
      { class: "support", cause: "training", minutes: 10, count: 1 },
    ]);
  });

  it("[F14] of an hour are those that lie in it", () => {
    const samples = counter("07:55", "13:11", {
      ...sewn("08:00", "10:50"),
      ...sewn("13:10", "13:11"),
    });
    const asked = askedAt("13:11");
    const hours = ["10:00", "11:00", "12:00", "13:00"].map((hour) => {
      const span = { from: at(hour), to: at(hour) + 3_600_000 };
      return stopsWithin(stops(samples, [], asked), span, { windows: workday, now: asked.now });
    });
    // 10:50–12:00 and 13:00–13:10 are 80 working minutes: 10 + 60 + 0 + 10.
    expect(hours.map((own) => own.map(({ minutes }) => minutes))).toEqual([[10], [60], [], [10]]);
  });
});
