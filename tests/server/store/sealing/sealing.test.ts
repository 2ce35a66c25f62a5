import { describe, expect, it } from "vitest";
import { at, type Message, openWorkshop, powerOn, type Workshop } from "../workshop.ts";

const IN_MARCH = "2027-03-15 20:00";
const MINUTES = ["08:00", "08:01", "08:02", "08:03"] as const;

/** What counters said is all older than it is kept. */
function purge({ ledger }: Workshop, now = IN_MARCH): void {
  while (ledger.retention.purgeStep(at(now)).isMore);
}

function rowsIn({ sqlite }: Workshop, ...tables: string[]): number[] {
  return tables.map((table) =>
    Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  );
}

function telling(totals: readonly number[], boot?: string): Message[] {
  const counter = powerOn({ began: "07:59", ...(boot === undefined ? {} : { boot }) });
  return totals.map((pieces, index) => counter.tells(MINUTES[index] ?? "", pieces));
}

/** Sent at a later time by a counter that is still on. */
function sentAt(time: string, { message, ...of }: Message): Message {
  return { ...of, message: { ...message, up: at(time) - at("07:59") } };
}

/** A counter told three pieces on the Monday, and nobody asks for its samples any more. */
function openSealed(): Workshop {
  const workshop = openWorkshop();
  workshop.receive(telling([0, 1, 2, 3]));
  purge(workshop);
  return workshop;
}

