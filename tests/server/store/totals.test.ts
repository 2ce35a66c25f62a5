import { describe, expect, it } from "vitest";
import { numberOf, readInbox } from "../../../server/src/store/inbox-read.ts";
import { createLedger } from "../../../server/src/store/ledger.ts";
import { at, openWorkshop, ordersOf, powerOn } from "./workshop.ts";

describe("totals", () => {
  it("[C1] each sample adds what its total rose by", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([
      counter.tells("08:10", 3),
      counter.tells("08:20", 3),
      counter.tells("09:05", 8),
    ]);

    expect(workshop.byHour()).toEqual({ "S1 08:00": 3, "S1 09:00": 5 });
  });

  it("[C1] a lost sample loses no piece: the next one tells it too", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const heard = [counter.tells("08:10", 3), counter.tells("08:20", 7), counter.tells("08:30", 9)];

    workshop.receive([heard[0]!, heard[2]!]);

    expect(workshop.byStation()).toEqual({ S1: 9 });
  });

  it("[C1] stitches and trims count beside the pieces, and what was not told stays unknown", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([
      counter.tells("08:10", 1, { stitches: 240, trims: 4 }),
      counter.tells("08:11", 1),
      counter.tells("08:12", 2, { stitches: 500, trims: 8 }),
    ]);

    const row = workshop.sqlite.prepare("SELECT pieces, stitches, trims FROM hours").get();
    expect(row).toEqual({ pieces: 2, stitches: 500, trims: 8 });
  });

  it("[C2] two samples in one millisecond count by their order, not by their time", () => {
    for (const order of ordersOf([0, 1])) {
      const workshop = openWorkshop();
      const counter = powerOn({ began: "07:59" });
      const twins = [counter.tells("08:10", 1), counter.tells("08:10", 2)];

      workshop.receive(order.map((i) => twins[i]!));

      expect(workshop.byHour()).toEqual({ "S1 08:00": 2 });
    }
  });

  it("[C3] a total that falls adds nothing and takes nothing away, in every order of arrival", () => {
    for (const order of ordersOf([0, 1, 2, 3])) {
      const workshop = openWorkshop();
      const counter = powerOn({ began: "07:59" });
      const fall = [
        counter.tells("08:10", 10),
        counter.tells("08:20", 4),
        counter.tells("08:30", 12),
        counter.tells("09:10", 15),
      ];

      workshop.receive(order.map((i) => fall[i]!));

      expect(workshop.byHour()).toEqual({ "S1 08:00": 12, "S1 09:00": 3 });
      expect(fallen(workshop)).toEqual([2]);
    }
  });

  it("[C11] a message that comes again changes nothing, not even the clock", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const message = counter.tells("08:10", 3);
    workshop.receive([message]);
    const { clock } = workshop.ledger;

    workshop.receive([message, message], "08:11");

    expect(workshop.byStation()).toEqual({ S1: 3 });
    expect(workshop.ledger.clock).toBe(clock);
  });

  it("[C12] a key that comes again with another total is set aside, and the first one counts", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:10", 3), counter.tells("08:20", 5)]);

    workshop.receive([counter.tells("08:30", 900, { seq: 2 })]);

    expect(workshop.byStation()).toEqual({ S1: 5 });
    expect(workshop.quarantined()).toEqual([{ id: 1, fault: "key-conflict", seen: 1 }]);
  });

  it("[C12] a sample whose time lies before that of a lower one is set aside, and the others count", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:10", 3), counter.tells("08:30", 5, { seq: 5 })]);
    const late = counter.tells("08:40", 4, { seq: 3 });

    workshop.receive([late, counter.tells("08:41", 6, { seq: 6 })]);

    expect(workshop.byStation()).toEqual({ S1: 6 });
    expect(workshop.quarantined()).toEqual([{ id: 1, fault: "up-fell", seen: 1 }]);
  });
});

