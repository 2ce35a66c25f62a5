import { describe, expect, it } from "vitest";
import type { BackupRecord } from "../../../server/src/backup/backup-record.ts";
import { type DueQuestion, dueKind } from "../../../server/src/backup/next-due.ts";

type Made = DueQuestion["backups"][number];

function made(kind: BackupRecord["kind"], at: string, clock = 10): Made {
  const outline = { clock } as BackupRecord["totals"]["outline"];
  return { kind, at: Date.parse(at), totals: { outline } as BackupRecord["totals"] };
}

function dueAt(now: string, backups: readonly Made[], clock = 10) {
  const zone = { timeZone: "Europe/Paris", nightlyAt: "02:30" };
  return dueKind({ now: Date.parse(now), clock, backups, ...zone });
}

const NIGHT = made("nightly", "2026-11-23T02:30:10+01:00");

describe("when a backup is due", () => {
  it("[BK4] a server that has none makes its nightly one at once", () => {
    expect(dueAt("2026-11-23T10:00:00+01:00", [])).toBe("nightly");
  });

  it.each([
    ["2026-11-24T02:29:59+01:00", null],
    ["2026-11-24T02:30:00+01:00", "nightly"],
    ["2026-11-24T08:00:00+01:00", "nightly"],
    ["2026-11-26T08:00:00+01:00", "nightly"],
  ])("[BK4] nightly, at its hour or when the server next runs: %s", (now, due) => {
    expect(dueAt(now, [NIGHT])).toBe(due);
  });

  it.each([
    ["2026-11-23T03:30:09+01:00", 11, null],
    ["2026-11-23T03:30:10+01:00", 11, "hourly"],
    ["2026-11-23T03:30:10+01:00", 10, null],
    ["2026-11-23T20:00:00+01:00", 10, null],
  ])(
    "[BK4] hourly, an hour after the last one, if something changed: %s, clock %i",
    (now, clock, due) => {
      expect(dueAt(now, [NIGHT], clock)).toBe(due);
    },
  );

  it("[BK4] one by hand or before a restore counts as the last one, an uploaded one does not", () => {
    const now = "2026-11-23T15:00:00+01:00";
    const recent = "2026-11-23T14:30:00+01:00";
    expect(dueAt(now, [NIGHT, made("manual", recent)], 11)).toBe(null);
    expect(dueAt(now, [NIGHT, made("before-restore", recent)], 11)).toBe(null);
    expect(dueAt(now, [NIGHT, made("uploaded", recent)], 11)).toBe("hourly");
  });

  it("[BK4] one that is dated in the future, by a clock that was wrong, holds none up", () => {
    const wrong = made("nightly", "2027-05-01T02:30:00+02:00");
    expect(dueAt("2026-11-23T10:00:00+01:00", [wrong])).toBe("nightly");
  });

  it("[BK4] in the night without 02:30 the backup is made, in the one with two of them once", () => {
    const spring = made("nightly", "2026-03-28T02:30:05+01:00");
    expect(dueAt("2026-03-29T01:59:00+01:00", [spring])).toBe(null);
    expect(dueAt("2026-03-29T03:30:00+02:00", [spring])).toBe("nightly");
    const before = made("nightly", "2026-10-24T02:30:05+02:00");
    expect(dueAt("2026-10-25T02:30:00+02:00", [before])).toBe("nightly");
    const first = made("nightly", "2026-10-25T02:30:05+02:00");
    expect(dueAt("2026-10-25T02:30:00+01:00", [before, first])).toBe(null);
  });
});
