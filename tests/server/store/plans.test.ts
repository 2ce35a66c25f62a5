import { describe, expect, it } from "vitest";
import type { Entry } from "../../../server/src/store/entries.ts";
import { at, openWorkshop, planOf, powerOn } from "./workshop.ts";

const MOVED = { stations: { S1: {}, S2: { device: "esp-01" } } };

describe("a plan", () => {
  it("[N1] holds from its moment, half open: a piece at 10:12 sharp counts for the new station", () => {
    const workshop = openWorkshop();
    workshop.putPlan("10:12", MOVED);
    const counter = powerOn({ began: "08:00" });

    workshop.receive([
      counter.tells("08:00", 0),
      counter.tells("10:11:59", 5),
      counter.tells("10:12", 7),
    ]);

    expect(workshop.byStation()).toEqual({ S1: 5, S2: 2 });
  });

  it("[N1] that is recorded again for the same moment takes the place of the first", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    workshop.putPlan("10:12", MOVED);
    workshop.receive([counter.tells("08:00", 0), counter.tells("10:20", 5)]);

    workshop.putPlan("10:12");

    expect(workshop.byStation()).toEqual({ S1: 5 });
  });

  it("[N3] counts a late sample for the station at which it was made", () => {
    const workshop = openWorkshop();
    workshop.putPlan("10:12", MOVED);
    const counter = powerOn({ began: "08:00" });
    const late = counter.tells("10:10", 5);
    workshop.receive([counter.tells("10:20", 9, { seq: 3 })]);

    workshop.receive([late, counter.tells("10:30", 10, { seq: 4 })], "11:00");

    expect(workshop.byStation()).toEqual({ S1: 5, S2: 5 });
  });

  it("[N3] that is dated back counts again what was made since, and before it nothing changes", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    workshop.receive([
      counter.tells("09:00", 3),
      counter.tells("10:11", 5),
      counter.tells("10:30", 9),
    ]);
    expect(workshop.byStation()).toEqual({ S1: 9 });

    workshop.putPlan("10:12", MOVED);

    expect(workshop.byStation()).toEqual({ S1: 5, S2: 4 });
  });

  it("[N4] that keeps a counter at its station does not make its totals a base", () => {
    const workshop = openWorkshop();
    workshop.putPlan("10:00", { stations: { S1: { device: "esp-01", operation: "Finir" } } });

    workshop.receive([powerOn({ began: "08:00" }).tells("10:30", 40)]);

    expect(workshop.byStation()).toEqual({ S1: 40 });
    expect(workshop.holds()).toEqual([]);
  });

  it("[N5] keeps no secret in its body, and a device sent without one keeps its own", () => {
    const workshop = openWorkshop();
    const secret = { salt: Buffer.from("salt"), hash: Buffer.from("hash") };
    const plan = planOf({ devices: [{ id: "esp-01", secret: "geheimnis" }, { id: "esp-02" }] });
    const secrets = [{ deviceId: "esp-01", ...secret }];
    workshop.ledger.putPlan({ from: at("09:00"), plan, secrets }, at("09:00"));

    workshop.putPlan("10:00");

    const bodies = workshop.sqlite.prepare<[], string>("SELECT body FROM plans").pluck().all();
    expect(bodies.join()).not.toContain("geheimnis");
    expect(workshop.ledger.secret("esp-01")).toEqual(secret);
    expect(workshop.ledger.secret("esp-02")).toBeNull();
  });

  it("[N6] counts what a waiting device made, from the moment that the person chose", () => {
    const workshop = openWorkshop({ stations: { S1: {} } });
    workshop.ledger.addWaiting("esp-09", at("08:00"));
    const counter = powerOn({ device: "esp-09", began: "08:00" });
    workshop.receive([
      counter.tells("08:00", 0),
      counter.tells("09:00", 4),
      counter.tells("10:00", 9),
    ]);
    expect(workshop.byStation()).toEqual({});

    workshop.putPlan("09:30", { stations: { S1: { device: "esp-09" } } });

    expect(workshop.byStation()).toEqual({ S1: 5 });
    expect(workshop.ledger.waiting()).toEqual([]);
  });

  it("[N25] makes no more room for events and unreadable messages of a device that waits", () => {
    const workshop = openWorkshop({ stations: { S1: {} } });
    workshop.ledger.addWaiting("esp-09", at("08:00"));
    const heard = { deviceId: "esp-09", received: at("08:01") };
    const events = (boot: number): Entry => ({
      kind: "events",
      ...heard,
      message: {
        boot: boot.toString(16).padStart(8, "0"),
        up: 60_000,
        events: Array.from({ length: 199 }, (_, n) => {
          return { seq: n + 1, up: 1, kind: "button", button: "help" } as const;
        }),
      },
    });
    const unreadable = (text: string, deviceId = "esp-09"): Entry => {
      const kept = {
        topic: "t",
        payload: Buffer.from(text),
        index: -1,
        fault: "not-json",
      } as const;
      return { kind: "quarantine", ...heard, deviceId, ...kept };
    };
    for (let boot = 1; boot <= 50; boot++) {
      const entries = [events(boot), unreadable(`garbage ${boot}`)];
      expect(workshop.ledger.commit(entries)).toEqual([]);
    }

    const more = [events(51), unreadable("more"), unreadable("of another", "esp-02")];
    expect(workshop.ledger.commit(more)).toEqual([0, 1]);
    workshop.restart();
    expect(workshop.ledger.commit(more)).toEqual([0, 1]);
  });

  it("[N6] makes room for 10,000 samples of a device that waits, and not for one more", () => {
    const workshop = openWorkshop({ stations: { S1: {} } });
    workshop.ledger.addWaiting("esp-09", at("08:00"));
    const counter = powerOn({ device: "esp-09", began: "08:00" });
    const { deviceId, message } = counter.tells("08:00", 0);
    const samples = Array.from(
      { length: 200 },
      () => counter.tells("08:01", 0).message.samples[0]!,
    );
    const full = { kind: "counts" as const, deviceId, received: at("08:01") };
    for (let i = 0; i < 50; i++) {
      const part = samples.map((sample) => ({ ...sample, seq: sample.seq + i * 200 }));
      expect(workshop.ledger.commit([{ ...full, message: { ...message, samples: part } }])).toEqual(
        [],
      );
    }

    expect(workshop.ledger.commit([{ ...full, message }])).toEqual([0]);
    workshop.restart();
    expect(workshop.ledger.commit([{ ...full, message }])).toEqual([0]);
  });

  it("[C14] folds again a little at a time, and the board says so until it is done", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    const first = counter.tells("08:00", 0);
    const samples = Array.from(
      { length: 200 },
      (_, i) => counter.tells("10:30", i).message.samples[0]!,
    );
    const up = at("10:30") - at("08:00");
    workshop.receive([first]);
    for (let i = 0; i < 40; i++) {
      const part = samples.map((sample) => ({
        ...sample,
        seq: sample.seq + i * 200,
        pieces: Math.floor((i * 200 + sample.pieces) / 100),
      }));
      workshop.receive([
        {
          ...first,
          takenAt: at("10:30"),
          message: { boot: first.message.boot, up, samples: part },
        },
      ]);
    }
    expect(workshop.byStation()).toEqual({ S1: 79 });

    workshop.putPlan("10:12", MOVED);
    expect(workshop.ledger.readBoard(at("10:31")).recomputing).toBe(1);
    expect(workshop.ledger.hasMarks()).toBe(true);
    while (workshop.ledger.refoldSome());

    expect(workshop.ledger.takeChanges(at("10:31")).rows).toBeNull();
    expect(workshop.ledger.readBoard(at("10:31")).recomputing).toBe(0);
    expect(workshop.byStation()).toEqual({ S2: 79 });
  });
});
