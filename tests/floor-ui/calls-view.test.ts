import { describe, expect, it } from "vitest";
import {
  callAlerts,
  callsInOrder,
  heardCalls,
  seeCalls,
} from "../../floor-ui/src/pages/wall/calls-view.ts";
import { callRow } from "../browser/support/full-board.ts";
import { at } from "../browser/support/rows.ts";
import { sceneAt } from "./support/scene.ts";

const call = callRow({ at: at("11:34:55") });

function isNew(time: string, seenAt: ReadonlyMap<string, number>, over = call) {
  const scene = { ...sceneAt(time), stations: [], calls: [over], seenAt };
  return callAlerts(scene, false)[0]?.isNew;
}

describe("call on a wall", () => {
  it("[W31] [FL1] that nobody took comes before those that somebody did, the oldest first", () => {
    const call = (key: string, time: string, takenAt: number | null) =>
      callRow({ key, at: at(time), takenAt });
    const calls = [
      call("taken", "09:00", at("09:02")),
      call("late", "11:20", null),
      call("early", "10:40", null),
    ];
    expect(callsInOrder(calls).map(({ key }) => key)).toEqual(["early", "late", "taken"]);
  });

  it("[W31] is new for ten seconds after it was seen", () => {
    const seenAt = seeCalls(new Map(), [call], at("11:35"));
    expect([isNew("11:35", seenAt), isNew("11:35:10", seenAt)]).toEqual([true, false]);
  });

  it("[W31] is new when a tablet tells of it late, not when the screen is switched on", () => {
    const old = callRow({ at: at("09:00") });
    const late = seeCalls(new Map(), [old], at("11:35"));
    const atStart = seeCalls(null, [old], at("11:35"));
    expect([isNew("11:35", late, old), isNew("11:35", atStart, old)]).toEqual([true, false]);
  });

  it("[W31] keeps the moment at which it was first seen, and forgets it with the call", () => {
    const first = seeCalls(new Map(), [call], at("11:35"));
    const then = seeCalls(first, [call], at("11:36"));
    expect([then.get(call.key), seeCalls(then, [], at("11:37")).size]).toEqual([at("11:35"), 0]);
  });

  it("[W31] is not new once somebody took it", () => {
    const taken = { ...call, takenAt: at("11:35") };
    expect(isNew("11:35", new Map([[call.key, at("11:35")]]), taken)).toBe(false);
  });

  it("[W31] is heard only once it is escalated, and only where the workshop wants it", () => {
    const heard = callRow({ at: at("11:30"), isHeard: true });
    const silent = callRow({ at: at("11:29") });
    const keys = ["11:34", "11:35"].map((time) => heardCalls([heard, silent], at(time)));
    expect(keys).toEqual([[], [heard.key]]);
  });
});
