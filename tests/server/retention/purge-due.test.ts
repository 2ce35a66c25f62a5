import { describe, expect, it } from "vitest";
import { isPurgeDue } from "../../../server/src/retention/purge-due.ts";

const at = (time: string): number => Date.parse(`${time}:00+01:00`);

function isDue(now: string, lastAt: string | null, isWorking = false): boolean {
  const last = lastAt === null ? null : at(lastAt);
  return isPurgeDue({ now: at(now), timeZone: "Europe/Paris", lastAt: last, isWorking });
}

describe("the night's purge", () => {
  it("[RT5] is due at half past three, once", () => {
    expect(isDue("2026-11-24T03:29", "2026-11-23T03:30")).toBe(false);
    expect(isDue("2026-11-24T03:30", "2026-11-23T03:30")).toBe(true);
    expect(isDue("2026-11-24T23:00", "2026-11-24T03:31")).toBe(false);
  });

  it("[RT5] waits for the workshop to rest where the server was off at night, but not for ever", () => {
    expect(isDue("2026-11-24T09:00", "2026-11-23T03:30", true)).toBe(false);
    expect(isDue("2026-11-24T12:10", "2026-11-23T03:30")).toBe(true);
    expect(isDue("2026-11-24T23:30", "2026-11-23T03:30", true)).toBe(true);
    expect(isDue("2026-11-24T12:10", null)).toBe(true);
  });

  it("[RT5] is due where the last one is dated after now, by a clock that was wrong", () => {
    expect(isDue("2026-11-24T04:00", "2027-06-01T03:30")).toBe(true);
  });
});
