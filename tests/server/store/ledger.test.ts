import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { assertDurable, openReader, openWriter } from "../../../server/src/store/database.ts";
import type { CountsEntry, EventsEntry } from "../../../server/src/store/entries.ts";
import { createLedger } from "../../../server/src/store/ledger.ts";
import { at, openWorkshop, planOf, powerOn } from "./workshop.ts";

function entryOf(counter: ReturnType<typeof powerOn>, time: string, pieces: number): CountsEntry {
  const { takenAt: received, ...message } = counter.tells(time, pieces);
  return { kind: "counts", received, ...message };
}

/** An entry that no row can hold. */
function poison(counter: ReturnType<typeof powerOn>, time: string): CountsEntry {
  return entryOf(counter, time, Number.NaN);
}

describe("the store", () => {
  it("[S1] promises that what is committed survives a power cut", () => {
    const sqlite = openWriter(temporaryFile());

    expect(sqlite.pragma("synchronous", { simple: true })).toBe(2);
    expect(sqlite.pragma("journal_mode", { simple: true })).toBe("wal");
    sqlite.close();
  });

  it("[S1] refuses a connection that does not promise it", () => {
    const sqlite = openWriter(temporaryFile());
    sqlite.pragma("synchronous = NORMAL");

    expect(() => assertDurable(sqlite)).toThrow("synchronous is 1, not FULL");
    sqlite.close();
  });

  it("[S2] commits what all devices said together, and its clock rises by one", () => {
    const workshop = openWorkshop();
    const { clock } = workshop.ledger;
    const one = powerOn({ device: "esp-01", began: "07:59" });
    const two = powerOn({ device: "esp-02", began: "07:59" });

    workshop.ledger.commit([entryOf(one, "08:10", 3), entryOf(two, "08:10", 4)]);

    expect(workshop.ledger.clock).toBe(clock + 1);
    expect(workshop.byStation()).toEqual({ S1: 3, S2: 4 });
  });

  it("[S2] keeps its clock, its waiting list and its settings over a restart", () => {
    const workshop = openWorkshop();
    workshop.ledger.addWaiting("esp-09", at("08:00"));
    workshop.ledger.putSetting("pairing-code", "4711", 0);
    const { clock } = workshop.ledger;

    workshop.restart();

    expect(workshop.ledger.clock).toBe(clock);
    expect(workshop.ledger.waiting()).toEqual(["esp-09"]);
    expect(workshop.ledger.setting("pairing-code")).toBe("4711");
  });

  it("[S3] keeps each key once, whatever is sent", () => {
    const workshop = openWorkshop();
    const entry = entryOf(powerOn({ began: "07:59" }), "08:10", 3);

    workshop.ledger.commit([entry, entry]);
    workshop.restart();
    workshop.ledger.commit([entry]);

    expect(workshop.sqlite.prepare("SELECT count(*) FROM samples").pluck().get()).toBe(1);
  });

  it("[S4] gives events and samples one row of keys", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const scan: EventsEntry = {
      kind: "events",
      deviceId: "esp-01",
      received: at("08:05"),
      message: {
        boot: "0000000a",
        up: 360_000,
        events: [{ seq: 2, up: 350_000, kind: "scan", code: "118X117K" }],
      },
    };
    workshop.receive([counter.tells("08:00", 1)]);

    workshop.ledger.commit([scan, scan]);
    workshop.receive([counter.tells("08:10", 3), counter.tells("08:20", 4)]);

    expect(workshop.sqlite.prepare("SELECT kind, value FROM events").all()).toEqual([
      { kind: "scan", value: "118X117K" },
    ]);
    expect(workshop.quarantined()).toEqual([{ id: 1, fault: "key-conflict", seen: 1 }]);
    expect(workshop.byStation()).toEqual({ S1: 4 });
  });

  it("[S5] finds the one entry that can't be stored, and stores the others", () => {
    const workshop = openWorkshop();
    const one = powerOn({ device: "esp-01", began: "07:59" });
    const two = powerOn({ device: "esp-02", began: "07:59" });

    const rejected = workshop.ledger.commit([
      entryOf(one, "08:10", 3),
      poison(two, "08:10"),
      entryOf(one, "08:20", 5),
    ]);

    expect(rejected).toEqual([1]);
    expect(workshop.byStation()).toEqual({ S1: 5 });
  });

  it("[S5] throws when not even one entry can be stored, and nothing is left of it", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:10", 3)]);
    const { clock } = workshop.ledger;

    expect(() => workshop.ledger.commit([poison(counter, "08:20")])).toThrow("is no integer");

    expect(workshop.ledger.clock).toBe(clock);
    workshop.receive([counter.tells("08:30", 7)]);
    expect(workshop.byStation()).toEqual({ S1: 7 });
    const { before, after } = workshop.ledger.rebuild();
    expect(after).toBe(before);
  });

  it("[S5] remembers after a failure what the disk says: boots, plans, the inbox and the board", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:10", 3)]);
    workshop.ledger.readBoard(at("08:10"));
    const failing = powerOn({ boot: "0000000b", device: "esp-02", began: "08:00" });
    const batch = [entryOf(counter, "08:20", 5), poison(failing, "08:20")];
    expect(workshop.ledger.commit(batch)).toEqual([1]);

    const { ledger } = workshop;
    const board = ledger.readBoard(at("08:20"));
    workshop.restart();

    expect(board).toEqual(workshop.ledger.readBoard(at("08:20")));
    expect(board.stations.map((row) => row.pieces)).toEqual([5, 0]);
  });

  it("[S6] is rebuilt to the same rows, also while something waited to be folded again", () => {
    const sqlite = openWriter(":memory:");
    const ledger = createLedger(sqlite, at("08:00"), 1);
    const counter = powerOn({ began: "07:59" });
    const entries = [1, 2, 3, 4, 5].map((minute) => entryOf(counter, `08:0${minute}`, minute));
    ledger.putPlan({ from: at("06:00"), plan: planOf(), secrets: [] }, at("06:00"));
    ledger.commit(entries.toReversed());
    expect(ledger.hasMarks()).toBe(true);

    const { before, after, samples } = ledger.rebuild();

    expect({ samples, isSame: before === after }).toEqual({ samples: 5, isSame: true });
    expect(sqlite.prepare("SELECT pieces FROM hours").pluck().all()).toEqual([5]);
    sqlite.close();
  });

  it("[S6] shows by its fingerprint when a row was changed", () => {
    const workshop = openWorkshop();
    workshop.receive([powerOn({ began: "07:59" }).tells("08:10", 3)]);

    workshop.sqlite.exec("UPDATE hours SET pieces = pieces + 1");
    const { before, after } = workshop.ledger.rebuild();

    expect(after).not.toBe(before);
    expect(workshop.byStation()).toEqual({ S1: 3 });
  });

  it("[S8] looks up what waits in the inbox, also after a restart", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const messages = [counter.tells("08:10", 3), counter.tells("08:20", 5)];
    workshop.receive(messages);
    expect(workshop.sqlite.prepare("SELECT count(*) FROM inbox").pluck().get()).toBe(2);

    workshop.restart();
    workshop.receive(messages, "08:30");

    expect(workshop.sqlite.prepare("SELECT count(*) FROM samples").pluck().get()).toBe(2);
    expect(workshop.byStation()).toEqual({ S1: 5 });
  });

  it.each([
    "UPDATE samples SET pieces = 900",
    "UPDATE samples SET received = 0",
    "UPDATE facts SET body = '{}'",
  ])("[S9] refuses to have its log edited: %s", (statement) => {
    const workshop = openWorkshop();
    workshop.receive([powerOn({ began: "07:59" }).tells("08:10", 3)]);
    workshop.ledger.stepClock(5_000, at("08:10"));

    expect(() => workshop.sqlite.exec(statement)).toThrow("the log is append-only");
  });

  it("[S9] lets reports read and nothing else", () => {
    const file = temporaryFile();
    openWriter(file).close();
    const sqlite = openReader(file);

    expect(() => sqlite.exec("DELETE FROM samples")).toThrow("readonly");
    sqlite.close();
  });
});

