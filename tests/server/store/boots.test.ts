import { describe, expect, it } from "vitest";
import { at, type Message, openWorkshop, powerOn } from "./workshop.ts";

describe("a boot", () => {
  it("[C4] that follows another counts from nothing and counts no piece twice", () => {
    const workshop = openWorkshop();
    const first = powerOn({ boot: "0000000a", began: "07:59" });
    const second = powerOn({ boot: "0000000b", began: "08:30" });

    workshop.receive([
      first.tells("08:20", 12),
      second.tells("08:31", 0),
      second.tells("08:40", 7),
    ]);

    expect(workshop.byStation()).toEqual({ S1: 19 });
  });

  it("[C4] counts the same when its last messages arrive after those of the next one", () => {
    const workshop = openWorkshop();
    const first = powerOn({ boot: "0000000a", began: "07:59" });
    const second = powerOn({ boot: "0000000b", began: "08:30" });
    const late = [first.tells("08:10", 5), first.tells("08:20", 12)];

    workshop.receive([second.tells("08:31", 1), second.tells("08:40", 7)]);
    workshop.receive(late.toReversed(), "08:41");

    expect(workshop.byStation()).toEqual({ S1: 19 });
  });
});

describe("what was there before", () => {
  const tenDaysBefore = { began: "2026-11-13 08:00" };

  it("[C9] ten days of a counter that is heard for the first time count nothing until a person accepts them", () => {
    const workshop = openWorkshop();
    const counter = powerOn(tenDaysBefore);

    workshop.receive([counter.tells("08:10", 4_711), counter.tells("08:11", 4_712)]);

    expect(workshop.byStation()).toEqual({ S1: 1 });
    expect(workshop.holds()).toEqual([{ seq: 1, fromSeq: 0, kind: "before", pieces: 4_711 }]);
    workshop.ledger.judge({ bootId: 1, seq: 1 }, { isAccepted: true, now: at("09:00") });
    expect(workshop.byStation()).toEqual({ S1: 4_712 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[C9] a counter that was switched on while it was bound counts from its first piece", () => {
    const workshop = openWorkshop();

    workshop.receive([powerOn({ began: "2026-11-22 08:00" }).tells("08:10", 4_711)]);

    expect(workshop.byStation()).toEqual({ S1: 4_711 });
  });

  it("[C9] a late sample from before the binding becomes the base, and what came after it counts", () => {
    const workshop = openWorkshop({ stations: { S1: {} }, devices: [{ id: "esp-01" }] });
    workshop.putPlan("08:00", { stations: { S1: { device: "esp-01" } } });
    const counter = powerOn({ began: "07:00" });
    const before = counter.tells("07:50", 10);
    workshop.receive([counter.tells("08:10", 14)]);
    expect(workshop.byStation()).toEqual({});
    expect(workshop.holds()).toEqual([{ seq: 2, fromSeq: 0, kind: "before", pieces: 14 }]);

    workshop.receive([before], "09:00");

    expect(workshop.byStation()).toEqual({ S1: 4 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[C9] a boot that proves to have begun before the binding is no longer counted from its first piece", () => {
    const workshop = openWorkshop({ stations: { S1: {} }, devices: [{ id: "esp-01" }] });
    workshop.putPlan("08:00", { stations: { S1: { device: "esp-01" } } });
    const counter = powerOn({ began: "07:59:30" });
    // Forty seconds late: it seems to have begun after eight.
    workshop.receive([counter.tells("08:10", 9)], "08:10:40");
    expect(workshop.byStation()).toEqual({ S1: 9 });

    workshop.receive([counter.tells("08:20", 12)]);

    expect(workshop.byStation()).toEqual({ S1: 3 });
    expect(workshop.holds()).toEqual([{ seq: 1, fromSeq: 0, kind: "before", pieces: 9 }]);
  });
});

describe("what was there before, while the clock was wrong,", () => {
  it("[C9] is found out when the clock is put right", () => {
    const workshop = openWorkshop({ stations: { S1: {} }, devices: [{ id: "esp-01" }] });
    workshop.putPlan("08:00", { stations: { S1: { device: "esp-01" } } });
    const counter = powerOn({ began: "07:59:30" });
    workshop.receive([counter.tells("08:10", 9)], "08:10:40");
    workshop.restart();
    workshop.receive([counter.tells("08:20", 12)], "2026-11-24 08:20");
    const hour = at("09:00") - at("08:00");

    workshop.ledger.stepClock(-24 * hour, at("08:21"));

    expect(workshop.byStation()).toEqual({ S1: 3 });
    expect(workshop.holds()).toEqual([{ seq: 1, fromSeq: 0, kind: "before", pieces: 9 }]);
  });
});

describe("a repeated boot id", () => {
  const before = powerOn({ began: "07:59" });
  const day = [before.tells("08:10", 3), before.tells("08:20", 5), before.tells("08:30", 6)];

  it("[C13] of a reset that kept it, where seq starts again and up falls, is a boot of its own", () => {
    const workshop = openWorkshop();
    const after = powerOn({ began: "08:40" });

    workshop.receive([...day, after.tells("08:41", 1), after.tells("08:50", 4)]);

    expect(workshop.byStation()).toEqual({ S1: 10 });
    expect(generations(workshop)).toEqual([1, 2]);
  });

  it("[C13] still finds the first boot for its late messages, and the second for its own", () => {
    const workshop = openWorkshop();
    const after = powerOn({ began: "08:40" });
    const late = before.tells("08:35", 8, { seq: 4 });

    workshop.receive([...day, after.tells("08:41", 1), after.tells("08:50", 4)]);
    workshop.receive([late, ...day], "08:55");
    workshop.receive([after.tells("09:00", 6)]);

    expect(workshop.byStation()).toEqual({ S1: 14 });
    expect(generations(workshop)).toEqual([1, 2]);
  });

  it("[C13] whose up did not fall is no reset: the other total is set aside", () => {
    const workshop = openWorkshop();

    workshop.receive([...day, before.tells("08:40", 99, { seq: 2 })]);

    expect(workshop.byStation()).toEqual({ S1: 6 });
    expect(generations(workshop)).toEqual([1]);
    expect(workshop.quarantined()).toEqual([{ id: 1, fault: "key-conflict", seen: 1 }]);
  });

  it("[C13] is none when an old message comes late with one sample garbled", () => {
    const workshop = openWorkshop();
    workshop.receive(day);
    const garbled = day[0]!.message.samples.map((sample) => ({ ...sample, pieces: 77 }));
    const [, second] = day;

    workshop.receive([withSamples(second!, [...garbled, ...second!.message.samples])], "08:45");

    expect(workshop.byStation()).toEqual({ S1: 6 });
    expect(generations(workshop)).toEqual([1]);
  });
});

function withSamples(message: Message, samples: Message["message"]["samples"]): Message {
  return { ...message, message: { ...message.message, samples } };
}

function generations({ sqlite }: ReturnType<typeof openWorkshop>): number[] {
  return sqlite.prepare<[], number>("SELECT generation FROM boots ORDER BY id").pluck().all();
}
