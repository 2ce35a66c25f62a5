import { CAUSES } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { QuarantineRow } from "../../../floor-ui/src/data/floor/rows.ts";
import { floorWords } from "../../../floor-ui/src/i18n/floor-words.ts";
import { createI18n } from "../../../floor-ui/src/i18n/i18n.ts";
import { deviceMatters, matterId } from "../../../floor-ui/src/pages/floor/devices-view.ts";
import { firstOpen, keepPlaces } from "../../../floor-ui/src/pages/floor/row-places.ts";
import { endOfMark, stopUnderWay } from "../../../floor-ui/src/pages/floor/station-stop.ts";
import {
  causeButtons,
  heldThere,
  isSpan,
  nextAtStation,
  parseScope,
  shownLength,
  toExplain,
  worthARow,
} from "../../../floor-ui/src/pages/floor/stops-view.ts";
import {
  computedTarget,
  fieldAmount,
  parseAmount,
} from "../../../floor-ui/src/pages/floor/target-form.ts";
import {
  comingMomentOfTime,
  fieldTime,
  momentOfTime,
} from "../../../floor-ui/src/pages/floor/time-of-day.ts";
import { reachedText } from "../../../floor-ui/src/pages/floor/upkeep-view.ts";
import { deviceRow, stopRow } from "../../browser/support/fake-supervision.ts";
import { at } from "../../browser/support/rows.ts";
import { sceneAt } from "../support/scene.ts";

