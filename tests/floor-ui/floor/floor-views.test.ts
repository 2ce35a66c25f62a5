import { CAUSES } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { QuarantineRow } from "../../../floor-ui/src/data/floor/rows.ts";
import { deviceMatters, matterId } from "../../../floor-ui/src/pages/floor/devices-view.ts";
import { endOfMark, stopUnderWay } from "../../../floor-ui/src/pages/floor/station-stop.ts";
import {
  causeButtons,
  isSpan,
  nextAtStation,
  parseScope,
  toExplain,
} from "../../../floor-ui/src/pages/floor/stops-view.ts";
import { computedTarget, parseAmount } from "../../../floor-ui/src/pages/floor/target-form.ts";
import { fieldTime, momentOfTime } from "../../../floor-ui/src/pages/floor/time-of-day.ts";
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

  it("[FL7] can be put together with the next one of the same station, when there is one", () => {
    const other = stopRow({ stationId: "S03", from: at("10:21") });
    const next = stopRow({ from: at("10:30"), to: at("10:36") });
    const after = stopRow({ from: at("11:10"), to: null });
    expect(nextAtStation(stopRow(), [after, other, next, stopRow()])).toBe(next);
    expect(nextAtStation(after, [next, after])).toBeNull();
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
