import {
  changeFaults,
  isUpward,
  PRIVACY,
  type PrivacySetting,
  privacyOf,
  settledChange,
  upwardParts,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

const TODAY = "2026-11-23";
const WHY = { reason: "Demandé par l’équipe", since: TODAY };
const CONSULTED = { body: "CSE", date: "2026-11-02" } as const;

function change(parts: Partial<PrivacySetting>, from: PrivacySetting = PRIVACY): PrivacySetting {
  return { ...from, ...parts };
}

const ACCOMPANIED = change({
  ...{ mode: "accompanied", ...WHY, consultation: CONSULTED, supervisorId: "acc-1" },
});

const codes = (after: PrivacySetting, before = PRIVACY) =>
  changeFaults(before, after, TODAY).map(({ code }) => code);

describe("the privacy setting", () => {
  it("[PR1] tells nobody what somebody made until a workshop decides otherwise", () => {
    expect(privacyOf(null)).toEqual({
      ...{ mode: "team", since: null, reason: null, consultation: null, supervisorId: null },
      ...{ stationFigures: true, operationMinutes: false, myDay: false },
      retention: { samplesDays: 90, assignmentsDays: 30, aggregatesYears: 5 },
    });
  });

  it("[PR2] knows each step that tells more of people, or for longer", () => {
    const strict = change({ stationFigures: false });
    const longer = { samplesDays: 91, assignmentsDays: 31, aggregatesYears: 6 };
    expect(upwardParts(strict, change({ mode: "own" }, strict))).toEqual(["mode"]);
    expect(upwardParts(strict, change({ stationFigures: true }, strict))).toEqual([
      "stationFigures",
    ]);
    expect(upwardParts(strict, change({ myDay: true }, strict))).toEqual(["myDay"]);
    expect(upwardParts(strict, change({ operationMinutes: true }, strict))).toEqual([
      "operationMinutes",
    ]);
    expect(upwardParts(ACCOMPANIED, { ...ACCOMPANIED, supervisorId: "acc-2" })).toEqual([
      "supervisorId",
    ]);
    expect(upwardParts(strict, change({ retention: longer }, strict))).toEqual([
      ...["samplesDays", "assignmentsDays", "aggregatesYears"],
    ]);
  });

  it("[PR2] lets every step down be taken without a reason", () => {
    const open = { ...ACCOMPANIED, myDay: true };
    const down = change({
      stationFigures: false,
      retention: { ...PRIVACY.retention, samplesDays: 30 },
    });
    expect([isUpward(open, down), codes(down, open)]).toEqual([false, []]);
  });

  it("[PR2] refuses a step up without a reason, and without the day from which it holds", () => {
    const bare = change({ mode: "own" });
    expect(changeFaults(PRIVACY, bare, TODAY)).toEqual([
      { code: "privacy-reason", path: "/reason" },
      { code: "privacy-date", path: "/since" },
    ]);
    expect(codes(change({ ...WHY, reason: "  ", myDay: true }))).toEqual(["privacy-reason"]);
    expect(codes(change({ ...WHY, mode: "own" }))).toEqual([]);
  });

  it("[PR2] takes the reason of the last step up for no other one", () => {
    const own = change({ ...WHY, mode: "own" });
    expect(codes({ ...own, myDay: true }, own)).toEqual(["privacy-reason"]);
    expect(codes({ ...own, myDay: true, reason: ` ${WHY.reason} ` }, own)).toEqual([
      "privacy-reason",
    ]);
    expect(codes({ ...own, myDay: true, reason: "Pour lire sa journée" }, own)).toEqual([]);
  });

  it("[PR2] takes no day that is none, that is to come, or that is before the last change", () => {
    const own = change({ ...WHY, mode: "own" });
    const on = (since: string, before = PRIVACY) =>
      codes({ ...own, myDay: true, reason: "Pour lire sa journée", since }, before);
    expect([on("2026-02-30"), on("2026-11-24"), on("2026-11-20")]).toEqual([
      ...[["privacy-date"], ["privacy-date"], []],
    ]);
    expect(on("2026-11-22", own)).toEqual(["privacy-date"]);
  });

  it("[PR3] accompanies nobody before a consultation is on record and one supervisor is named", () => {
    expect(codes(ACCOMPANIED)).toEqual([]);
    expect(codes({ ...ACCOMPANIED, consultation: null, supervisorId: null })).toEqual([
      ...["privacy-consultation", "privacy-supervisor"],
    ]);
    expect(codes({ ...ACCOMPANIED, consultation: { ...CONSULTED, body: null } })).toEqual([
      "privacy-consultation",
    ]);
    expect(codes({ ...ACCOMPANIED, consultation: { ...CONSULTED, date: "2026-11-24" } })).toEqual([
      "privacy-consultation",
    ]);
    expect(codes(change({ ...WHY, mode: "own", supervisorId: "acc-1" }))).toEqual([
      "privacy-supervisor-alone",
    ]);
  });

  it("[PR12] tells minutes of fewer than four people after a consultation alone", () => {
    const minutes = change({ ...WHY, operationMinutes: true });
    expect(codes(minutes)).toEqual(["privacy-consultation"]);
    expect(codes({ ...minutes, consultation: { body: "CVS", date: "2026-11-24" } })).toEqual([
      "privacy-consultation",
    ]);
    const decided = { ...minutes, consultation: CONSULTED };
    expect([codes(decided), codes({ ...decided, reason: null })]).toEqual([[], ["privacy-reason"]]);
    expect(codes({ ...decided, operationMinutes: false, reason: null }, decided)).toEqual([]);
  });

  it("[PR12] does not tell them where a setting was written before there was this choice", () => {
    const { operationMinutes: _, ...before } = PRIVACY;
    expect(privacyOf(JSON.stringify({ ...before, mode: "own" }))).toEqual({
      ...{ ...PRIVACY, mode: "own" },
    });
  });

  it("[PR2] keeps what a step up was for when something is taken down, and dates the step down itself", () => {
    const own = change({ mode: "own", reason: "Demandé", since: "2026-11-02" });
    const down = settledChange(
      own,
      { ...own, stationFigures: false, reason: "x", since: null },
      TODAY,
    );
    expect(down).toEqual({ ...own, stationFigures: false, since: TODAY });
    expect(settledChange(own, { ...own, reason: null, since: null }, TODAY)).toEqual(own);
  });
});
