/**
 * A day's clock says whether its reports tell something else than before: whatever is done, heard late, taken back or dated back
 * moves it where it changes what the day came to ([RP7]), and a day that was over counts how often ([RP8]).
 */
import { type DayNumber, type Plan, parseDay } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountsEntry } from "../../../../server/src/store/entries.ts";
import type { ActRequest } from "../../../../server/src/store/floor/act-request.ts";
import { createReads } from "../../../../server/src/store/reads.ts";
import {
  codeOf,
  type FloorLedger,
  floorPlan,
  openFloorLedger,
  settle,
} from "../floor/floor-ledger.ts";
import { asHeard, happenings } from "../floor/random-acts.ts";
import { at, type Message, powerOn } from "../workshop.ts";

const runs = { seed: 20_261_125, numRuns: Number(process.env["FUZZ_RUNS"] ?? 4) };
const LATER = at("2026-11-30 12:00");
const MONDAY = parseDay("2026-11-23") ?? 0;
const DAYS = [MONDAY - 3, MONDAY, MONDAY + 1];

/** What is known of a day, and its clock. */
interface Told {
  readonly clock: number;
  readonly body: string;
}

const known = new WeakMap<FloorLedger["sqlite"], ReturnType<typeof createReads>>();

/** Made once for each floor: its statements take longer than what they read. */
function readsOf(sqlite: FloorLedger["sqlite"]) {
  const reads = known.get(sqlite) ?? createReads(sqlite);
  known.set(sqlite, reads);
  return reads;
}

/** Days as they stand: each as of the same moment, whenever it is asked for. */
function tell({ sqlite }: FloorLedger): Map<DayNumber, Told> {
  const reads = readsOf(sqlite);
  const marks = new Map(
    reads.readDayMarks({ from: 0, to: MONDAY + 9 }).days.map((mark) => [mark.day, mark.clock]),
  );
  return new Map(
    DAYS.map((day) => {
      const body = reads.readReportDay({ day, asOf: LATER });
      return [day, { clock: marks.get(day) ?? 0, body }];
    }),
  );
}

/** Days that tell something else under the same clock. */
function unnoticed(before: Map<DayNumber, Told>, after: Map<DayNumber, Told>): DayNumber[] {
  return DAYS.filter((day) => {
    const [was, is] = [before.get(day), after.get(day)];
    return was?.body !== is?.body && was?.clock === is?.clock;
  });
}

const FINISH = "finish-of-monday";

let drawn = 0;
function head(stationId: string, time: string) {
  drawn += 1;
  return {
    key: `head-${drawn}-of-test`,
    stationId,
    at: at(time),
    sentAt: at(time),
    origin: "hand" as const,
  };
}

type Change = (floor: FloorLedger) => void;

function act(request: ActRequest, received: string): Change {
  return ({ ledger }) => {
    const outcome = ledger.act(request, { received: at(received), isAdmin: true });
    if (!("answer" in outcome) || !outcome.answer.accepted)
      throw new Error(JSON.stringify(outcome));
  };
}

/** What a counter kept without the network and told later; it had been on since half past seven on Monday. */
function heardOn(time: string, { deviceId, message }: Message): CountsEntry {
  const up = at(time) - at("07:30");
  return { kind: "counts", received: at(time), deviceId, message: { ...message, up } };
}

/** The floor's plan with two people on its line. */
function peopled(changes: Parameters<typeof floorPlan>[0] = {}): Plan {
  const plan = floorPlan(changes);
  return { ...plan, lines: plan.lines.map((line) => ({ ...line, operators: 2 })) };
}