describe("stops of the supervisor's page", () => {
  it("[FL7] are asked about as long as they need a cause, the latest first", () => {
    const early = stopRow({ from: at("09:41"), to: at("09:46") });
    const explained = stopRow({ from: at("11:00"), cause: "thread", needsCause: false });
    expect(toExplain([early, explained, stopRow()])).toEqual([stopRow(), early]);
  });

  it("[FL7] have five causes on buttons, and the rest behind one more; six fit as they are", () => {
    const codes = (of: typeof CAUSES) => causeButtons(of).first.map(({ code }) => code);
    expect(codes(CAUSES)).toEqual(["machine", "material", "quality", "thread", "support"]);
    expect(causeButtons(CAUSES).hasMore).toBe(true);
    expect(codes(CAUSES.slice(0, 6))).toHaveLength(6);
    expect(causeButtons(CAUSES.slice(0, 6)).hasMore).toBe(false);
  });

  it("[FL20] can be put together with the very next one of the station, when little work lies between", () => {
    const windows = [{ from: at("08:00"), to: at("12:00") }];
    const next = stopRow({ from: at("10:30"), to: at("10:36") });
    const after = stopRow({ from: at("11:10"), to: null });
    const other = stopRow({ stationId: "S03", from: at("10:21") });
    const stops = [after, other, next, stopRow()];
    expect(nextAtStation(stopRow(), { stops, windows })).toEqual({ stop: next, between: 10 });
    // 10:36 to 11:10: what was made meanwhile is not to be swallowed.
    expect(nextAtStation(next, { stops, windows })).toBeNull();
    expect(nextAtStation(after, { stops, windows })).toBeNull();
    // A break is no work: of these 34 minutes 15 are.
    const pause = [
      { from: at("08:00"), to: at("10:45") },
      { from: at("11:04"), to: at("12:00") },
    ];
    expect(nextAtStation(next, { stops, windows: pause })).toEqual({ stop: after, between: 15 });
  });

  it("[FL20] are never put together with support, nor over it", () => {
    const windows = [{ from: at("08:00"), to: at("12:00") }];
    const helped = stopRow({
      ...{ from: at("10:21"), to: at("10:24"), state: "support", class: "support" },
      ...{ cause: "support", needsCause: false },
    });
    const stops = [stopRow(), helped, stopRow({ from: at("10:25"), to: at("10:33") })];
    expect(nextAtStation(stopRow(), { stops, windows })).toBeNull();
    expect(nextAtStation(helped, { stops, windows })).toBeNull();
  });

  it("[FL21] of less than a minute have no row once they are over", () => {
    const short = { needsCause: false, minutes: 0.4, from: at("11:27"), to: at("11:27") + 24_000 };
    const blink = stopRow(short);
    const begun = stopRow({ ...short, to: null });
    expect(worthARow([blink, begun, stopRow()])).toEqual([begun, stopRow()]);
  });

  it("[FL21] are as long as the times beside them tell, unless a break lies between", () => {
    const minutes = (over: Parameters<typeof stopRow>[0]) => shownLength(stopRow(over)) / 60_000;
    const from = at("08:25") + 50_000;
    expect(minutes({ from, to: at("08:30") + 10_000, minutes: 4.33 })).toBe(5);
    expect(minutes({ from: at("09:50"), to: at("10:20"), minutes: 15.2 })).toBe(15);
    expect(minutes({ to: null, minutes: 7.5 })).toBe(7.5);
  });

  it("[FL9] are told with what others said of that station and time", () => {
    const said = stopRow({ from: at("10:12"), to: at("10:18"), cause: "material" });
    const later = stopRow({ from: at("10:30"), to: at("10:36"), cause: "thread" });
    const elsewhere = stopRow({ stationId: "S03", cause: "power" });
    expect(heldThere(stopRow(), [said, later, elsewhere, stopRow()])).toEqual([said]);
  });

  it("[FL22] keep their places while something that was done is told on one of them", () => {
    const [a, b, c] = ["11:20", "11:10", "11:00"].map((from) => stopRow({ from: at(from) }));
    const fresh = stopRow({ from: at("11:30") });
    const longer = { ...b!, minutes: 9 };
    const isA = ({ from }: { readonly from: number }) => from === a!.from;
    const none = () => false;
    const kept = (held: Partial<Parameters<typeof keepPlaces>[2]>) =>
      keepPlaces([a!, b!, c!], [fresh, longer], { isLive: none, isKept: none, ...held });
    expect(kept({ isLive: isA })).toEqual([a, longer, c, fresh]);
    expect(kept({ isKept: isA })).toEqual([fresh, a, longer]);
    expect(kept({})).toEqual([fresh, longer]);
  });

  it("[FL17] are three at once, beside those that are answered", () => {
    const rows = ["11:20", "11:10", "11:00", "10:50", "10:40"].map((from) =>
      stopRow({ from: at(from) }),
    );
    const open = (...answered: number[]) =>
      firstOpen(rows, (row) => !answered.includes(rows.indexOf(row))).map((row) =>
        rows.indexOf(row),
      );
    expect(open()).toEqual([0, 1, 2]);
    expect(open(0)).toEqual([0, 1, 2, 3]);
    expect(open(0, 4)).toEqual([0, 1, 2, 3, 4]);
  });

  it("[FL7] by hand are of a station, a line or the workshop, begun and ended after that", () => {
    expect(["S03", "line L1", "workshop"].map(parseScope)).toEqual([
      { stationId: "S03" },
      { lineId: "L1" },
      { workshop: true },
    ]);
    const now = at("11:35");
    expect(isSpan(at("10:05"), at("10:35"), now)).toBe(true);
    expect(isSpan(at("10:05"), null, now)).toBe(true);
    expect(isSpan(at("10:35"), at("10:05"), now)).toBe(false);
    expect(isSpan(at("11:40"), null, now)).toBe(false);
    expect(isSpan(null, null, now)).toBe(false);
  });

  it("[FL7] that a tap on a station notes begin when it stood still, else now", () => {
    const asOf = at("11:35") + 0.4;
    const waits = { state: "waiting", since: at("11:32") } as const;
    const runs = { state: "running", since: at("11:00") } as const;
    const said = { scope: { stationId: "S03" }, to: null, cause: "machine" };
    expect(stopUnderWay("S03", { now: waits, asOf, cause: "machine" })).toEqual({
      ...said,
      from: at("11:32"),
    });
    expect(stopUnderWay("S03", { now: runs, asOf, cause: "machine" })).toEqual({
      ...said,
      from: at("11:35"),
    });
  });

  it("[FL7] end by a word over the same beginning", () => {
    const mark = {
      key: "mark",
      from: at("11:32"),
      to: null,
      cause: "support",
      class: "support",
      isGroup: false,
    } as const;
    expect(endOfMark({ stationId: "S09", mark }, at("11:35"))).toEqual({
      scope: { stationId: "S09" },
      from: at("11:32"),
      to: at("11:35"),
      cause: "support",
    });
    expect(endOfMark({ stationId: "S09", mark: null }, at("11:35"))).toBeNull();
  });
});

