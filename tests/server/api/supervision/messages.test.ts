import { type Board, shownMessage } from "@trame/shared";
import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor } from "../floor/floor-http.ts";

const EVENING = Date.parse("2026-11-23T17:00:00+01:00");

function tell(floor: FloorHttp, text: string | null, fields: object = {}) {
  return floor.act("/messages", "", {
    stationId: undefined,
    origin: "hand",
    lineId: null,
    text,
    ...fields,
  });
}

async function shown(floor: FloorHttp) {
  return (await floor.send<Board>("GET", "/board")).lines[0]?.message ?? null;
}

describe("a message", () => {
  it("[MS1] is the last one, for the line or for all; null takes it away", async () => {
    const floor = await openFloor();
    await tell(floor, "Livraison à 16 h");
    await tell(floor, "Réunion à 11 h", { lineId: "L1", key: "the-second" });
    expect((await shown(floor))?.text).toBe("Réunion à 11 h");
    await floor.act("/undos", "S01", { undoes: "the-second" });
    expect((await shown(floor))?.text).toBe("Livraison à 16 h");
    await tell(floor, null);
    expect(await shown(floor)).toBeNull();
  });

  it("[MS2] is shown until the working day ends when nothing else is said", async () => {
    const floor = await openFloor();
    await tell(floor, "Livraison à 16 h");
    expect(await shown(floor)).toEqual({ text: "Livraison à 16 h", until: EVENING });
    const board = await floor.send<Board>("GET", "/board");
    const message = board.lines[0]?.message ?? null;
    expect(shownMessage(message, EVENING - 1)).toBe("Livraison à 16 h");
    expect(shownMessage(message, EVENING)).toBeNull();
  });

  it("[MS2] of an evening is shown until the next working day ends", async () => {
    const floor = await openFloor({ at: "2026-11-27T18:30:00+01:00" });
    await tell(floor, "Lundi : réunion à 8 h");
    const monday = Date.parse("2026-11-30T17:00:00+01:00");
    expect(await shown(floor)).toEqual({ text: "Lundi : réunion à 8 h", until: monday });
  });

  it("[MS2] that would be over is refused, with what to do", async () => {
    const floor = await openFloor();
    const told = await tell(floor, "Trop tard", { until: floor.deps.now() });
    expect(told).toMatchObject({ status: 409, code: "message-over" });
    expect(told.message).toContain("Choisissez une heure à venir");
    expect(await shown(floor)).toBeNull();
  });

  it("[MS1] is a supervisor's to tell", async () => {
    const floor = await openFloor();
    const { key } = await floor.send<{ key: string }>("POST", "/stations/S01/key");
    expect((await tell(floor, "Bonjour", { token: key })).status).toBe(403);
  });
});
