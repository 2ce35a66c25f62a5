import { createTimeline, formatDay, type Plan, parseDay, shiftsOf } from "@trame/shared";
import { describe, expect, it } from "vitest";

const PARIS = "Europe/Paris";
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const NIGHT = {
  days: EVERY_DAY,
  from: "22:00",
  to: "06:00",
  breaks: [
    { from: "23:45", to: "00:15" },
    { from: "03:00", to: "03:30" },
  ],
};

function dayOf(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(text);
  return day;
}

function timelineOf(shifts: Plan["calendar"]["shifts"], timeZone = PARIS) {
  const plan = { workshop: { name: "A", timeZone }, calendar: { shifts }, lines: [], devices: [] };
  return createTimeline([{ from: Date.parse("2026-01-01T00:00Z"), plan }]);
}

/** The working day of a moment, as a date. */
function workingDay(shifts: Plan["calendar"]["shifts"], moment: string): string | null {
  const slot = timelineOf(shifts).slotAt(Date.parse(moment));
  return slot && formatDay(slot.day);
}

function spanText({ from, to }: { from: number; to: number }): string {
  return [from, to].map((ms) => new Date(ms).toISOString().slice(5, 16)).join(" ");
}

describe("a shift", () => {
  it("[K1] whose end is not after its beginning ends the next day, with its breaks where they fall", () => {
    const [shift] = shiftsOf({ shifts: [NIGHT] }, PARIS, dayOf("2026-11-23"));

    expect({ span: spanText(shift!.span), windows: shift!.windows.map(spanText) }).toEqual({
      span: "11-23T21:00 11-24T05:00",
      windows: ["11-23T21:00 11-23T22:45", "11-23T23:15 11-24T02:00", "11-24T02:30 11-24T05:00"],
    });
  });

  it("[K1] that begins and ends at the same time lasts a day", () => {
    const round = [{ days: EVERY_DAY, from: "06:00", to: "06:00" }];
    const [shift] = shiftsOf({ shifts: round }, PARIS, dayOf("2026-11-23"));

    expect(spanText(shift!.span)).toBe("11-23T05:00 11-24T05:00");
  });

  it("[K2] is worked but for its breaks, on its days only", () => {
    const day = [
      { days: [1], from: "08:00", to: "17:00", breaks: [{ from: "12:00", to: "13:00" }] },
    ];
    const timeline = timelineOf(day);

    expect(timeline.windowsOf(dayOf("2026-11-23")).map(spanText)).toEqual([
      "11-23T07:00 11-23T11:00",
      "11-23T12:00 11-23T16:00",
    ]);
    expect(timeline.windowsOf(dayOf("2026-11-24"))).toEqual([]);
  });

  it.each([
    ["longer", "2026-10-24", 9],
    ["shorter", "2026-03-28", 7],
  ])("[K5] of the night when the clock changes is an hour %s", (_, day, hours) => {
    const [shift] = shiftsOf({ shifts: [{ ...NIGHT, breaks: [] }] }, PARIS, dayOf(day));

    expect((shift!.span.to - shift!.span.from) / 3_600_000).toBe(hours);
  });
});

describe("a moment", () => {
  it("[K3] inside a shift belongs to the day on which the shift began, any other to its date", () => {
    const days = ["20:59:59", "21:00:00", "23:30:00"].map((time) =>
      workingDay([NIGHT], `2026-11-23T${time}Z`),
    );
    const next = ["04:59:59", "05:00:00"].map((time) => workingDay([NIGHT], `2026-11-24T${time}Z`));

    expect(days).toEqual(["2026-11-23", "2026-11-23", "2026-11-23"]);
    expect(next).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("[K4] at the boundary of two shifts belongs to the one that begins", () => {
    const shifts = [
      { days: EVERY_DAY, from: "21:30", to: "05:30" },
      { days: EVERY_DAY, from: "05:30", to: "13:30" },
    ];

    expect(workingDay(shifts, "2026-11-24T04:29:59.999Z")).toBe("2026-11-23");
    expect(workingDay(shifts, "2026-11-24T04:30:00.000Z")).toBe("2026-11-24");
  });

  it("[K4] lies in a slot that ends where the day, the hour or the shift does", () => {
    const slot = timelineOf([{ days: EVERY_DAY, from: "05:30", to: "13:30" }]).slotAt(
      Date.parse("2026-11-24T04:10Z"),
    );

    expect(slot && { ...slot, day: formatDay(slot.day), span: spanText(slot) }).toMatchObject({
      day: "2026-11-24",
      hour: Date.parse("2026-11-24T04:00Z"),
      span: "11-24T04:00 11-24T04:30",
    });
  });

  it.each([
    ["25 hours in autumn", "2026-10-25", 25],
    ["23 hours in spring", "2026-03-29", 23],
    ["24 hours otherwise", "2026-11-23", 24],
  ])("[K5] lies in one of %s", (_, day, count) => {
    const timeline = timelineOf([]);
    const noon = Date.parse(`${day}T12:00Z`);
    const hours = new Set<number>();
    for (let at = noon - 86_400_000; at < noon + 86_400_000; at += 900_000) {
      const slot = timeline.slotAt(at);
      if (slot?.day === dayOf(day)) hours.add(slot.hour);
    }

    expect(hours.size).toBe(count);
  });

  it("[K5] has hours of its zone, also where they begin at half past in Greenwich", () => {
    const slot = timelineOf([], "Asia/Kolkata").slotAt(Date.parse("2026-11-23T05:45Z"));

    expect(slot?.hour).toBe(Date.parse("2026-11-23T05:30Z"));
  });

  it("[N1] before the first plan has no slot", () => {
    expect(timelineOf([]).slotAt(Date.parse("2025-12-31T23:59Z"))).toBeNull();
  });
});

describe("a day", () => {
  it.each(["2026-02-30", "2026-2-3", "today", "", "1999-12-31", "2200-01-01", "9999-12-31"])(
    "[K6] that is none, or of another age, is not read: %s",
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it("[K6] is written whole, also where none would be read", () => {
    const days = [dayOf("2000-01-01"), dayOf("2199-12-31")];
    expect(days.map(formatDay)).toEqual(["2000-01-01", "2199-12-31"]);
    expect([formatDay(dayOf("2000-01-01") - 1), formatDay(2_932_897)]).toEqual([
      "1999-12-31",
      "+010000-01-01",
    ]);
  });

  it("[K6] is written as it was read", () => {
    expect(formatDay(dayOf("2028-02-29"))).toBe("2028-02-29");
  });
});
