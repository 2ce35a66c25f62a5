import { describe, expect, it } from "vitest";
import { at, openWorkshop, powerOn } from "./workshop.ts";

describe("the time of a piece", () => {
  it("[D1] is when it was made, however late its message came, once one message came without delay", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([counter.tells("08:00", 0)]);
    workshop.receive([counter.tells("08:30", 4), counter.tells("09:30", 9)], "11:00");

    expect(workshop.byHour()).toEqual({ "S1 08:00": 4, "S1 09:00": 5 });
  });

  it("[D2] is believed the less the older the observation: 100 ppm, so that a drifting quartz does not carry it away", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "2026-11-22 08:00" });
    workshop.receive([counter.tells("2026-11-22 08:00", 0)]);

    workshop.receive([counter.tells("12:00", 1)], "12:00:05");

    // 28 hours after the observation 10 s are within its tolerance, 5 s late is not known to be late.
    expect(timeOf(workshop, 2)).toBe(at("12:00:05"));
  });

  it("[D3] is never after it was received, nor before that of the sample below it", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:00", 0)]);
    const late = counter.tells("08:10", 1);
    const later = counter.tells("08:10", 2);

    workshop.receive([later], "08:20");
    workshop.receive([late], "09:00");

    expect([timeOf(workshop, 2), timeOf(workshop, 3)]).toEqual([
      timeOf(workshop, 3),
      timeOf(workshop, 3),
    ]);
  });

  it("[D4] of a boot whose first message was three hours late is put right by the first that is not", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:40", 5)], "11:40");
    expect(workshop.byHour()).toEqual({ "S1 11:00": 5 });

    workshop.receive([counter.tells("11:41", 6)]);

    expect(workshop.byHour()).toEqual({ "S1 08:00": 5, "S1 11:00": 1 });
    expect(facts(workshop)).toEqual(["redated"]);
  });

  it("[D4] is put right by a message that brings nothing new, too", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const message = counter.tells("08:10", 3);
    workshop.receive([message], "11:40");
    const { boot, samples } = message.message;

    workshop.receive(
      [{ ...message, message: { boot, up: at("11:41") - at("07:59"), samples } }],
      "11:41",
    );

    expect(workshop.byHour()).toEqual({ "S1 08:00": 3 });
  });

  it("[D4] is left alone for less than a minute", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([counter.tells("08:59:30", 3)], "09:00:10");
    workshop.receive([counter.tells("09:05", 4)]);

    expect(workshop.byHour()).toEqual({ "S1 09:00": 4 });
    expect(facts(workshop)).toEqual([]);
  });

  it("[D5] follows when the server learns the time late", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const messages = [counter.tells("08:10", 3), counter.tells("08:40", 5)];
    const wrong = messages.map((message) => ({
      ...message,
      takenAt: message.takenAt - 86_400_000,
    }));
    workshop.receive(wrong);
    expect(workshop.byDay()).toEqual({ "S1 2026-11-22": 5 });

    workshop.ledger.stepClock(86_400_000, at("08:41"));
    workshop.receive([counter.tells("09:10", 6)]);

    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 6 });
    expect(workshop.byHour()).toEqual({ "S1 08:00": 5, "S1 09:00": 1 });
  });

  it("[D5] leaves what another run of the server heard", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:10", 3)]);
    workshop.restart();

    workshop.ledger.stepClock(86_400_000, at("08:41"));

    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 3 });
  });

  it("[D5] put right shows that a boot had been heard late by a server whose clock was wrong then", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:10", 3)], "11:40");
    workshop.restart();
    const prompt = counter.tells("11:41", 4);
    workshop.receive([{ ...prompt, takenAt: prompt.takenAt + 18_000_000 }]);

    workshop.ledger.stepClock(-18_000_000, at("11:42"));

    expect(workshop.byHour()).toEqual({ "S1 08:00": 3, "S1 11:00": 1 });
    const { before, after } = workshop.ledger.rebuild();
    expect(after).toBe(before);
  });

  it("[D5] put right moves a boot that only a repeated message had dated again", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const message = counter.tells("08:10", 3);
    workshop.receive([message]);
    workshop.restart();
    workshop.receive([{ ...message, takenAt: message.takenAt - 86_400_000 }]);
    expect(workshop.byDay()).toEqual({ "S1 2026-11-22": 3 });

    workshop.ledger.stepClock(86_400_000, at("08:20"));

    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 3 });
  });

  it("[D6] is the same whether or not the server was started again in between", () => {
    const times = (restarts: boolean): number[] => {
      const workshop = openWorkshop();
      const counter = powerOn({ began: "07:59" });
      workshop.receive([counter.tells("08:00", 0)], "08:00:20");
      const rest = Array.from({ length: 600 }, (_, i) => counter.tells("08:01", i));
      const [late, ...inOrder] = rest;
      for (const message of inOrder) workshop.receive([message], "08:01:30");
      // What came late is the one that shows best when the boot began.
      const { boot, samples } = late!.message;
      const up = at("08:20") - at("07:59");
      workshop.receive([{ ...late!, message: { boot, up, samples } }], "08:20");
      if (restarts) workshop.restart();
      workshop.receive([counter.tells("08:30", 600)], "08:31");
      return [timeOf(workshop, 601), timeOf(workshop, 602)];
    };

    expect(times(true)).toEqual(times(false));
  });
});

