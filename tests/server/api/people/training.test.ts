import { badgeToQr } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";
import { ADMIN } from "../supervision/people-http.ts";

/** Learners, who are noted at level 1 for the first operation. */
async function openLearners(count: number): Promise<FloorHttp> {
  const floor = await openFloor();
  for (let n = 1; n <= count; n++) {
    const skills = [{ operation: "Étape 10", level: 1 }];
    await floor.send("POST", "/operators", { id: `p${n}`, pseudonym: `P${n}`, badge: n, skills });
  }
  return floor;
}

async function badge(
  floor: FloorHttp,
  { number, direction, stationId = "S01" }: Badging,
): Promise<void> {
  await floor.act("/badges", stationId, { badge: badgeToQr(number), direction });
}

interface Badging {
  readonly number: number;
  readonly direction: "in" | "out";
  readonly stationId?: string;
}

/** Each stays an hour of the morning at the first station, one after the other. */
async function learn(floor: FloorHttp, count: number) {
  for (let n = 1; n <= count; n++) {
    floor.setNow(`2026-11-${String(22 + n)}T08:00:00+01:00`);
    await badge(floor, { number: n, direction: "in" });
    floor.setNow(`2026-11-${String(22 + n)}T09:00:00+01:00`);
    await badge(floor, { number: n, direction: "out" });
  }
}

async function training(floor: FloorHttp) {
  return (await floor.get("/api/v1/people/training", ADMIN)).json;
}

describe("training hours", () => {
  it("[PE4] are told of four people, by operation and in all", async () => {
    const floor = await openLearners(4);
    await learn(floor, 4);
    const minutes = { supportMinutes: 0, learningMinutes: 240 };
    expect(await training(floor)).toEqual({
      from: "2026-10-27",
      to: "2026-11-26",
      operations: [{ operation: "Étape 10", minutes }],
      total: minutes,
    });
  });

  it("[PE5] are masked of three, in the sum too", async () => {
    const floor = await openLearners(3);
    await learn(floor, 3);
    expect(await training(floor)).toMatchObject({
      operations: [{ operation: "Étape 10", minutes: null }],
      total: null,
    });
  });

  it("[PE4] count the stops in which somebody was helped, where nobody badges too", async () => {
    const floor = await openLearners(0);
    floor.setNow("2026-11-23T10:00:00+01:00");
    const now = floor.deps.now();
    await floor.send("POST", "/stops", {
      ...{ key: "support-1", at: now, sentAt: now, origin: "hand" },
      ...{ scope: { stationId: "S02" }, from: now - 1_800_000, to: now, cause: "training" },
    });
    const minutes = { supportMinutes: 30, learningMinutes: 0 };
    expect(await training(floor)).toMatchObject({
      operations: [{ operation: "Étape 20", minutes }],
      total: minutes,
    });
  });

  it("[PE5] of stops are masked where they would be joined with one person", async () => {
    const floor = await openLearners(1);
    await badge(floor, { number: 1, direction: "in", stationId: "S02" });
    floor.setNow("2026-11-23T10:00:00+01:00");
    const now = floor.deps.now();
    await floor.send("POST", "/stops", {
      ...{ key: "support-1", at: now, sentAt: now, origin: "hand" },
      ...{ scope: { stationId: "S02" }, from: now - 1_800_000, to: now, cause: "support" },
    });
    expect(await training(floor)).toMatchObject({
      operations: [{ operation: "Étape 20", minutes: null }],
      total: null,
    });
  });

  it("[PE1] are read with the admin token only", async () => {
    const floor = await openLearners(0);
    expect((await floor.get("/api/v1/people/training")).status).toBe(401);
  });
});
