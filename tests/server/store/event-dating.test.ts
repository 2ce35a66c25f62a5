import { describe, expect, it } from "vitest";
import { at, openWorkshop, powerOn, type Workshop } from "./workshop.ts";

const DAY_MS = 86_400_000;
/** An observation is raised by 100 ppm of its age: 4 s in eleven hours. */
const NEAR_MS = 4_000;

describe("the time of a barcode", () => {
  it("[D7] follows when its boot is dated again, and comes out the same from the log", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const piece = counter.tells("08:39", 5);
    const scan = counter.scans("08:40", "118X117K");
    workshop.receive([piece], "11:40");
    workshop.ledger.commit([{ ...scan, received: at("11:40") }]);
    expect(timeOf(workshop, "118X117K")).toBe(at("11:40"));

    workshop.receive([counter.tells("11:41", 6)]);

    expectNear(timeOf(workshop, "118X117K"), at("08:40"));
    expectSameFromLog(workshop);
  });

  it("[D7] is put right by another barcode alone, and so are the pieces of its boot", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const late = counter.scans("08:40", "118X117K");
    workshop.ledger.commit([{ ...late, received: at("11:40") }]);
    workshop.receive([counter.tells("08:50", 5)], "11:40:01");
    expect(workshop.byHour()).toEqual({ "S1 11:00": 5 });

    workshop.ledger.commit([counter.scans("11:50", "118X118M")]);

    expectNear(timeOf(workshop, "118X117K"), at("08:40"));
    expect(workshop.byHour()).toEqual({ "S1 08:00": 5 });
    expectSameFromLog(workshop);
  });

  it("[D7] is put right by a message that brings nothing new, too", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const scan = counter.scans("08:40", "118X117K");
    workshop.ledger.commit([{ ...scan, received: at("11:40") }]);
    const up = at("11:50") - at("07:59");

    const again = { ...scan, received: at("11:50"), message: { ...scan.message, up } };
    workshop.ledger.commit([again]);

    expectNear(timeOf(workshop, "118X117K"), at("08:40"));
    expectSameFromLog(workshop);
  });

  it("[D7] moves with the server's clock", () => {
    const workshop = openWorkshop();
    const scan = powerOn({ began: "07:59" }).scans("08:10", "118X117K");
    workshop.ledger.commit([{ ...scan, received: scan.received - DAY_MS }]);
    expect(timeOf(workshop, "118X117K")).toBe(at("2026-11-22 08:10"));

    workshop.ledger.stepClock(DAY_MS, at("08:11"));

    expect(timeOf(workshop, "118X117K")).toBe(at("08:10"));
    expectSameFromLog(workshop);
  });

  it.each([
    ["before", "scan", "after"],
    ["scan", "before", "after"],
    ["scan", "after", "before"],
    ["after", "scan", "before"],
  ])("[D7] lies between those of the samples below and above it: %s, %s, %s", (...order) => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const before = counter.tells("08:10", 1);
    const scan = counter.scans("08:10", "118X117K");
    const after = counter.tells("08:10", 2);
    const receive = (name: string, at: string): void =>
      workshop.receive([name === "before" ? before : after], at);

    // Delays below a minute are not put right: who comes later seems to have happened earlier.
    for (const [i, name] of order.entries()) {
      const received = `08:10:${50 - i * 20}`;
      if (name === "scan") workshop.ledger.commit([{ ...scan, received: at(received) }]);
      else receive(name, received);
    }

    const found = [sampleTime(workshop, 1), timeOf(workshop, "118X117K"), sampleTime(workshop, 3)];
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it("[D6] is the same whether or not the server was started again in between", () => {
    const times = (restarts: boolean): number[] => {
      const workshop = openWorkshop();
      const counter = powerOn({ began: "07:59" });
      workshop.receive([counter.tells("08:00", 0)], "08:00:40");
      workshop.ledger.commit([counter.scans("08:05", "118X117K")]);
      if (restarts) workshop.restart();
      workshop.receive([counter.tells("08:10", 1)], "08:10:30");
      workshop.ledger.commit([counter.scans("08:11", "118X118M", "08:11:30")]);
      return [sampleTime(workshop, 3), timeOf(workshop, "118X118M")];
    };

    expect(times(true)).toEqual(times(false));
    // The first barcode came without delay: by it the boot is known.
    expectNear(times(false)[0], at("08:10"));
  });

  it("[S6] is part of what a rebuild compares", () => {
    const workshop = openWorkshop();
    workshop.ledger.commit([powerOn({ began: "07:59" }).scans("08:10", "118X117K")]);

    workshop.sqlite.exec("UPDATE events SET at = at + 1");

    const { before, after } = workshop.ledger.rebuild();
    expect(after).not.toBe(before);
    expect(timeOf(workshop, "118X117K")).toBe(at("08:10"));
  });
});

function timeOf({ sqlite }: Workshop, code: string): number {
  return Number(sqlite.prepare("SELECT at FROM events WHERE value = ?").pluck().get(code));
}

function sampleTime({ sqlite, ledger }: Workshop, seq: number): number {
  // What is looked up is settled first.
  ledger.readBoard(at("2026-11-25 00:00"));
  return Number(sqlite.prepare("SELECT at FROM samples WHERE seq = ?").pluck().get(seq));
}

function expectNear(time: number | undefined, expected: number): void {
  expect(Math.abs((time ?? Number.NaN) - expected)).toBeLessThan(NEAR_MS);
}

function expectSameFromLog({ ledger }: Workshop): void {
  const { before, after } = ledger.rebuild();
  expect(after).toBe(before);
}
