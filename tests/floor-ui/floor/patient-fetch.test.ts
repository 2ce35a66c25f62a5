import { describe, expect, it } from "vitest";
import { createPatientFetch } from "../../../floor-ui/src/data/floor/patient-fetch.ts";
import { createFakeTime } from "../support/fake-time.ts";

describe("what a supervisor's tap sends", () => {
  it("[FL19] is given up after 4 s without an answer", async () => {
    const time = createFakeTime();
    const hung: typeof fetch = (_input, init) =>
      new Promise((_answer, fail) => {
        init?.signal?.addEventListener("abort", () => fail(init.signal?.reason));
      });
    let isOver = false;
    const asked = createPatientFetch(
      hung,
      time.setTimer,
    )("/api/v1/stops").catch(() => {
      isOver = true;
    });
    time.advance(3_999);
    await Promise.resolve();
    expect(isOver).toBe(false);
    time.advance(1);
    await asked;
    expect(isOver).toBe(true);
  });

  it("[FL19] is answered as ever, and then no clock runs", async () => {
    const time = createFakeTime();
    const answer = new Response("{}");
    const patient = createPatientFetch(async () => answer, time.setTimer);
    expect(await patient("/api/v1/stops")).toBe(answer);
    expect(time.waiting()).toEqual([]);
  });
});