describe("samples that are older than they are kept", () => {
  it("[SL1] go from every table, packed or not, and what they added stays in its hour", () => {
    const workshop = openWorkshop();
    workshop.receive(telling([0, 1, 1, 1]));
    workshop.restart();
    while (workshop.ledger.thinSome(at("2026-12-10 20:00")));
    const before = workshop.byHour();

    purge(workshop);

    expect(rowsIn(workshop, "samples", "thinned", "parts", "inbox")).toEqual([0, 0, 0, 0]);
    expect([workshop.byHour(), before]).toEqual([{ "S1 08:00": 1 }, { "S1 08:00": 1 }]);
    expect(workshop.ledger.retention.leftTooOld(at(IN_MARCH))).toEqual({});
  });

  it("[SL1] stay for as long as they are kept, and a week after they came", () => {
    const workshop = openWorkshop();
    workshop.receive(telling([0, 1, 2, 3]));
    purge(workshop, "2027-02-15 20:00");
    expect(rowsIn(workshop, "samples")).toEqual([4]);

    const late = telling([0, 1], "0000000b").map((each) => sentAt("2027-03-14 08:00", each));
    workshop.receive(late, "2027-03-14 08:00");
    purge(workshop);

    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 4 });
    expect(rowsIn(workshop, "samples")).toEqual([2]);
    purge(workshop, "2027-03-24 20:00");
    expect([workshop.byStation(), rowsIn(workshop, "samples")]).toEqual([{ S1: 4 }, [0]]);
  });

  it("[SL9] go a month a night: a clock that stands years ahead takes no more before it is put right", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    workshop.receive([counter.tells("08:00", 1), counter.tells("2027-01-15 08:00", 2)]);

    purge(workshop, "2029-03-15 20:00");

    // Through 31 days from the first on; the last of them is sealed, and its samples stay.
    expect(workshop.ledger.sealing.plansOpenFrom()?.day).toBe("2026-12-24");
    expect([rowsIn(workshop, "samples"), workshop.byStation()]).toEqual([[1], { S1: 2 }]);
    purge(workshop, "2029-03-16 20:00");
    expect(rowsIn(workshop, "samples")).toEqual([0]);
  });

  it("[SL9] are not held up by a day of a clock that once stood decades behind", () => {
    const workshop = openWorkshop();
    const counter = powerOn({ began: "07:59" });
    const days = Array.from(
      { length: 12 },
      (_, day) => `2026-12-${String(day + 1).padStart(2, "0")}`,
    );
    workshop.receive(days.map((day, index) => counter.tells(`${day} 08:00`, index)));
    workshop.sqlite.exec("INSERT INTO days (day, clock, changed_at, version) VALUES (3, 1, 0, 1)");

    purge(workshop);

    expect([rowsIn(workshop, "samples"), workshop.byStation()]).toEqual([[0], { S1: 11 }]);
  });

  it("[SL4] leave a boot that counts on from what it had reached, also after a restart", () => {
    const workshop = openSealed();
    workshop.restart();
    const counter = powerOn({ began: "07:59" });

    workshop.receive([counter.tells("2027-03-15 20:01", 5, { seq: 5 })]);

    expect(workshop.byDay()).toEqual({ "S1 2026-11-23": 3, "S1 2027-03-15": 2 });
  });

  it("[SL5] are set aside with a sentence when they come again, and count nothing", () => {
    const workshop = openSealed();
    const again = telling([0, 1]).map((each) => sentAt(IN_MARCH, each));

    workshop.receive(again.slice(1), IN_MARCH);

    expect(workshop.quarantined().map(({ fault }) => fault)).toEqual(["sample-sealed"]);
    expect(workshop.byStation()).toEqual({ S1: 3 });
  });

  it("[SL5] [C13] are not taken for those of a counter that began again under the same boot id", () => {
    const workshop = openSealed();
    const again = powerOn({ began: "2027-03-15 19:50" });

    workshop.receive([again.tells("2027-03-15 19:51", 0), again.tells("2027-03-15 19:52", 1)]);

    expect([workshop.byStation(), workshop.quarantined()]).toEqual([{ S1: 4 }, []]);
  });

  it("[SL5] leave a place in time to what was read at the counter meanwhile, and came late", () => {
    const workshop = openSealed();
    const { message, ...of } = powerOn({ began: "07:59" }).scans("08:02", "118-1", IN_MARCH);
    const readAs = (seq: number) => ({
      ...of,
      message: { ...message, events: message.events.map((event) => ({ ...event, seq })) },
    });

    // Among the samples that have gone, and above them all, which were taken until 08:03.
    workshop.ledger.commit([readAs(2), readAs(5)]);

    const read = workshop.sqlite.prepare("SELECT seq, at FROM events ORDER BY seq").raw().all();
    expect(read).toEqual([
      [2, at("08:02")],
      [5, at("08:03")],
    ]);
  });

  it("[SL6] stay while a person has to judge a jump, and go once that is done", () => {
    const workshop = openWorkshop();
    workshop.receive(telling([0, 1, 5_001, 5_002]));
    purge(workshop);
    expect(workshop.holds().map(({ seq }) => seq)).toEqual([3]);
    expect(rowsIn(workshop, "samples")).toEqual([2]);
    expect(workshop.ledger.retention.leftTooOld(at(IN_MARCH))).toEqual({});

    workshop.ledger.judge({ bootId: 1, seq: 3 }, { isAccepted: true, now: at(IN_MARCH) });
    purge(workshop, "2027-03-16 20:00");

    expect(workshop.byStation()).toEqual({ S1: 5_002 });
    expect(rowsIn(workshop, "samples", "parts")).toEqual([0, 0]);
  });

  it("[SL7] let no plan hold from before", () => {
    const workshop = openWorkshop();
    expect(workshop.ledger.sealing.plansOpenFrom()).toBeNull();
    workshop.receive(telling([0, 1, 2, 3]));

    purge(workshop);

    // 87 days before the purge; the day turns at midnight where nobody works at night.
    expect(workshop.ledger.sealing.plansOpenFrom()).toEqual({
      at: at("2026-12-18 00:00"),
      day: "2026-12-18",
    });
  });

  it("[SL3] are rebuilt from what was put together; negative control: a piece that is missing there is missed", () => {
    const workshop = openSealed();
    const { before, after } = workshop.ledger.rebuild();
    expect([after === before, workshop.byStation()]).toEqual([true, { S1: 3 }]);

    workshop.sqlite.exec("UPDATE sealed_points SET pieces = 2");
    const spoilt = workshop.ledger.rebuild();

    expect([spoilt.after === spoilt.before, workshop.byStation()]).toEqual([false, { S1: 2 }]);
  });
});