describe("times on the supervisor's page", () => {
  it("[FL7] are those of the workshop's clock", () => {
    const scene = sceneAt("11:35");
    expect(momentOfTime("10:05", scene)).toBe(at("10:05"));
    expect(momentOfTime("16:00", scene)).toBe(at("16:00"));
    expect(fieldTime(at("08:05"), scene)).toBe("08:05");
    for (const none of ["", "10", "noon"]) expect(momentOfTime(none, scene)).toBeNull();
  });

  it("[FL7] of a night belong to the shift that goes on past midnight", () => {
    const windows = [{ from: at("22:00"), to: at("23:00") + 6 * 3_600_000 }];
    const clockHours = Array.from({ length: 7 }, (_, hour) => at("22:00") + hour * 3_600_000);
    const scene = {
      ...sceneAt("11:35", { windows, clockHours }),
      asOf: at("22:00") + 5 * 3_600_000,
    };
    expect(momentOfTime("02:15", scene)).toBe(at("22:00") + 4.25 * 3_600_000);
    expect(momentOfTime("22:30", scene)).toBe(at("22:30"));
  });

  it("[FL7] of a day worked around the clock are that day's, and just past midnight the evening's", () => {
    const midnight = at("00:00");
    const clockHours = Array.from({ length: 24 }, (_, hour) => midnight + hour * 3_600_000);
    const windows = [{ from: midnight, to: midnight + 24 * 3_600_000 }];
    const clockAt = (asOf: number) => ({ ...sceneAt("11:35", { windows, clockHours }), asOf });
    const late = clockAt(at("23:40"));
    for (const time of ["00:10", "10:05", "20:15", "23:30"]) {
      expect(momentOfTime(time, late)).toBe(at(time));
    }
    expect(momentOfTime("23:58", clockAt(at("00:03")))).toBe(at("23:58") - 24 * 3_600_000);
    expect(comingMomentOfTime("20:30", clockAt(at("15:00")))).toBe(at("20:30"));
    expect(comingMomentOfTime("14:30", clockAt(at("15:00")))).toBeNull();
  });

  it("[FL7] that a night has twice mean the later one that is past", () => {
    // 2026-10-25, 03:00 → 02:00 in Paris.
    const first = Date.parse("2026-10-24T20:00Z");
    const clockHours = Array.from({ length: 9 }, (_, hour) => first + hour * 3_600_000);
    const windows = [{ from: first, to: first + 9 * 3_600_000 }];
    const scene = sceneAt("11:35", { windows, clockHours });
    const asOf = (iso: string) => ({ ...scene, asOf: Date.parse(iso) });
    const half = (iso: string) => momentOfTime("02:30", asOf(iso));
    expect(half("2026-10-25T00:40Z")).toBe(Date.parse("2026-10-25T00:30Z"));
    expect(half("2026-10-25T02:00Z")).toBe(Date.parse("2026-10-25T01:30Z"));
  });
});

describe("target on the supervisor's page", () => {
  it("[FL12] is computed before it is kept: 5 760 min × 80 % / 4,8 min = 960", () => {
    expect(computedTarget({ minutes: "5 760", percent: "80", standard: "4,8" })).toEqual({
      of: { personMinutes: 5_760, efficiency: 0.8, standardMinutes: 4.8 },
      pieces: 960,
    });
    expect(computedTarget({ minutes: "5760", percent: "0", standard: "4.8" })).toBeNull();
    expect(computedTarget({ minutes: "", percent: "80", standard: "4.8" })).toBeNull();
    expect(["12", "1\u00a0200", "-3", "x"].map(parseAmount)).toEqual([12, 1_200, null, null]);
  });
});

describe("counters of the supervisor's page", () => {
  it("[FL11] are each told with what is the matter, what loses pieces first", () => {
    const suspect = { id: "1-5", kind: "leap", stationId: "S01", at: 1, pieces: 5_000 } as const;
    const entry: QuarantineRow = { id: 7, deviceId: "b", lastAt: 1, seen: 1, message: "?" };
    const matters = deviceMatters(
      [
        deviceRow({ deviceId: "new", state: "waiting", online: false }),
        deviceRow({ deviceId: "lost", state: "unbound" }),
        deviceRow({ deviceId: "b", openQuarantine: 1, uncertain: 2 }),
        deviceRow({ deviceId: "mute", online: false }),
        deviceRow({ deviceId: "leaps", suspects: [suspect] }),
        deviceRow({ deviceId: "well" }),
      ],
      [entry],
    );
    expect(matters.map(matterId)).toEqual([
      ...["suspect 1-5", "silent mute", "uncertain b", "quarantine 7"],
      ...["waiting new", "unbound lost"],
    ]);
  });
});

describe("a number in a field of the supervisor's page", () => {
  it("[FL12] is written as it is read in its language, and read back as the same", () => {
    const written = ([4368, 3.83, 80] as const).flatMap((value) => [
      fieldAmount(value, "fr"),
      fieldAmount(value, "en"),
    ]);
    expect(written).toEqual(["4\u00a0368", "4368", "3,83", "3.83", "80", "80"]);
    expect(written.map(parseAmount)).toEqual([4368, 4368, 3.83, 3.83, 80, 80]);
    expect(fieldAmount(null, "fr")).toBe("");
  });
});

describe("upkeep on the supervisor's page", () => {
  it("[MC2] is told in the measure of its share: a machine without a counter by days worked", () => {
    const row = {
      ...{ upkeep: "needle" as const, doneAt: null, stitches: null, hours: null, days: 3 },
      ...{ limit: { stitches: 100_000, hours: 8, days: 1 }, share: 3, isDue: true },
    };
    const i18n = floorWords(createI18n("fr", "Europe/Paris"));
    const told = [
      { ...row, measure: "days" as const },
      { ...row, measure: "hours" as const, hours: 9 },
      { ...row, measure: "stitches" as const, hours: 9, stitches: 900 },
    ].map((each) => reachedText(each, i18n));
    expect(told).toEqual(["3\u00a0jours travaillés", "9\u00a0h de marche", "900\u00a0points"]);
  });
});
