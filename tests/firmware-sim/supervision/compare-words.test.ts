import {
  createVirtualClock,
  findWordDifferences,
  type Listed,
  listedStop,
  type WordTruth,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { MINUTE, MORNING } from "../workshop-builder.ts";

const from = MORNING;
const to = MORNING + 8 * MINUTE;
const call = { stationId: "S02", call: "mechanic", at: from, takenAt: from + MINUTE } as const;
const stop = { stationId: "S02", from, to, cause: "thread" };
const truth: WordTruth = { calls: [{ ...call, resolvedAt: to }], stops: [stop] };
const windows = [{ from: from - MINUTE, to: to + MINUTE }];
const listed: Listed = { calls: [{ ...call, resolvedAt: to }], stops: [stop], windows };

describe("comparison of calls and stops with a server", () => {
  it("[M27] agrees where each call is listed once, and each stop with its cause, give or take three minutes", () => {
    expect(findWordDifferences(truth, listed)).toEqual([]);
    const late = { ...stop, from: from + 2.9 * MINUTE };
    expect(findWordDifferences(truth, { ...listed, stops: [late] })).toEqual([]);
    const parts = [
      { ...stop, to: from + 3 * MINUTE },
      { ...stop, from: from + 3 * MINUTE, to: null },
    ];
    expect(findWordDifferences(truth, { ...listed, stops: parts })).toEqual([]);
  });

  it("[M27] asks for no stop in a break", () => {
    const broken = [{ from: from - MINUTE, to: from + 2 * MINUTE }];
    expect(findWordDifferences(truth, { ...listed, stops: [], windows: broken })).toEqual([]);
  });

  it("[M27] asks for no wait that nobody explained and that is too short for the list", () => {
    const silent = (minutes: number): WordTruth => ({
      calls: truth.calls,
      stops: [{ ...stop, to: from + minutes * MINUTE, cause: null }],
    });
    const empty = { ...listed, stops: [] };
    expect(findWordDifferences(silent(7.9), empty)).toEqual([]);
    expect(findWordDifferences(silent(8), empty)).toHaveLength(1);
  });

  it("[M27] control: sees a call that is missing, too many, not taken or not over", () => {
    const [made] = listed.calls;
    if (made === undefined) throw new Error("no call");
    const differ = (calls: Listed["calls"]) => findWordDifferences(truth, { ...listed, calls });
    expect(differ([])).toEqual(["S02 : l'appel mechanic manque"]);
    expect(differ([made, made])).toEqual(["S02 : un appel mechanic de trop"]);
    expect(differ([{ ...made, takenAt: null }])).toHaveLength(2);
    expect(differ([{ ...made, resolvedAt: null }])).toHaveLength(2);
  });

  it("[M27] control: sees a stop that is missing, too short, or has another cause", () => {
    const differ = (stops: Listed["stops"]) => findWordDifferences(truth, { ...listed, stops });
    const sentence = "S02 : 0 min d'arrêt (thread), 8 en vrai";
    expect(differ([])).toEqual([sentence]);
    expect(differ([{ ...stop, cause: null }])).toEqual([sentence]);
    expect(differ([{ ...stop, from: from + 4 * MINUTE }])).toHaveLength(1);
  });
});

describe("a stop that a simulated supervisor explains", () => {
  const options = { stationId: "S02", from, to, at: to + MINUTE };
  const api = { get: <Body>() => Promise.resolve({ version: 7, stops: [listedOne] } as Body) };
  const listedOne = { stationId: "S02", from: from + 500, to: to + 700, cause: null };

  it("[M24] is the one of the list, with its version", async () => {
    const range = listedStop({ ...options, api, clock: createVirtualClock(to + MINUTE) });
    expect(range.value).toEqual({ from, to });
    await range.read();
    expect(range.value).toEqual({ from: from + 500, to: to + 700, version: 7 });
  });

  it("[M24] is what truly was when the word comes late", async () => {
    const range = listedStop({ ...options, api, clock: createVirtualClock(to + 60 * MINUTE) });
    await range.read();
    expect(range.value).toEqual({ from, to });
  });
});
