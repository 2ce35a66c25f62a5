import { describe, expect, it } from "vitest";
import { createPlanView } from "../../../../server/src/store/floor/plan-view.ts";
import { createStopReads } from "../../../../server/src/store/supervision/stop-read.ts";
import { packSamples } from "../../../../server/src/store/thinning/packed-samples.ts";
import { at, type Message, openWorkshop, powerOn, type Workshop } from "../workshop.ts";
import { loggedSamples, thinnedSamples } from "./answers.ts";

const MINUTE_MS = 60_000;
const TODAY = Math.floor(at("12:00") / 86_400_000);
const IN_A_WEEK = at("2026-11-30 20:00");

/** `sampled`: what a counter told each quarter of a minute, from eight o'clock: its totals. */
function telling(totals: readonly number[]): Message[] {
  const counter = powerOn({ began: "08:00" });
  return totals.map((pieces, index) =>
    counter.tells(clock(at("08:00") + (index * MINUTE_MS) / 4), pieces),
  );
}

function clock(ms: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Europe/Paris");
  return `${zoned.toPlainDate()} ${zoned.toPlainTime()}`;
}

/** Sent again by a counter that is still on: the message tells how long it has been. */
function sentAgain({ message, ...of }: Message): Message {
  return { ...of, message: { ...message, up: IN_A_WEEK - at("08:00") } };
}

function thin({ ledger }: Workshop, now = IN_A_WEEK): void {
  while (ledger.thinSome(now));
}

function seqs(rows: readonly { readonly seq: number }[]): number[] {
  return rows.map(({ seq }) => seq);
}

function keptSeqs({ sqlite }: Workshop, table: "samples" | "parts" = "samples"): number[] {
  return sqlite.prepare<[], number>(`SELECT seq FROM ${table} ORDER BY boot_id, seq`).pluck().all();
}

/** A workshop whose counter told two pieces and heartbeats, all of it where it can be looked up. */
function openThinned(): Workshop {
  const workshop = openWorkshop();
  workshop.receive(telling([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]));
  workshop.restart();
  return workshop;
}

describe("samples that repeat", () => {
  it("[TH1] are packed after a week: those that say what the one before and the one after them say", () => {
    const workshop = openThinned();

    thin(workshop);

    expect(keptSeqs(workshop)).toEqual([1, 4, 5, 8, 9, 10]);
    expect(keptSeqs(workshop, "parts")).toEqual([1, 4, 5, 8, 9, 10]);
    expect(
      workshop.sqlite.prepare("SELECT from_seq, to_seq, samples FROM thinned").raw().all(),
    ).toEqual([[2, 7, 4]]);
    expect(seqs(thinnedSamples(workshop.sqlite))).toEqual([2, 3, 6, 7]);
  });

  it("[TH1] stay for a week since they were taken, and since they were received", () => {
    const workshop = openThinned();
    const late = powerOn({ began: "08:00", boot: "0000000b" });
    workshop.receive(
      ["08:01", "08:02", "08:03"].map((time) => late.tells(time, 0)),
      "2026-11-25 08:00",
    );
    workshop.restart();

    thin(workshop, at("2026-11-30 08:00"));
    expect(thinnedSamples(workshop.sqlite)).toEqual([]);
    thin(workshop, at("2026-12-01 08:00"));
    expect(seqs(thinnedSamples(workshop.sqlite))).toEqual([2, 3, 6, 7]);
    thin(workshop, at("2026-12-02 09:00"));
    expect(seqs(thinnedSamples(workshop.sqlite))).toEqual([2, 3, 6, 7, 2]);
  });

  it("[TH2] come back as they were, and leaving turns no clock", () => {
    const workshop = openThinned();
    const before = loggedSamples(workshop.sqlite);
    const { clock: clockBefore } = workshop.ledger.readBoard(IN_A_WEEK);

    thin(workshop);

    expect(loggedSamples(workshop.sqlite)).toEqual(before);
    expect(workshop.ledger.clock).toBe(clockBefore);
    expect(workshop.ledger.hasChanges()).toBe(false);
  });

  it("[TH2] that tell a state are packed between others that tell the same", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "08:00" });
    const told = (["idle", "idle", "idle", null, null, "idle"] as const).map((state, index) =>
      counter.tells(`08:0${index}`, 0, { state }),
    );
    workshop.receive(told);
    workshop.restart();

    thin(workshop);

    expect(keptSeqs(workshop)).toEqual([1, 3, 4, 5, 6]);
  });

  it("[TH1] of a device that waits for the plan are counted, and stay", () => {
    const workshop = openWorkshop({ stations: { S1: { device: "esp-02" } } });
    workshop.ledger.addWaiting("esp-01", at("08:00"));
    workshop.receive(telling([0, 0, 0, 0]));
    workshop.restart();

    thin(workshop);

    expect(keptSeqs(workshop)).toEqual([1, 2, 3, 4]);
  });
});