describe("a leap", () => {
  const GLITCH = 4_000_000_000;

  it("[C5] is withheld and listed, while what follows it counts", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([
      counter.tells("08:00", 1),
      counter.tells("08:01", 500),
      counter.tells("08:02", 502),
    ]);

    expect(workshop.byStation()).toEqual({ S1: 3 });
    expect(workshop.holds()).toEqual([{ seq: 2, fromSeq: 1, kind: "leap", pieces: 499 }]);
  });

  it("[C5] is what a machine can't sew: 20 pieces and 60 a minute are none", () => {
    const counts = (pieces: number): Record<string, number> => {
      const workshop = openWorkshop();
      const counter = powerOn({ began: "07:59" });
      workshop.receive([counter.tells("08:00", 0), counter.tells("08:10", pieces)]);
      return workshop.byStation();
    };

    expect(counts(620)).toEqual({ S1: 620 });
    expect(counts(621)).toEqual({});
  });

  it("[C6] to four thousand million and back is forgotten, in every order of arrival and across the hour", () => {
    for (const order of ordersOf([0, 1, 2, 3, 4])) {
      const workshop = openWorkshop();
      const counter = powerOn({ began: "07:59" });
      const story = [
        counter.tells("08:50", 56),
        counter.tells("08:55", GLITCH),
        counter.tells("09:05", GLITCH + 2),
        counter.tells("09:06", 58),
        counter.tells("09:07", 59),
      ];

      workshop.receive(order.map((i) => story[i]!));

      expect(workshop.byHour()).toEqual({ "S1 08:00": 56, "S1 09:00": 3 });
      expect(workshop.holds()).toEqual([]);
    }
  });

  it("[C6] that was withdrawn stays so when samples of it come late", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const start = counter.tells("08:50", 56);
    const leap = counter.tells("08:55", GLITCH);
    const late = counter.tells("08:56", GLITCH + 1);
    const top = counter.tells("08:57", GLITCH + 3);

    workshop.receive([start, leap, top, counter.tells("09:06", 58), counter.tells("09:07", 60)]);
    workshop.receive([late], "09:30");

    expect(workshop.byHour()).toEqual({ "S1 08:00": 56, "S1 09:00": 4 });
  });

  it("[C6] that proves a glitch takes back the leap that was on top of it", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([
      counter.tells("08:00", 5),
      counter.tells("08:01", 1_000),
      counter.tells("08:02", 9_000),
      counter.tells("08:03", 6),
    ]);

    expect(workshop.byStation()).toEqual({ S1: 6 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[C7] is dissolved by a late sample that tells how it came about", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const start = counter.tells("08:00", 1);
    const between = counter.tells("08:00:30", 46);
    workshop.receive([start, counter.tells("08:01", 91)]);
    expect(workshop.holds()).toEqual([{ seq: 3, fromSeq: 1, kind: "leap", pieces: 90 }]);

    workshop.receive([between], "08:30");

    expect(workshop.byStation()).toEqual({ S1: 91 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[C8] that was real counts once it is accepted, and stays so when a late sample cuts it", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const start = counter.tells("08:50", 1);
    const between = counter.tells("08:55", 4);
    const leap = counter.tells("09:01", 1_000);
    workshop.receive([start, leap, counter.tells("09:02", 1_001)]);
    expect(workshop.byStation()).toEqual({ S1: 2 });

    expect(
      workshop.ledger.judge({ bootId: 1, seq: 3 }, { isAccepted: true, now: at("10:00") }),
    ).toBe(true);
    expect(workshop.byHour()).toEqual({ "S1 08:00": 1, "S1 09:00": 1_000 });
    workshop.receive([between], "11:00");

    expect(workshop.byHour()).toEqual({ "S1 08:00": 4, "S1 09:00": 997 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[C8] that is accepted while its past is folded again counts with all late samples inside it", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:01" });
    const late = [
      counter.tells("08:02", 0),
      counter.tells("08:03", 500),
      counter.tells("08:04", 1),
    ];
    workshop.receive([counter.tells("08:05", 502)]);
    const { deviceId, message } = late[2]!;
    const samples = late.flatMap((one) => one.message.samples);
    const slow = createLedger(workshop.sqlite, at("08:05"), 1);

    slow.commit([
      { kind: "counts", deviceId, received: at("08:06"), message: { ...message, samples } },
    ]);
    slow.refoldSome();
    expect(workshop.holds().map((hold) => hold.seq)).toEqual([2, 4]);
    slow.judge({ bootId: 1, seq: 4 }, { isAccepted: true, now: at("08:07") });
    for (let i = 0; i < 4; i++) slow.refoldSome();

    expect({ isWaiting: slow.hasMarks(), pieces: workshop.byStation() }).toEqual({
      isWaiting: false,
      pieces: { S1: 502 },
    });
    const { before, after } = slow.rebuild();
    expect(after).toBe(before);
  });

  it("[C8] that was rejected never counts and is listed no more", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:00", 1), counter.tells("08:01", 500)]);

    workshop.ledger.judge({ bootId: 1, seq: 2 }, { isAccepted: false, now: at("10:00") });
    workshop.receive([counter.tells("08:02", 503)]);

    expect(workshop.byStation()).toEqual({ S1: 4 });
    expect(workshop.holds()).toEqual([]);
    const again = workshop.ledger.judge({ bootId: 1, seq: 2 }, { isAccepted: true, now: 0 });
    expect(again).toBe(false);
  });
});

function fallen({ sqlite }: ReturnType<typeof openWorkshop>): number[] {
  const moved = sqlite.prepare<[], number>("SELECT seq FROM parts WHERE fell = 1").pluck().all();
  const waiting = readInbox(sqlite).filter(({ values }) => numberOf(values, "fell") === 1);
  return [...moved, ...waiting.map(({ values }) => numberOf(values, "seq"))];
}
