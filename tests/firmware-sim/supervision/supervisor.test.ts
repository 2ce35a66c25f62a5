import {
  type Act,
  createRandom,
  createSupervisor,
  createVirtualClock,
  listedKey,
  type SupervisorDeps,
  type TroubledScene,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { MINUTE, MORNING } from "../workshop-builder.ts";

/** A supervisor whose acts are kept, with buttons at every station or none. */
function openSupervisor({ seed = 7, hasButtons = false } = {}) {
  const clock = createVirtualClock(MORNING);
  const sent: Act[] = [];
  const pressed: unknown[] = [];
  let keys = 0;
  const deps: SupervisorDeps = {
    random: createRandom(seed),
    nextKey: () => `key-${++keys}`,
    after: (at, ms) => at + ms,
    push: (_line, act) => sent.push(act),
    clock,
    api: { get: () => Promise.reject(new Error("nobody is there")) },
    canPress: () => hasButtons,
    press: (station, button) => pressed.push([station, button, clock.now()]),
    who: () => ({ assignmentId: "somebody-1" }),
  };
  return { supervisor: createSupervisor(deps), clock, sent, pressed };
}

function fault(changes: Partial<TroubledScene["what"]> = {}): TroubledScene {
  const what = { kind: "trouble", trouble: "fault", minutes: 8, ...changes } as const;
  return { line: "L1", station: "S02", at: MORNING, what };
}

const said = { call: "mechanic", takenAfterMinutes: 2, cause: "thread" } as const;
const pathsOf = (sent: readonly Act[]) => sent.map(({ path }) => path);

describe("a simulated supervisor", () => {
  it("[M24] is called, comes, resolves it and gives the cause, in this order and within the trouble", () => {
    const { supervisor, sent } = openSupervisor();
    supervisor.hears(fault({ said }));
    expect(pathsOf(sent)).toEqual([
      ...["calls", "calls/key-1/take", "calls/key-1/resolve"],
      ...["machines/S02/upkeep", "stops"],
    ]);
    const [call, take, resolve, , stop] = sent;
    expect(call?.at).toBeGreaterThan(MORNING);
    expect(call?.at).toBeLessThan(MORNING + MINUTE);
    expect(take?.at).toBe((call?.at ?? 0) + 2 * MINUTE);
    expect(resolve?.at).toBe(MORNING + 8 * MINUTE);
    expect([call, take, stop].map((act) => act?.stationId)).toEqual(["S02", null, null]);
    expect(call?.body()).toEqual({ origin: "hand", call: "mechanic", assignmentId: "somebody-1" });
    const scope = { stationId: "S02" };
    expect(stop?.body()).toEqual({
      ...{ origin: "hand", scope, cause: "thread" },
      ...{ from: MORNING, to: MORNING + 8 * MINUTE },
    });
  });

  it("[M24] has resolved and explained no more than what was said by then", () => {
    const { supervisor } = openSupervisor();
    supervisor.hears(fault({ said }));
    const [call] = supervisor.truth(MORNING + MINUTE).calls;
    expect([call?.takenAt, call?.resolvedAt]).toEqual([null, null]);
    const { calls, stops } = supervisor.truth(MORNING + 8 * MINUTE);
    expect(calls[0]?.resolvedAt).toBe(MORNING + 8 * MINUTE);
    expect(stops[0]?.cause).toBe(null);
    expect(supervisor.truth(MORNING + 11 * MINUTE).stops[0]?.cause).toBe("thread");
  });

  it("[M24] leaves unexplained what nobody explains, and comes to nobody who does not call", () => {
    const { supervisor, sent } = openSupervisor();
    supervisor.hears(fault({ said: { ...said, call: null, cause: null } }));
    expect(sent).toEqual([]);
    const stop = { stationId: "S02", from: MORNING, to: MORNING + 8 * MINUTE, cause: null };
    expect(supervisor.truth(MORNING + 8 * MINUTE)).toEqual({ calls: [], stops: [stop] });
    expect(supervisor.truth(MORNING)).toEqual({ calls: [], stops: [] });
  });

  it("[M24] says that somebody is being helped while it goes on", () => {
    const { supervisor, sent } = openSupervisor();
    supervisor.hears(fault({ trouble: "support" }));
    expect(sent.map(({ body }) => body())).toMatchObject([
      { cause: "support", from: MORNING, to: null },
      { cause: "support", from: MORNING, to: MORNING + 8 * MINUTE },
    ]);
  });

  it("[M24] says the same for the same seed, of some stops nothing, of most their cause", () => {
    const play = (seed: number) => {
      const { supervisor } = openSupervisor({ seed });
      for (let n = 0; n < 200; n++) supervisor.hears(fault());
      return supervisor.truth(Number.POSITIVE_INFINITY);
    };
    expect(play(7)).toEqual(play(7));
    expect(play(8)).not.toEqual(play(7));
    const { stops, calls } = play(7);
    const unexplained = stops.filter(({ cause }) => cause === null).length / stops.length;
    expect(unexplained).toBeGreaterThan(0.15);
    expect(unexplained).toBeLessThan(0.35);
    expect(calls.length).toBeGreaterThan(100);
    for (const { at, takenAt, resolvedAt } of calls) {
      expect([at, takenAt, resolvedAt]).toEqual([at, takenAt, resolvedAt].toSorted());
    }
  });
});

describe("a call by a counter's button", () => {
  it("[M25] is pressed when it is made, and not sent by the tablet too", () => {
    const { supervisor, clock, sent, pressed } = openSupervisor({ hasButtons: true });
    for (let n = 0; n < 20; n++) supervisor.hears(fault({ said }));
    clock.advanceTo(MORNING + 10 * MINUTE);
    const { calls } = supervisor.truth(clock.now());
    const byTablet = pathsOf(sent).filter((path) => path === "calls").length;
    expect(pressed.length).toBeGreaterThan(3);
    expect(byTablet + pressed.length).toBe(calls.length);
    expect(calls.map(({ at }) => ["S02", "mechanic", at])).toEqual(expect.arrayContaining(pressed));
  });

  it("[M25] is looked for in the list until it is there, and not for ever", async () => {
    const calls: object[] = [
      { key: "other", stationId: "S01", call: "mechanic", resolvedAt: null },
    ];
    const api = { get: <Body>() => Promise.resolve({ calls } as Body) };
    const key = listedKey(api, { station: "S02", call: "mechanic" });
    await expect(key.read()).rejects.toThrow("not there yet");
    calls.push({ key: "event:1", stationId: "S02", call: "mechanic", resolvedAt: null });
    await key.read();
    expect(key.value).toBe("event:1");

    const never = listedKey(api, { station: "S03", call: "quality" });
    for (let n = 1; n < 30; n++) await expect(never.read()).rejects.toThrow("not there yet");
    await expect(never.read()).rejects.toThrow(RangeError);
  });
});
