import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openHttp, UI_VERSION } from "./support/open-http.ts";
import { planOf } from "./support/workshop.ts";

describe("health", () => {
  it("[A1] a server whose store answers says so, with the log's clock", async () => {
    const http = await openHttp("2026-11-23T08:00:00+01:00");
    await http.putPlan(planOf(), "2026-11-01T00:00:00Z");
    http.setNow("2026-11-23T08:01:30+01:00");

    const answer = await http.get("/api/v1/health");

    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      status: "ok",
      version: "0.1.0",
      uiVersion: UI_VERSION,
      uptimeSeconds: 90,
      clock: 1,
      backup: { verifiedAt: null, ageSeconds: null, failing: null },
    });
  });

  it("[A1] a disk that refuses is told, with since when, until it takes something again", async () => {
    let since: number | null = Date.parse("2026-11-23T10:00:00Z");
    const http = await openHttp(undefined, { failingSince: () => since });

    expect(await http.get("/api/v1/health")).toMatchObject({
      status: 503,
      json: {
        status: "failing",
        failingAt: 1_795_428_000_000,
        code: "disk-failing",
        message:
          "Le disque du serveur refuse ce qu’on y écrit\u00a0: est-il plein\u00a0? Les compteurs gardent leurs pièces jusque-là.",
      },
    });
    since = null;
    expect(await http.get("/api/v1/health")).toMatchObject({ status: 200, json: { status: "ok" } });
  });

  it("[A1] a store that is silent for two seconds is told", async () => {
    const http = await openHttp();
    const never = new Promise<never>(() => undefined);
    const silent = await openHttp(http.deps.now(), {
      store: { ...http.store, waiting: () => never },
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());

    const asked = silent.get("/api/v1/health");
    await vi.waitUntil(() => vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(await asked).toMatchObject({
      status: 503,
      json: {
        code: "store-silent",
        message:
          "La base de données ne répond pas\u00a0: regardez le disque et le journal du serveur.",
      },
    });
  });
});
