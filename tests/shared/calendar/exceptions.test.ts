import {
  type Calendar,
  calendarDay,
  createTimeline,
  findPlanFaults,
  formatDay,
  type Plan,
  parseDay,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

const DAY_SHIFT = { from: "08:00", to: "17:00", breaks: [{ from: "12:00", to: "13:00" }] };
const NIGHT_SHIFT = { from: "22:00", to: "06:00" };
const WEEK = [1, 2, 3, 4, 5];

function dayOf(text: string): number {
  return parseDay(text) ?? Number.NaN;
}

function planOf(calendar: Calendar): Plan {
  const workshop = { name: "A", timeZone: "Europe/Paris" };
  return { workshop, calendar, lines: [], devices: [] };
}

function timelineOf(calendar: Calendar) {
  return createTimeline([{ from: Date.parse("2026-01-01T00:00Z"), plan: planOf(calendar) }]);
}

/** Working time of a day, in Greenwich. */
function windowsOf(calendar: Calendar, day: string): string[] {
  return timelineOf(calendar)
    .windowsOf(dayOf(day))
    .map(({ from, to }) =>
      [from, to].map((ms) => new Date(ms).toISOString().slice(5, 16)).join(" "),
    );
}

function faultsOf(calendar: Calendar) {
  return findPlanFaults(planOf(calendar)).map(({ code, path }) => `${code} ${path}`);
}

describe("a day", () => {
  const calendar: Calendar = {
    shifts: [{ days: WEEK, ...DAY_SHIFT }],
    holidays: "FR",
    exceptions: [
      { day: "2026-05-08", label: "Livraison", shifts: [{ from: "08:00", to: "12:00" }] },
      { day: "2026-12-24", shifts: [] },
      { day: "2026-12-05", label: "Récupération", shifts: [DAY_SHIFT] },
    ],
  };
  const kindOf = (day: string) => calendarDay(calendar, dayOf(day)).kind;

  it("[K7] is what its exception says, else a holiday, else its weekday", () => {
    const days = ["2026-05-07", "2026-05-08", "2026-05-14", "2026-05-16", "2026-12-24"];

    expect(days.map(kindOf)).toEqual(["working", "exception", "holiday", "off", "exception"]);
    expect(calendarDay(calendar, dayOf("2026-05-08")).label?.fr).toBe("Livraison");
    expect(calendarDay(calendar, dayOf("2026-05-14")).label?.en).toBe("Ascension Day");
    expect(calendarDay(calendar, dayOf("2026-12-24")).label).toBeNull();
  });

  it("[K7] has the working time of its exception, and none on a holiday", () => {
    expect(windowsOf(calendar, "2026-05-08")).toEqual(["05-08T06:00 05-08T10:00"]);
    expect(windowsOf(calendar, "2026-05-14")).toEqual([]);
    expect(windowsOf(calendar, "2026-12-24")).toEqual([]);
    expect(windowsOf(calendar, "2026-12-05")).toEqual([
      "12-05T07:00 12-05T11:00",
      "12-05T12:00 12-05T16:00",
    ]);
  });

  it("[K7] is worked on a holiday where no holidays are set", () => {
    const { holidays: _, ...without } = calendar;

    expect(calendarDay(without, dayOf("2026-05-14")).kind).toBe("working");
  });

  it("[K7] has its night shift whole: the holiday's is not worked, the one before it is", () => {
    const night: Calendar = { shifts: [{ days: WEEK, ...NIGHT_SHIFT }], holidays: "FR" };
    const slot = timelineOf(night).slotAt(Date.parse("2026-05-14T03:00+02:00"));

    expect(windowsOf(night, "2026-05-13")).toEqual(["05-13T20:00 05-14T04:00"]);
    expect(windowsOf(night, "2026-05-14")).toEqual([]);
    expect(slot && formatDay(slot.day)).toBe("2026-05-13");
  });
});

describe("an exceptional night", () => {
  it("[K7] belongs whole to the day on which it begins, though the next is a day off", () => {
    const exceptions = [{ day: "2026-11-28", label: "Urgence", shifts: [NIGHT_SHIFT] }];
    const timeline = timelineOf({ shifts: [{ days: WEEK, ...DAY_SHIFT }], exceptions });
    const dayAt = (moment: string): string => {
      return formatDay(timeline.slotAt(Date.parse(moment))?.day ?? Number.NaN);
    };

    const moments = ["2026-11-28T21:59", "2026-11-29T05:59", "2026-11-29T06:00"];
    expect(moments.map((moment) => dayAt(`${moment}:00+01:00`))).toEqual([
      "2026-11-28",
      "2026-11-28",
      "2026-11-29",
    ]);
  });
});

describe("an exception", () => {
  const week = { days: WEEK, ...DAY_SHIFT };
  const on = (day: string, ...shifts: { from: string; to: string }[]) => ({ day, shifts });

  it("[K9] may bring a night shift that ends before the next day begins", () => {
    const exceptions = [on("2026-11-27", { from: "23:00", to: "06:00" })];

    expect(faultsOf({ shifts: [week], exceptions })).toEqual([]);
  });

  it("[K9] of a day that is none, or that comes twice, is refused", () => {
    const exceptions = [on("2026-02-30"), on("2026-11-27"), on("2026-11-27")];

    expect(faultsOf({ shifts: [week], exceptions })).toEqual([
      "exception-day-invalid /calendar/exceptions/0/day",
      "exception-duplicate /calendar/exceptions/2/day",
    ]);
  });

  it("[K9] whose night reaches into the next day's shift is refused", () => {
    const exceptions = [on("2026-11-26", { from: "22:00", to: "08:01" })];

    expect(faultsOf({ shifts: [week], exceptions })).toEqual([
      "exception-overlaps /calendar/exceptions/0/shifts/0",
    ]);
    const beforeWeekend = [on("2026-11-27", { from: "22:00", to: "08:01" })];
    expect(faultsOf({ shifts: [week], exceptions: beforeWeekend })).toEqual([]);
  });

  it("[K9] that begins while the night before goes on is refused, unless that is a holiday's", () => {
    const shifts = [{ days: WEEK, ...NIGHT_SHIFT }];
    const early = { from: "05:00", to: "12:00" };

    expect(faultsOf({ shifts, exceptions: [on("2026-05-09", early)] })).toEqual([
      "exception-overlaps /calendar/exceptions/0/shifts/0",
    ]);
    expect(faultsOf({ shifts, holidays: "FR", exceptions: [on("2026-05-09", early)] })).toEqual([]);
  });

  it("[K9] that meets another exception is refused once", () => {
    const exceptions = [
      on("2026-11-28", { from: "20:00", to: "04:00" }),
      on("2026-11-29", { from: "03:00", to: "09:00" }, { from: "08:00", to: "10:00" }),
    ];

    expect(faultsOf({ shifts: [week], exceptions })).toEqual([
      "exception-overlaps /calendar/exceptions/1/shifts/0",
      "shifts-overlap /calendar/exceptions/1/shifts/1",
    ]);
  });

  it("[K9] with a break outside its shift is refused", () => {
    const shifts = [{ from: "08:00", to: "12:00", breaks: [{ from: "11:50", to: "12:10" }] }];

    expect(faultsOf({ shifts: [week], exceptions: [{ day: "2026-11-28", shifts }] })).toEqual([
      "break-outside-shift /calendar/exceptions/0/shifts/0/breaks/0",
    ]);
  });
});
