import { describe, expect, it } from "vitest";
import { runChaos } from "../../scripts/chaos/run-chaos.ts";

const KILLS = 10;
const DEVICES = 20;

describe("a server that is killed", () => {
  it("[S21] keeps every sample that it acknowledged, and counts what was sewn", async () => {
    const verdict = await runChaos({ devices: DEVICES, kills: KILLS, seed: 7, server: "trame" });

    expect(verdict).toEqual({
      promised: expect.toSatisfy((promised: number) => promised >= verdict.sewn),
      missing: 0,
      sewn: expect.toSatisfy((sewn: number) => sewn > DEVICES * KILLS),
      counted: verdict.sewn,
      wrongStations: 0,
      isRebuiltSame: true,
    });
  });

  it("loses acknowledged samples when it acknowledges before it commits", async () => {
    const verdict = await runChaos({ devices: DEVICES, kills: KILLS, seed: 7, server: "careless" });

    expect(verdict.missing).toBeGreaterThan(0);
  });
});
