import { describe, expect, it } from "vitest";
import { createReloader } from "../../floor-ui/src/data/reload.ts";
import { createFakeTime } from "./support/fake-time.ts";

/** `health`: what `/api/v1/health` answers, one after the other; the last for ever. */
function setUp(health: (boolean | Error)[], noted: string | null = null) {
  const time = createFakeTime();
  let note = noted;
  let reloads = 0;
  let asked = 0;
  const reloader = createReloader({
    version: "v1",
    setTimer: time.setTimer,
    isServerUp() {
      const answer = health[Math.min(asked, health.length - 1)];
      asked += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer === true);
    },
    note: {
      read: () => note,
      write(text) {
        note = text;
      },
    },
    reload() {
      reloads += 1;
    },
  });
  async function pass() {
    time.advance(5000);
    // The answer travels through a few promises.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  }
  return { reloader, time, pass, reloads: () => reloads, asked: () => asked };
}

describe("reload", () => {
  it("[L56] leaves a page of the server's version alone", async () => {
    const { reloader, time, pass, reloads } = setUp([true]);
    reloader.offer("v1");
    await pass();
    expect([reloads(), time.waiting()]).toEqual([0, []]);
  });

  it("[L56] comes for a new version once health has answered, not before", async () => {
    const { reloader, pass, reloads } = setUp([new Error("refused"), false, true]);
    reloader.offer("v2");
    const seen: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await pass();
      seen.push(reloads());
    }
    expect(seen).toEqual([0, 0, 1]);
  });

  it("[L56] comes once per version, even when a cache keeps serving the old page", async () => {
    const { reloader, pass, reloads } = setUp([true], "v2");
    reloader.offer("v2");
    await pass();
    expect(reloads()).toBe(0);
    reloader.offer("v3");
    await pass();
    expect(reloads()).toBe(1);
  });

  it("[L56] asks one question at a time, however often it is called for", async () => {
    const { reloader, pass, asked } = setUp([false]);
    reloader.reloadWhenUp();
    reloader.reloadWhenUp();
    reloader.offer("v2");
    await pass();
    expect(asked()).toBe(1);
  });
});
