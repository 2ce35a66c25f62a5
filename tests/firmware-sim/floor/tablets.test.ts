import {
  type Act,
  type Answer,
  type Api,
  createTablets,
  createVirtualClock,
} from "@trame/firmware-sim";
import { describe, expect, it } from "vitest";
import { MORNING } from "../workshop-builder.ts";

interface Heard {
  readonly path: string;
  readonly body: { key: string; at: number; sentAt: number; offline?: boolean };
  readonly key: string | undefined;
}

/** A server that answers what it is told to, by the act's key; 200 otherwise. */
function openTablets(answers: Record<string, (number | "away")[]> = {}) {
  const clock = createVirtualClock(MORNING);
  const heard: Heard[] = [];
  const ask: Api["ask"] = (_, path, { body, key } = {}): Promise<Answer> => {
    const act = body as Heard["body"];
    heard.push({ path, body: act, key });
    const status = answers[act.key]?.shift() ?? 200;
    if (status === "away") return Promise.reject(new TypeError("fetch failed"));
    const code = status === 200 ? "scan-accepted" : "scan-done-already";
    return Promise.resolve({ status, body: { code, message: "…" } });
  };
  const never = () => Promise.reject(new Error("not asked for"));
  const api: Api = { ask, get: never, send: never };
  const tablets = createTablets({ api, clock, keyOf: ({ stationId }) => `key of ${stationId}` });
  return { clock, heard, tablets };
}

function act(key: string, seconds: number, more: Partial<Act> = {}): Act {
  const at = MORNING + seconds * 1_000;
  return { path: "scans", stationId: "S01", at, key, body: () => ({ code: "118-1-R" }), ...more };
}

/** Lets what was answered be heard. */
async function settle() {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

const keysOf = (heard: readonly Heard[]) => heard.map(({ body }) => body.key);

describe("simulated tablets", () => {
  it("[M21] send with their station's key, in the order of time, when it is time", async () => {
    const { clock, heard, tablets } = openTablets();
    tablets.push("L1", act("b", 20, { stationId: "S02" }));
    tablets.push("L1", act("a", 10));
    clock.advanceTo(MORNING + 9_999);
    await settle();
    expect(heard).toEqual([]);
    for (let second = 10; second <= 20; second++) {
      clock.advanceTo(MORNING + second * 1_000);
      await settle();
    }
    expect(keysOf(heard)).toEqual(["a", "b"]);
    expect(heard[1]).toEqual({
      path: "/api/v1/scans",
      key: "key of S02",
      body: {
        ...{ key: "b", stationId: "S02", code: "118-1-R" },
        ...{ at: MORNING + 20_000, sentAt: MORNING + 20_000 },
      },
    });
  });

  it("[M21] keep what is done without a network, and send it in order when it is back", async () => {
    const { clock, heard, tablets } = openTablets();
    tablets.network("S01", false);
    tablets.push("L1", act("a", 0));
    tablets.push("L1", act("b", 0, { stationId: "S02" }));
    tablets.push("L1", act("c", 0));
    await settle();
    expect(keysOf(heard)).toEqual(["b"]);
    expect(tablets.isOnline("S01")).toBe(false);
    clock.advanceTo(MORNING + 90_000);
    tablets.network("S01", true);
    await settle();
    expect(keysOf(heard)).toEqual(["b", "a", "c"]);
    expect(heard[1]?.body).toMatchObject({ offline: true, at: MORNING, sentAt: MORNING + 90_000 });
    expect(heard[0]?.body.offline).toBeUndefined();
  });

  it("[M21] send again, before what comes after, until there is an answer", async () => {
    const { clock, heard, tablets } = openTablets({ a: ["away", 503] });
    tablets.push("L1", act("a", 0));
    tablets.push("L1", act("b", 0));
    for (let second = 0; second < 4; second++) {
      clock.advanceTo(MORNING + second * 1_000);
      await settle();
    }
    expect(keysOf(heard)).toEqual(["a", "a", "a", "b"]);
    expect(tablets.answered()).toMatchObject({ taken: 2, surprises: [] });
  });

  it("[M21] drain what is held back and what is not yet due", async () => {
    const { heard, tablets } = openTablets();
    tablets.network("S01", false);
    tablets.push("L1", act("a", 0));
    tablets.push("L2", act("b", 60, { stationId: "S02" }));
    expect(await tablets.drain(1_000)).toBe(true);
    expect(keysOf(heard).sort()).toEqual(["a", "b"]);
  });

  it("[M23] tell planned mistakes from refusals that nobody planned, and from mistakes that pass", async () => {
    const { tablets } = openTablets({ wrong: [409], refused: [409] });
    tablets.push("L1", act("wrong", 0, { mistake: "refused" }));
    tablets.push("L1", act("refused", 0));
    tablets.push("L1", act("passed", 0, { mistake: "refused" }));
    expect(await tablets.drain(1_000)).toBe(true);
    const { refused, surprises } = tablets.answered();
    expect(refused).toBe(1);
    expect(surprises.map(({ act: { key }, said }) => [key, said])).toEqual([
      ["refused", "409 scan-done-already …"],
      ["passed", "200 scan-accepted …"],
    ]);
  });
});