describe("a piece near an edge", () => {
  it("[K3] made before midnight and told after it belongs to the day before", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "2026-11-22 23:50" });

    workshop.receive([counter.tells("2026-11-22 23:58", 2), counter.tells("2026-11-23 00:03", 5)]);

    expect(workshop.byDay()).toEqual({ "S1 2026-11-22": 2, "S1 2026-11-23": 3 });
  });

  it("[K3] takes its late sample along, across midnight, and takes it from the sample that told its pieces first", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "2026-11-22 23:50" });
    const power = counter.tells("2026-11-22 23:50", 0);
    const late = counter.tells("2026-11-22 23:58", 2);
    workshop.receive([power, counter.tells("2026-11-23 00:03", 5)]);
    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 5 });

    workshop.receive([late], "10:00");

    expect(workshop.byDay()).toEqual({ "S1 2026-11-22": 2, "S1 2026-11-23": 3 });
  });

  it("[K3] of a night shift belongs to the day on which the shift began", () => {
    const night = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "06:00" }];
    const workshop = openWorkshop({ shifts: night });
    const counter = powerOn({ began: "2026-11-22 21:30" });

    workshop.receive([
      counter.tells("2026-11-22 21:50", 1),
      counter.tells("2026-11-22 23:00", 3),
      counter.tells("2026-11-23 03:00", 7),
      counter.tells("2026-11-23 05:59:59", 8),
      counter.tells("2026-11-23 06:00", 12),
    ]);

    expect(workshop.byDay()).toEqual({ "S1 2026-11-22": 8, "S1 2026-11-23": 4 });
  });

  it("[K5] in the night when the clock goes back is in one of 25 hours, and none is doubled", () => {
    const workshop = openWorkshop(null);
    workshop.putPlan("2026-10-24 00:00");
    const counter = powerOn({ began: "2026-10-24 23:59" });
    const midnight = at("2026-10-25 00:00");

    for (let hour = 0; hour < 25; hour++) {
      const message = counter.tells("2026-10-25 00:00", hour + 1);
      const up = midnight + hour * 3_600_000 + 1_800_000 - at("2026-10-24 23:59");
      const samples = message.message.samples.map((sample) => ({ ...sample, up }));
      const takenAt = midnight + hour * 3_600_000 + 1_800_000;
      workshop.receive([{ ...message, takenAt, message: { ...message.message, up, samples } }]);
    }

    const hours = workshop.sqlite.prepare("SELECT pieces FROM hours ORDER BY hour").pluck().all();
    expect(hours).toEqual(Array.from({ length: 25 }, () => 1));
    expect(workshop.byDay()).toEqual({ "S1 2026-10-25": 25 });
    expect(workshop.byHour()["S1 02:00"]).toBe(2);
  });
});

function timeOf({ sqlite, ledger }: ReturnType<typeof openWorkshop>, seq: number): number {
  // What is looked up is settled first.
  ledger.readBoard(at("2026-11-25 00:00"));
  return Number(sqlite.prepare("SELECT at FROM samples WHERE seq = ?").pluck().get(seq));
}

/** What was learnt of time; that somebody gave the workshop its plan is on record beside it. */
function facts({ sqlite }: ReturnType<typeof openWorkshop>): unknown[] {
  return sqlite.prepare("SELECT kind FROM facts WHERE kind <> 'changed' ORDER BY n").pluck().all();
}