/** On Tuesday, about Monday: each changes what Monday's report says. */
function lateChanges(): Record<string, Change> {
  const scope = { stationId: "S3" };
  const stop = { scope, from: at("09:00"), to: at("09:30"), cause: "machine" };
  const tuesday = "2026-11-24 09:00";
  const offline = { offline: true, at: at("11:00"), sentAt: at(tuesday) };
  const code = codeOf(2);
  const none = { good: 0, rework: 0, second: 0, scrap: 0 };
  const desk = () => ({ ...head("S3", tuesday) });
  return {
    "a word about a stop": act({ kind: "stop", body: { ...desk(), ...stop } }, tuesday),
    "a scan without the network": act(
      { kind: "scan", body: { ...head("S3", tuesday), ...offline, code } },
      tuesday,
    ),
    "a finish without the network": act(
      {
        kind: "finish",
        body: {
          ...head("S2", tuesday),
          ...offline,
          code,
          operation: "20",
          ...none,
          good: 9,
          scrap: 1,
        },
      },
      tuesday,
    ),
    "somebody who came": act(
      {
        kind: "badge",
        body: { ...head("S3", tuesday), ...offline, badge: "PX412F", direction: "in" },
      },
      tuesday,
    ),
    "a correction": act(
      {
        kind: "amend",
        body: {
          key: desk().key,
          amends: FINISH,
          outcome: { ...none, good: 7, scrap: 3 },
          reason: "Mal lu",
        },
      },
      tuesday,
    ),
    "a sample that was looked at": act(
      {
        kind: "inspection",
        body: {
          ...desk(),
          at: at("16:00"),
          offline: true,
          ...none,
          good: 4,
          rework: 1,
        },
      },
      tuesday,
    ),
    "a target": act(
      { kind: "target", body: { ...desk(), lineId: "L1", day: "2026-11-23", pieces: 77 } },
      tuesday,
    ),
    "pieces by hand": act(
      {
        kind: "hand-count",
        body: { key: desk().key, stationId: "S3", hour: at("10:00"), pieces: 4, reason: "Panne" },
      },
      tuesday,
    ),
    "a plan dated back": ({ ledger }) => {
      const plan = peopled({ S1: { standardMinutes: 1 } });
      ledger.putPlan({ from: at("08:15"), plan, secrets: [] }, at(tuesday));
    },
    "a sample that comes late": ({ ledger }) => {
      const counter = powerOn({ device: "esp-02", boot: "0000000d", began: "07:30" });
      ledger.commit([heardOn(tuesday, counter.tells("08:30", 6))]);
    },
    "a heartbeat that comes late": ({ ledger }) => {
      const counter = powerOn({ device: "esp-02", boot: "0000000d", began: "07:30" });
      for (const time of ["08:30", "08:30:20"]) {
        ledger.commit([heardOn(tuesday, counter.tells(time, 0, { state: "fault" }))]);
      }
    },
  };
}

/** Monday with a bundle open at S1, and something of each kind to take back. */
function openMonday(): FloorLedger {
  const floor = openFloorLedger();
  const from = at("2026-11-22 00:00");
  floor.ledger.putPlan({ from, plan: peopled(), secrets: [] }, at("2026-11-22 13:00"));
  const counter = powerOn({ began: "07:30" });
  act({ kind: "scan", body: { ...head("S1", "08:05"), code: codeOf(1) } }, "08:05")(floor);
  const declared = { operation: "20", good: 9, rework: 0, second: 0, scrap: 1 };
  const finish = {
    ...head("S2", "08:40"),
    key: FINISH,
    offline: true,
    code: codeOf(3),
    ...declared,
  };
  act({ kind: "finish", body: finish }, "08:40")(floor);
  for (const [minute, total] of [
    ["10", 3],
    ["20", 8],
  ] as const) {
    const { takenAt: received, ...message } = counter.tells(`08:${minute}`, total);
    floor.ledger.commit([{ kind: "counts", received, ...message }]);
  }
  settle(floor);
  return floor;
}

