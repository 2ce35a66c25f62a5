import { describe, expect, it } from "vitest";
import { at, openWorkshop, type Workshop } from "./workshop.ts";

const PLUG = {
  stations: {
    S1: { device: "prise-4", counter: "C1" },
    S2: { device: "prise-4", counter: "C2" },
  },
};

interface Said {
  readonly C1?: number;
  readonly C2?: number;
  readonly uptimeSec?: number;
  readonly bootCount?: number;
}

function says(workshop: Workshop, time: string, said: Said): void {
  const { uptimeSec = null, bootCount = null, ...totals } = said;
  const readings = {
    counters: new Map(Object.entries(totals)),
    uptimeSec,
    bootCount,
  };
  workshop.ledger.commit([{ kind: "readings", deviceId: "prise-4", received: at(time), readings }]);
}

describe("a counter of another make", () => {
  it("[T4] begins with the total it shows, and counts what it adds to it", () => {
    const workshop = openWorkshop(PLUG);

    says(workshop, "08:00", { C1: 90_000 });
    says(workshop, "08:30", { C1: 90_012 });
    says(workshop, "09:30", { C1: 90_015 });

    expect(workshop.byHour()).toEqual({ "S1 08:00": 12, "S1 09:00": 3 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[T4] that is moved to another station goes on counting there", () => {
    const workshop = openWorkshop(PLUG);
    workshop.putPlan("10:00", { stations: { S1: {}, S2: { device: "prise-4" } } });

    says(workshop, "09:00", { C1: 10 });
    says(workshop, "09:59", { C1: 15 });
    says(workshop, "10:30", { C1: 22 });

    expect(workshop.byStation()).toEqual({ S1: 5, S2: 7 });
  });

  it("[T5] that falls back to its last midnight after a power cut counts no piece twice", () => {
    const workshop = openWorkshop(PLUG);
    says(workshop, "08:00", { C1: 400 });
    says(workshop, "09:00", { C1: 460 });

    says(workshop, "09:10", { C1: 400 });
    says(workshop, "09:20", { C1: 407 });

    expect(workshop.byStation()).toEqual({ S1: 67 });
    expect(uncertain(workshop)).toEqual([{ from: at("09:00"), to: at("09:10") }]);
  });

  it("[T5] that falls while its past waits to be folded again finds its new base all the same", () => {
    const workshop = openWorkshop(PLUG);
    says(workshop, "08:00", { C1: 400 });
    says(workshop, "09:00", { C1: 460 });
    workshop.sqlite.exec("INSERT INTO marks VALUES (1, 1, 2)");
    workshop.restart();

    says(workshop, "09:10", { C1: 3 });
    says(workshop, "09:20", { C1: 5 });
    while (workshop.ledger.refoldSome());

    expect(workshop.byStation()).toEqual({ S1: 62 });
  });

  it.each([
    ["another boot count", { bootCount: 8 }],
    ["a lower uptime", { uptimeSec: 5 }],
  ])("[T6] that restarted, as %s tells, has a new base even without a fall", (_, told) => {
    const workshop = openWorkshop(PLUG);
    says(workshop, "08:00", { C1: 400, C2: 10, bootCount: 7, uptimeSec: 9_000 });
    says(workshop, "09:00", { C1: 460, C2: 15 });

    says(workshop, "09:05", told);
    says(workshop, "09:10", { C1: 470, C2: 15 });
    says(workshop, "09:20", { C1: 475, C2: 18 });

    expect(workshop.byStation()).toEqual({ S1: 65, S2: 8 });
  });

  it.each([
    ["boot count first", [{ bootCount: 8 }, { uptimeSec: 5 }]],
    ["uptime first", [{ uptimeSec: 5 }, { bootCount: 8 }]],
  ])("[T6] that tells of its restart twice, %s, has one new base", (_, told) => {
    const workshop = openWorkshop(PLUG);
    says(workshop, "08:00", { C1: 400, bootCount: 7, uptimeSec: 9_000 });
    says(workshop, "09:00", { C1: 460 });

    says(workshop, "09:05", told[0]!);
    says(workshop, "09:06", { C1: 460 });
    says(workshop, "09:07", told[1]!);
    says(workshop, "09:10", { C1: 465 });

    expect(workshop.byStation()).toEqual({ S1: 65 });
    expect(uncertain(workshop)).toHaveLength(1);
  });

  it("[T6] that says how long it is up, longer each time, did not restart", () => {
    const workshop = openWorkshop(PLUG);

    says(workshop, "08:00", { C1: 400, bootCount: 7, uptimeSec: 9_000 });
    says(workshop, "08:05", { C1: 410, bootCount: 7, uptimeSec: 9_300 });

    expect(workshop.byStation()).toEqual({ S1: 10 });
    expect(uncertain(workshop)).toEqual([]);
  });

  it("[T7] counts each channel at its own station", () => {
    const workshop = openWorkshop(PLUG);

    says(workshop, "08:00", { C1: 5, C2: 100 });
    says(workshop, "08:10", { C1: 7, C2: 104 });

    expect(workshop.byStation()).toEqual({ S1: 2, S2: 4 });
  });

  it("[D5] is dated by when it was heard, also when the clock is put right afterwards", () => {
    const workshop = openWorkshop(PLUG);
    says(workshop, "08:00", { C1: 5 });
    workshop.restart();
    says(workshop, "2026-11-20 08:30", { C1: 8 });
    expect(workshop.byHour()).toEqual({ "S1 08:00": 3 });

    workshop.ledger.stepClock(at("09:30") - at("2026-11-20 08:30"), at("09:30"));

    expect(workshop.byHour()).toEqual({ "S1 09:00": 3 });
    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 3 });
    const { before, after } = workshop.ledger.rebuild();
    expect(after).toBe(before);
  });
});

function uncertain({ sqlite }: Workshop): unknown[] {
  return sqlite
    .prepare<[], string>("SELECT body FROM facts WHERE kind = 'uncertain' ORDER BY n")
    .pluck()
    .all()
    .map((body) => {
      const { from, to } = JSON.parse(body);
      return { from, to };
    });
}
