import { describe, expect, it } from "vitest";
import type { QuarantineEntry } from "../../../server/src/store/entries.ts";
import { at, openWorkshop, powerOn } from "./workshop.ts";

function unreadable(text: string, options: Partial<QuarantineEntry> = {}): QuarantineEntry {
  return {
    kind: "quarantine",
    deviceId: "esp-01",
    received: at("08:00"),
    topic: "trame/v1/esp-01/counts",
    payload: Buffer.from(text),
    index: -1,
    fault: "not-json",
    ...options,
  };
}

const KEPT = '{"boot":"0000000a","samples":[{"seq":2,"up":660000,"pieces":5}]}';

describe("what was not understood", () => {
  it("[Q1] is kept as it came, with the reason", () => {
    const workshop = openWorkshop();

    workshop.ledger.commit([unreadable("\u0000garbage")]);

    const row = workshop.sqlite.prepare("SELECT fault, payload FROM quarantine").get();
    expect(row).toEqual({ fault: "not-json", payload: Buffer.from("\u0000garbage") });
  });

  it("[Q2] comes again as the same entry with a counter, and as another one from another device", () => {
    const workshop = openWorkshop();

    workshop.ledger.commit([unreadable("garbage"), unreadable("garbage")]);
    workshop.ledger.commit([unreadable("garbage", { deviceId: "esp-02" })]);

    expect(workshop.quarantined()).toEqual([
      { id: 1, fault: "not-json", seen: 2 },
      { id: 2, fault: "not-json", seen: 1 },
    ]);
  });

  it("[Q3] holds up nothing that came with it", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const { deviceId, message } = counter.tells("08:10", 3);

    const rejected = workshop.ledger.commit([
      unreadable("garbage"),
      { kind: "counts", deviceId, received: at("08:10"), message },
    ]);

    expect(rejected).toEqual([]);
    expect(workshop.byStation()).toEqual({ S1: 3 });
  });

  it("[Q4] enters as a late sample when a person lets it, and once", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    workshop.receive([counter.tells("08:00", 0), counter.tells("09:10", 9, { seq: 3 })]);
    workshop.ledger.commit([unreadable(KEPT, { index: 0, received: at("09:11") })]);

    expect(workshop.ledger.release(1, at("10:00"))).toBe("done");

    expect(workshop.byHour()).toEqual({ "S1 08:00": 5, "S1 09:00": 4 });
    expect(workshop.ledger.release(1, at("10:01"))).toBe("not-open");
  });

  it("[Q4] is not let in while another sample has its key, nor made a boot of its own", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    workshop.receive([counter.tells("08:10", 3), counter.tells("08:20", 6)]);
    workshop.receive([counter.tells("08:30", 900, { seq: 2 })]);
    const { clock } = workshop.ledger;

    expect(workshop.ledger.release(1, at("10:00"))).toBe("unreadable");

    expect(workshop.byStation()).toEqual({ S1: 6 });
    expect(workshop.quarantined()).toHaveLength(1);
    expect(workshop.ledger.clock).toBe(clock);
  });

  it("[Q4] is let in although its time fell, and then lies between its neighbours", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    workshop.receive([counter.tells("08:10", 3), counter.tells("08:20", 6, { seq: 4 })]);
    workshop.receive([counter.tells("08:25", 5, { seq: 2, up: 300_000 })]);
    expect(workshop.quarantined()).toEqual([{ id: 1, fault: "up-fell", seen: 1 }]);

    expect(workshop.ledger.release(1, at("10:00"))).toBe("done");

    expect(workshop.byStation()).toEqual({ S1: 6 });
    const { before, after } = workshop.ledger.rebuild();
    expect(after).toBe(before);
  });

  it("[Q4] that can't be read is not let in", () => {
    const workshop = openWorkshop();
    workshop.ledger.commit([unreadable("garbage"), unreadable("{", { index: 0 })]);

    expect([workshop.ledger.release(1, 0), workshop.ledger.release(2, 0)]).toEqual([
      "unreadable",
      "unreadable",
    ]);
    expect(workshop.ledger.release(3, 0)).toBe("not-found");
  });

  it("[Q6] beyond 1,000 open entries of a device is only counted, in one entry that shows the newest", () => {
    const workshop = openWorkshop();
    const flood = Array.from({ length: 1_003 }, (_, n) => unreadable(`garbage ${n}`));
    workshop.ledger.commit(flood);
    workshop.restart();
    workshop.ledger.commit([unreadable("more"), unreadable("garbage 7")]);
    workshop.ledger.commit([unreadable("garbage", { deviceId: "esp-02" })]);

    const entries = workshop.quarantined();
    expect(entries).toHaveLength(1_002);
    expect(entries.filter(({ seen }) => seen > 1)).toEqual([
      { id: 8, fault: "not-json", seen: 2 },
      { id: 1_001, fault: "quarantine-full", seen: 4 },
    ]);
    const shown = workshop.sqlite.prepare("SELECT payload FROM quarantine WHERE id = 1001").pluck();
    expect(shown.get()).toEqual(Buffer.from("more"));
  });

  it("[Q6] has room again for what a person has dismissed, and says again when it is full", () => {
    const workshop = openWorkshop();
    workshop.ledger.commit(Array.from({ length: 1_001 }, (_, n) => unreadable(`garbage ${n}`)));
    workshop.ledger.dismiss(1, at("10:00"));
    workshop.ledger.dismiss(1_001, at("10:00"));

    workshop.ledger.commit([unreadable("kept")]);
    expect(workshop.quarantined().at(-1)).toEqual({ id: 1_002, fault: "not-json", seen: 1 });

    workshop.ledger.commit([unreadable("counted")]);
    expect(workshop.quarantined()).toContainEqual({ id: 1_001, fault: "quarantine-full", seen: 2 });
  });

  it("[Q6] counts nothing of a transaction that failed", () => {
    const workshop = openWorkshop();
    workshop.sqlite.exec(`CREATE TEMP TRIGGER broken BEFORE INSERT ON quarantine
      WHEN NEW.topic = 'broken' BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    const flood = Array.from({ length: 999 }, (_, n) => unreadable(`garbage ${n}`));
    workshop.ledger.commit([unreadable("first"), ...flood.slice(1)]);

    const rejected = workshop.ledger.commit([
      unreadable("second"),
      unreadable("third", { topic: "broken" }),
    ]);

    expect(rejected).toEqual([1]);
    expect(workshop.quarantined()).toHaveLength(1_000);
    expect(workshop.quarantined().at(-1)).toMatchObject({ fault: "not-json" });
  });

  it("[Q5] is listed no more once a person dismissed it, and is kept", () => {
    const workshop = openWorkshop();
    workshop.ledger.commit([unreadable(KEPT, { index: 0 })]);

    expect(workshop.ledger.dismiss(1, at("10:00"))).toBe("done");

    expect(workshop.quarantined()).toEqual([]);
    expect(workshop.ledger.release(1, at("10:01"))).toBe("not-open");
    const state = workshop.sqlite.prepare("SELECT state FROM quarantine").pluck().get();
    expect(state).toBe("dismissed");
  });
});
