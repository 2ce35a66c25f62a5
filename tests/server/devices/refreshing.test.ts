import { describe, expect, it, vi } from "vitest";
import { startClock } from "../../../server/src/clock.ts";
import { openDesk, planOf, START } from "./open-desk.ts";

describe("refreshing the devices' desk", () => {
  it("[N20] of two refreshes at once, the last one's plan holds however slow the first is", async () => {
    const { desk, store, kept, broker, told } = openDesk();
    const slow = Promise.withResolvers<void>();
    const planned = (id: string) => [{ from: START - 1, plan: planOf([{ id }]) }];
    await desk.refresh();
    desk.attach(broker);
    vi.spyOn(store, "plans").mockImplementationOnce(() =>
      slow.promise.then(() => planned("esp-01")),
    );
    const first = desk.refresh();
    kept.plans = planned("esp-02");
    const second = desk.refresh();
    await vi.advanceTimersByTimeAsync(0);
    slow.resolve();
    await Promise.all([first, second]);
    expect(told.credentials.map(({ deviceId }) => deviceId)).toEqual(["esp-02"]);
    expect(told.configs.get("esp-01")).toBeNull();
  });

  it("[N20] a refresh that fails leaves what holds, and the next one runs", async () => {
    const { desk, store, kept } = openDesk();
    await desk.refresh();
    kept.plans = [{ from: START - 1, plan: planOf([{ id: "esp-01" }]) }];
    vi.spyOn(store, "waiting").mockRejectedValueOnce(new Error("no disk"));
    const outcomes = await Promise.allSettled([desk.refresh(), desk.refresh()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect(desk.credentials.map(({ deviceId }) => deviceId)).toEqual(["esp-01"]);
  });

  it("[N21] a clock that steps forward over a plan's moment makes the plan hold", async () => {
    const { desk, kept, broker, told } = openDesk();
    const clock = startClock({
      sources: { wall: Date.now, monotonic: () => performance.now() },
      onStep: () => undefined,
      onStepped: () => void desk.refresh(),
    });
    kept.plans = [
      { from: START - 1, plan: planOf([{ id: "esp-01" }]) },
      { from: START + 3_600_000, plan: planOf([{ id: "esp-02" }]) },
    ];
    await desk.refresh();
    desk.attach(broker);
    vi.setSystemTime(START + 3_600_000);
    await vi.advanceTimersByTimeAsync(1_000);
    clock.close();
    expect([...told.configs.keys()]).toEqual(["esp-01", "esp-02"]);
    expect(told.configs.get("esp-01")).toBeNull();
  });

  it("[R22] a desk that is closed while it reads starts no timer any more", async () => {
    const { desk, kept } = openDesk();
    kept.plans = [{ from: START + 60_000, plan: planOf([{ id: "esp-01" }]) }];
    const refreshed = desk.refresh();
    desk.close();
    await refreshed;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("devices that wait", () => {
  it("[N23] a device that comes while the list is read again waits, once", async () => {
    const { desk, store, kept } = openDesk();
    const slow = Promise.withResolvers<string[]>();
    await desk.refresh();
    vi.spyOn(store, "waiting").mockReturnValueOnce(slow.promise);
    const refreshed = desk.refresh();
    await vi.advanceTimersByTimeAsync(0);
    desk.onWaiting("new-1");
    await vi.advanceTimersByTimeAsync(0);
    slow.resolve([]);
    await refreshed;
    desk.onWaiting("new-1");
    expect(kept.waiting).toEqual(["new-1"]);
  });

  it("[N23] while the list is read again, the fifty who wait still fill it", async () => {
    const { desk, store, kept } = openDesk();
    const slow = Promise.withResolvers<string[]>();
    kept.waiting = Array.from({ length: 50 }, (_, i) => `new-${i}`);
    await desk.refresh();
    vi.spyOn(store, "waiting").mockReturnValueOnce(slow.promise);
    const refreshed = desk.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect([desk.onWaiting("new-0"), desk.onWaiting("new-50")]).toEqual([true, false]);
    slow.resolve(kept.waiting);
    await refreshed;
    expect(kept.waiting).toHaveLength(50);
  });

  it("[N23] a device that the store does not list is sent away, and may try again", async () => {
    const { desk, store, kept, broker, told } = openDesk();
    await desk.refresh();
    desk.attach(broker);
    vi.spyOn(store, "addWaiting").mockResolvedValueOnce(false);
    desk.onWaiting("new-1");
    await vi.advanceTimersByTimeAsync(0);
    expect([told.disconnected, kept.waiting]).toEqual([["new-1"], []]);
    desk.onWaiting("new-1");
    await vi.advanceTimersByTimeAsync(0);
    expect([told.disconnected, kept.waiting]).toEqual([["new-1"], ["new-1"]]);
  });
});