describe("what arrives into a thinned range", () => {
  it("[TH3] is known when it was received before, and a conflict when it says otherwise", () => {
    const workshop = openThinned();
    const [, second, third] = telling([0, 0, 1]).map(sentAgain);
    thin(workshop);

    workshop.receive(
      [second, third].flatMap((message) => message ?? []),
      "2026-11-30 20:00",
    );

    expect(workshop.quarantined().map(({ fault }) => fault)).toEqual(["key-conflict"]);
    expect(seqs(thinnedSamples(workshop.sqlite))).toEqual([2, 3, 6, 7]);
    expect(workshop.byStation()).toEqual({ S1: 2 });
  });

  it("[TH3] is a conflict when it is an event", () => {
    const workshop = openThinned();
    thin(workshop);

    const message = {
      boot: "0000000a",
      up: 30_000,
      events: [{ seq: 3, up: 30_000, kind: "scan" as const, code: "1" }],
    };
    workshop.ledger.commit([{ kind: "events", deviceId: "esp-01", received: IN_A_WEEK, message }]);

    expect(workshop.quarantined().map(({ fault }) => fault)).toEqual(["key-conflict"]);
  });

  it("[TH3] lies between its neighbours: an `up` that contradicts one that was thinned is set aside", () => {
    const workshop = openWorkshop();
    const told = telling([0, 0, 0, 0, 0, 0]);
    workshop.receive(told.filter((_, index) => index !== 3));
    workshop.restart();
    thin(workshop);
    expect(seqs(thinnedSamples(workshop.sqlite))).toEqual([2, 3, 5]);

    const wrong = powerOn({ began: "08:00" }).tells("08:00:20", 0, { seq: 4 });
    workshop.receive([sentAgain(wrong)], "2026-11-30 20:00");
    expect(workshop.quarantined().map(({ fault }) => fault)).toEqual(["up-fell"]);
    workshop.receive(told.slice(3, 4).map(sentAgain), "2026-11-30 20:00");
    expect(seqs(loggedSamples(workshop.sqlite))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("[TH3] [TH5] jumps from the heartbeat before it, and what then repeats nothing is put back", () => {
    const workshop = openWorkshop();
    const told = telling([0, 0, 0, 90, 0, 0]);
    workshop.receive(told.filter((_, index) => index !== 3));
    workshop.restart();
    thin(workshop);
    expect(keptSeqs(workshop)).toEqual([1, 6]);

    workshop.receive(told.slice(3, 4), "2026-11-30 20:00");

    expect(workshop.sqlite.prepare("SELECT seq, fell FROM parts ORDER BY seq").raw().all()).toEqual(
      [1, 2, 3, 4, 5, 6].map((seq) => [seq, 0]),
    );
    expect(thinnedSamples(workshop.sqlite)).toEqual([]);
    expect(workshop.holds()).toEqual([]);
    const { before, after } = workshop.ledger.rebuild();
    expect(after).toBe(before);
  });
});

describe("thinning", () => {
  it("[TH6] takes a step at a time, and goes on after a restart", () => {
    const workshop = openWorkshop();
    workshop.receive(telling(Array.from({ length: 1_300 }, () => 0)));
    workshop.restart();

    expect(workshop.ledger.thinSome(IN_A_WEEK)).toBe(true);
    expect(thinnedSamples(workshop.sqlite)).toHaveLength(510);
    workshop.restart();
    thin(workshop);

    expect(keptSeqs(workshop)).toEqual([1, 1_300]);
  });

  it("[TH6] looks no more at a boot that is over, and goes on with one that is not", () => {
    const workshop = openThinned();
    const next = powerOn({ began: "09:00", boot: "0000000b" });
    workshop.receive(["09:01", "09:02", "09:03"].map((time) => next.tells(time, 0)));
    workshop.restart();

    thin(workshop);
    workshop.receive(["09:04", "09:05"].map((time) => next.tells(time, 0)));
    workshop.restart();
    thin(workshop);

    const through = workshop.sqlite.prepare("SELECT * FROM thinning ORDER BY boot_id").raw().all();
    expect(through).toEqual([
      [1, Number.MAX_SAFE_INTEGER],
      [2, 4],
    ]);
    expect(keptSeqs(workshop)).toEqual([1, 4, 5, 8, 9, 10, 1, 5]);
  });

  it("[TH6] leaves nothing behind when the disk takes nothing", () => {
    const workshop = openThinned();
    workshop.sqlite.exec(
      "CREATE TEMP TRIGGER full BEFORE DELETE ON parts WHEN old.seq = 6 BEGIN SELECT RAISE(ABORT, 'full'); END",
    );

    expect(() => workshop.ledger.thinSome(IN_A_WEEK)).toThrow("full");

    expect(keptSeqs(workshop)).toHaveLength(10);
    expect(thinnedSamples(workshop.sqlite)).toEqual([]);
    workshop.sqlite.exec("DROP TRIGGER full");
    thin(workshop);
    expect(keptSeqs(workshop)).toEqual([1, 4, 5, 8, 9, 10]);
  });

  it("[TH4] a rebuild finds a sample that was packed though it repeats nothing", () => {
    const workshop = openThinned();
    thin(workshop);
    const piece = loggedSamples(workshop.sqlite).filter(({ seq }) => seq === 9);
    workshop.sqlite.prepare("INSERT INTO thinned VALUES (1, 9, 9, 1, ?)").run(packSamples(piece));
    workshop.sqlite.exec("DELETE FROM samples WHERE seq = 9; DELETE FROM parts WHERE seq = 9");

    const { before, after } = workshop.ledger.rebuild();

    expect(after).not.toBe(before);
    expect(keptSeqs(workshop)).toEqual([1, 4, 5, 8, 9, 10]);
    expect(workshop.byStation()).toEqual({ S1: 2 });
  });

  it("[S9] what was packed is not edited", () => {
    const workshop = openThinned();
    thin(workshop);
    expect(() => workshop.sqlite.exec("UPDATE thinned SET to_seq = 9")).toThrow("append-only");
  });
});

describe("a counter that was silent eight days ago", () => {
  function stopsOf({ sqlite }: Workshop) {
    const { readStops } = createStopReads(sqlite, { timeline: createPlanView(sqlite) });
    return readStops({ day: TODAY, now: IN_A_WEEK, lineId: null, stationId: null }).stops;
  }

  /** Speaks each quarter of a minute until half past eight, and again from nine to ten. */
  function openSilent(): Workshop {
    const workshop = openWorkshop({ stations: { S1: { device: "esp-01" } } });
    const messages = telling(Array.from({ length: 480 }, (_, index) => Math.floor(index / 40)));
    workshop.receive(messages.filter((_, index) => index < 120 || index >= 240));
    workshop.restart();
    return workshop;
  }

  it("[TH2] shows the same stops as before", () => {
    const workshop = openSilent();
    const before = stopsOf(workshop);

    thin(workshop);

    expect(thinnedSamples(workshop.sqlite).length).toBeGreaterThan(300);
    expect(stopsOf(workshop)).toEqual(before);
  });

  it("[TH2] would show others if what repeats were deleted", () => {
    const workshop = openSilent();
    const before = stopsOf(workshop);
    thin(workshop);

    workshop.sqlite.exec("DELETE FROM thinned");

    expect(stopsOf(workshop)).not.toEqual(before);
  });
});
