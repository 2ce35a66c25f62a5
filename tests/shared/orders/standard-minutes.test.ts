import { parseStandardMinutes } from "@trame/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("a standard time", () => {
  it.each([
    ["0,42", 0.42],
    ["0.42 min", 0.42],
    ["42 cmn", 0.42],
    ["42cmn", 0.42],
    [" 42,5 CMN ", 0.425],
    ["1,5 mn", 1.5],
    ["12 minutes", 12],
    ["0,4\u00a0min.", 0.4],
    ["1000 min", 1_000],
    ["4.99", 4.99],
  ])("[O2] is read from %j", (text, minutes) => {
    expect(parseStandardMinutes(text)).toEqual({ ok: true, minutes });
  });

  it.each([
    ["", "empty"],
    [" ", "empty"],
    ["42", "unit-missing"],
    ["5", "unit-missing"],
    ["0", "not-positive"],
    ["0 cmn", "not-positive"],
    ["1001 min", "too-long"],
    ["100001 cmn", "too-long"],
    ["-1", "unreadable"],
    ["0,4,2", "unreadable"],
    ["1.234,5", "unreadable"],
    ["0:25", "unreadable"],
    ["1e2", "unreadable"],
    ["42 s", "unreadable"],
    [",42", "unreadable"],
  ])("[O2] is not read from %j: %s", (text, reason) => {
    expect(parseStandardMinutes(text)).toEqual({ ok: false, reason });
  });

  it("[O2] takes the unit of its column, and its own before that", () => {
    expect([
      parseStandardMinutes("42", "cmn"),
      parseStandardMinutes("42", "min"),
      parseStandardMinutes("0,42 min", "cmn"),
    ]).toEqual([
      { ok: true, minutes: 0.42 },
      { ok: true, minutes: 42 },
      { ok: true, minutes: 0.42 },
    ]);
  });

  it("[O2] is the same in minutes and in hundredths, with comma and with point", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (hundredths) => {
        const minutes = (hundredths / 100).toFixed(2);
        const read = parseStandardMinutes(`${hundredths} cmn`);
        expect(read).toEqual({ ok: true, minutes: Number(minutes) });
        expect(parseStandardMinutes(`${minutes} min`)).toEqual(read);
        expect(parseStandardMinutes(`${minutes.replace(".", ",")} min`)).toEqual(read);
      }),
    );
  });
});