describe("the board", () => {
  it("[S7] says when a device spoke last, also when it said nothing new and the plan changes", () => {
    const workshop = openWorkshop();
    const message = powerOn({ began: "07:59" }).tells("08:10", 3);
    workshop.receive([message]);
    workshop.receive([message], "08:20");

    workshop.putPlan("08:15");

    const [row] = workshop.ledger.readBoard(at("08:21")).stations;
    expect(row?.heardAt).toBe(at("08:20"));
  });

  it("[S7] gives the word on the machine to the boot that began last", () => {
    const workshop = openWorkshop();
    const first = powerOn({ boot: "0000000a", began: "07:59" });
    const second = powerOn({ boot: "0000000b", began: "08:30" });
    const late = first.tells("08:20", 3, { state: "fault" });
    workshop.ledger.readBoard(at("08:00"));

    workshop.receive([first.tells("08:00", 0), second.tells("08:31", 0, { state: "running" })]);
    workshop.receive([late], "08:40");

    const [row] = workshop.ledger.readBoard(at("08:41")).stations;
    expect(row?.reported).toEqual({ state: "running", at: at("08:31") });
  });

  it("[S7] takes back when the last piece was made if a late sample tells better", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const late = counter.tells("08:10", 1);
    workshop.receive([counter.tells("08:20", 1)]);
    const { lastPieceAt } = workshop.ledger.readBoard(at("08:21")).stations[0]!;
    expect(lastPieceAt).toBe(at("08:20"));

    workshop.receive([late], "08:22");

    const { rows } = workshop.ledger.takeChanges(at("08:22"));
    // Twelve minutes of drift are 72 ms at most.
    expect(rows!.stations[0]!.lastPieceAt! - at("08:10")).toBeLessThan(72);
  });

  it("[S7] knows when the last piece was made also when a glitch takes back an hour of them", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const glitch = [counter.tells("08:00", 1), counter.tells("08:01", 9_000)];
    const onTop = Array.from({ length: 50 }, (_, i) =>
      counter.tells(`08:${String(i + 2).padStart(2, "0")}`, 9_001 + i),
    );
    workshop.ledger.readBoard(at("08:00"));
    workshop.receive([...glitch, ...onTop]);

    workshop.receive([counter.tells("08:55", 1)]);

    const [row] = workshop.ledger.readBoard(at("08:55")).stations;
    expect({ pieces: row?.pieces, lastPieceAt: row?.lastPieceAt }).toEqual({
      pieces: 1,
      lastPieceAt: at("08:00"),
    });
  });

  it("[S7] shows what was made last of a boot whose past is still being folded again", () => {
    const workshop = openWorkshop();
    const slow = createLedger(workshop.sqlite, at("2026-11-20 08:00"), 1);
    const counter = powerOn({ began: "07:59" });
    const day = at("2026-11-21 00:00") - at("2026-11-20 00:00");
    for (const pieces of [3, 5, 7]) {
      const entry = entryOf(counter, `08:1${pieces}`, pieces);
      slow.commit([{ ...entry, received: entry.received - 3 * day }]);
    }

    slow.stepClock(3 * day, at("08:20"));

    const board = slow.readBoard(at("08:20"));
    const [row] = board.stations;
    expect({ recomputing: board.recomputing, pieces: row?.pieces }).toEqual({
      recomputing: 1,
      pieces: 3,
    });
    expect(row?.lastPieceAt).toBe(at("08:13"));
  });

  it("[S7] shows at once what is withheld, and that it no longer is", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const suspects = () => workshop.ledger.readBoard(at("08:10")).stations[0]?.suspects;
    workshop.ledger.readBoard(at("08:00"));

    workshop.receive([counter.tells("08:00", 1), counter.tells("08:01", 500)]);
    expect(suspects()).toBe(1);
    workshop.receive([counter.tells("08:02", 2)]);

    expect(suspects()).toBe(0);
  });

  it("[S7] must be read anew when the day turns or a plan begins", () => {
    const workshop = openWorkshop();
    workshop.putPlan("2026-11-24 06:00");

    expect(workshop.ledger.readBoard(at("08:00")).validUntil).toBe(at("2026-11-24 00:00"));
    expect(workshop.ledger.takeChanges(at("2026-11-24 00:00")).rows).toBeNull();
    expect(workshop.ledger.readBoard(at("2026-11-24 00:00")).validUntil).toBe(
      at("2026-11-24 06:00"),
    );
  });

  it("[S7] turns at midnight in Greenwich while there is no plan", () => {
    const workshop = openWorkshop(null);

    const board = workshop.ledger.readBoard(Date.parse("2026-11-23T05:00Z"));

    expect(board.validUntil).toBe(Date.parse("2026-11-24T00:00Z"));
  });
});

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "trame-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "trame.db");
}