describe("the clock of a day", () => {
  it.each(Object.entries(lateChanges()))(
    "[RP7] [RP8] moves by what changes it late: %s",
    (_, change) => {
      const floor = openMonday();
      const before = tell(floor);
      change(floor);
      settle(floor);
      const after = tell(floor);

      expect(after.get(MONDAY)?.body).not.toBe(before.get(MONDAY)?.body);
      expect(after.get(MONDAY)?.clock).toBeGreaterThan(before.get(MONDAY)?.clock ?? 0);
      const { days } = readsOf(floor.sqlite).readDayMarks({ from: MONDAY, to: MONDAY });
      expect(days[0]?.version).toBeGreaterThan(1);
      expect(days[0]?.changedAt).toBe(at("2026-11-24 09:00"));
    },
  );

  it.each(Object.entries(lateChanges()).slice(0, 3))(
    "[RP7] moves again when it is taken back: %s",
    (_, change) => {
      const floor = openMonday();
      change(floor);
      const key = floor.sqlite.prepare("SELECT key FROM acts ORDER BY n DESC").pluck().get();
      const before = tell(floor);
      const undo = { ...head("S1", "2026-11-24 09:05"), undoes: String(key) };
      act({ kind: "undo", body: undo }, "2026-11-24 09:05")(floor);
      settle(floor);
      const after = tell(floor);
      expect(after.get(MONDAY)?.body).not.toBe(before.get(MONDAY)?.body);
      expect(unnoticed(before, after)).toEqual([]);
    },
  );

  it("[RP8] counts nothing while the day goes on, and nothing that changed another day", () => {
    const floor = openMonday();
    const versionOf = () =>
      readsOf(floor.sqlite).readDayMarks({ from: MONDAY, to: MONDAY }).days[0]?.version;
    expect(versionOf()).toBe(1);
    act(
      { kind: "scan", body: { ...head("S2", "2026-11-24 08:05"), code: codeOf(2) } },
      "2026-11-24 08:05",
    )(floor);
    expect(versionOf()).toBe(1);
    floor.ledger.rebuild();
    expect(versionOf()).toBe(1);
  });

  it("[RP8] is told when the work of a day ends, once", () => {
    const floor = openMonday();
    const markOf = () => readsOf(floor.sqlite).readDayMarks({ from: MONDAY, to: MONDAY }).days[0];
    const { clock = 0 } = markOf() ?? {};
    floor.ledger.reports.endDays(at("16:59"));
    expect(markOf()?.clock).toBe(clock);
    floor.ledger.reports.endDays(at("17:01"));
    const ended = markOf();
    expect(ended).toMatchObject({ version: 1, changedAt: at("17:01"), endsAt: at("17:00") });
    expect(ended?.clock).toBeGreaterThan(clock);
    floor.ledger.reports.endDays(at("17:02"));
    expect(markOf()).toEqual(ended);
  });

  it("[RP7] moves whenever what the day came to changes, on any floor", () => {
    fc.assert(
      fc.property(happenings({ isOffline: false, hasTies: true }), (acts) => {
        const floor = openFloorLedger();
        let before = tell(floor);
        for (const { request, received } of asHeard(acts)) {
          floor.ledger.act(request, { received, isAdmin: true });
          settle(floor);
          const after = tell(floor);
          expect(unnoticed(before, after)).toEqual([]);
          before = after;
        }
      }),
      runs,
    );
  });

  it("[RP7] moves when somebody who never badged out has other hours, and when things are called otherwise", () => {
    const floor = openMonday();
    const badge = { ...head("S3", "08:00"), badge: "PX412F", direction: "in" as const };
    act({ kind: "badge", body: badge }, "08:00")(floor);
    const before = tell(floor);
    const pattern = [{ days: [1], from: "08:00", to: "12:00" }];
    const operators = [{ id: "fleur", pseudonym: "Fleur", badge: 412, pattern }];
    floor.ledger.catalogue.putCatalogue({ operators }, at("2026-11-24 09:00"));
    const after = tell(floor);
    expect(after.get(MONDAY)?.body).not.toBe(before.get(MONDAY)?.body);
    expect(unnoticed(before, after)).toEqual([]);

    const [style] = readsOf(floor.sqlite).readStyles();
    const styles = [{ ...style!, name: "Polo d’été" }];
    floor.ledger.catalogue.putCatalogue({ styles }, at("2026-11-24 09:01"));
    const named = tell(floor).get(MONDAY);
    expect(named?.clock).toBeGreaterThan(after.get(MONDAY)?.clock ?? 0);
  });

  it("[RP7] would show a change that nothing tells of", () => {
    const floor = openMonday();
    act(
      {
        kind: "finish",
        body: {
          ...head("S2", "08:40"),
          code: codeOf(2),
          operation: "20",
          good: 9,
          rework: 0,
          second: 0,
          scrap: 1,
          offline: true,
        },
      },
      "09:00",
    )(floor);
    settle(floor);
    const before = tell(floor);
    floor.sqlite.exec("UPDATE outcomes SET scrap = scrap + 1");
    expect(unnoticed(before, tell(floor))).toEqual([MONDAY]);
  });
});
