import {
  type CallStepWord,
  type CallWord,
  callOf,
  foldCalls,
  isEscalated,
  isOpenCall,
  repairMinutes,
  responseMinutes,
  sameCall,
  wasEscalated,
} from "@trame/shared";
import { describe, expect, it } from "vitest";

const MINUTE = 60_000;
const NINE = Date.parse("2026-11-23T09:00:00+01:00");
const at = (minute: number): number => NINE + minute * MINUTE;

function call(minute: number, fields: Partial<CallWord> = {}): CallWord {
  return {
    n: minute,
    key: `call-at-${minute}`,
    kind: "call",
    at: at(minute),
    stationId: "S05",
    assignmentId: null,
    call: "mechanic",
    note: null,
    isRaised: true,
    sameAs: null,
    ...fields,
  };
}

function step(kind: CallStepWord["kind"], minute: number, of = "call-at-0"): CallStepWord {
  const key = `${kind}-at-${minute}`;
  return { n: minute, key, kind, at: at(minute), stationId: null, assignmentId: null, call: of };
}

describe("a call", () => {
  it("[CA2] was answered after 4 minutes and repaired in 11", () => {
    // Called at 9:00, somebody goes there at 9:04, it runs again at 9:15.
    const [made] = foldCalls([call(0), step("call-take", 4), step("call-resolve", 15)]);
    expect(made).toEqual({
      key: "call-at-0",
      stationId: "S05",
      call: "mechanic",
      note: null,
      at: at(0),
      takenAt: at(4),
      resolvedAt: at(15),
      isRaised: true,
    });
    expect([responseMinutes(made!), repairMinutes(made!)]).toEqual([4, 11]);
  });

  it("[CA2] has no time for what did not happen", () => {
    const minutes = [[], [step("call-take", 4)], [step("call-resolve", 15)]].map((steps) => {
      const [made] = foldCalls([call(0), ...steps]);
      return [responseMinutes(made!), repairMinutes(made!)];
    });
    expect(minutes).toEqual([
      [null, null],
      [4, null],
      [null, null],
    ]);
  });

  it("[CA2] takes no time below nothing where a tablet told of the call after it was taken", () => {
    const [made] = foldCalls([call(0), step("call-take", -1), step("call-resolve", -2)]);
    expect([responseMinutes(made!), repairMinutes(made!)]).toEqual([0, 0]);
  });

  it("[CA2] is answered by the first of two who say so without the network", () => {
    const [made] = foldCalls([call(0), step("call-take", 6), step("call-take", 3)]);
    expect(made?.takenAt).toBe(at(3));
  });

  it("[CA4] pressed again is the same, and as old as the oldest", () => {
    const again = call(3, { sameAs: "call-at-5" });
    const calls = foldCalls([call(5), again]);
    expect(calls.map(({ key, at: made }) => [key, made])).toEqual([["call-at-5", at(3)]]);
  });

  it("[CA4] made once and pressed again stays open for whoever pressed it when the first is undone", () => {
    const [first, second] = [call(1, { sameAs: "call-at-0" }), call(2, { sameAs: "call-at-1" })];
    const calls = foldCalls([first, second, step("call-take", 4)]);
    expect(calls).toMatchObject([{ key: "call-at-1", at: at(1), takenAt: at(4) }]);
    expect(callOf([first, second], "call-at-2")).toMatchObject({ key: "call-at-1" });
    expect(callOf([first, second], "call-at-0")).toBeNull();
  });

  it("[CA4] is another once it is resolved, of another kind, or at another station", () => {
    const [open] = foldCalls([call(0)]);
    const [over] = foldCalls([call(0), step("call-resolve", 15)]);
    const asked = { stationId: "S05", call: "mechanic", at: at(20) } as const;
    expect(sameCall([open!], asked)?.key).toBe("call-at-0");
    expect(sameCall([over!], { ...asked, at: at(10) })?.key).toBe("call-at-0");
    expect([
      sameCall([over!], asked),
      sameCall([open!], { ...asked, call: "quality" }),
      sameCall([open!], { ...asked, stationId: "S06" }),
      sameCall([{ ...open!, isRaised: false }], asked),
    ]).toEqual([null, null, null, null]);
  });

  it("[CA9] that was told too late is open for nobody", () => {
    const open = foldCalls([call(0, { isRaised: false }), call(1)]).filter(isOpenCall);
    expect(open.map(({ key }) => key)).toEqual(["call-at-1"]);
  });
});

describe("escalation", () => {
  it("[CA3] comes at the end of the delay, to the millisecond, and never once somebody goes", () => {
    const row = { takenAt: null, escalatesAt: at(5) };
    expect(isEscalated(row, at(5) - 1)).toBe(false);
    expect(isEscalated(row, at(5))).toBe(true);
    expect(isEscalated({ takenAt: at(2), escalatesAt: null }, at(90))).toBe(false);
  });

  it("[CA3] stays in the list of a day when somebody went after the delay", () => {
    const asked = { now: at(60), escalateAfterMinutes: 5 };
    const times = { at: at(0), takenAt: null, resolvedAt: null };
    expect([
      wasEscalated({ ...times, takenAt: at(4) }, asked),
      wasEscalated({ ...times, takenAt: at(5) }, asked),
      wasEscalated({ ...times, resolvedAt: at(3) }, asked),
      wasEscalated(times, asked),
      wasEscalated(times, { ...asked, now: at(4) }),
    ]).toEqual([false, true, false, true, false]);
  });
});
