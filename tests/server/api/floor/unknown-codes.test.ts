import { describe, expect, it } from "vitest";
import { type FloorHttp, openFloor } from "./floor-http.ts";

const NOTHING = "no code at all";

async function conflictsOf(floor: FloorHttp) {
  const { conflicts } = await floor.send<{ conflicts: object[] }>("GET", "/conflicts");
  return conflicts;
}

function settle(floor: FloorHttp, settles: string) {
  const words = { choice: "keep", reason: "Ticket d’un autre atelier" };
  return floor.send("POST", "/settlements", { key: "settled-by-hand", settles, ...words });
}

describe("what names no bundle, made without the network", () => {
  it("[Y5] can be taken back, and waits for nobody then", async () => {
    const floor = await openFloor();
    await floor.scan("S01", NOTHING, { key: "nobody-knows", offline: true });

    const told = await floor.act("/undos", "S01", { undoes: "nobody-knows", offline: true });

    expect(told).toMatchObject({ status: 200, code: "undo-accepted" });
    expect(await conflictsOf(floor)).toEqual([]);
    expect(await floor.act("/undos", "S01", { undoes: "nobody-knows" })).toMatchObject({
      code: "undo-done-already",
    });
  });

  it("[Y16] is listed with the pieces that were declared of it, until it is settled", async () => {
    const floor = await openFloor();
    const key = "finished-of-nobody";
    await floor.finish("S01", NOTHING, { good: 10, scrap: 1, key, offline: true });

    expect(await conflictsOf(floor)).toMatchObject([
      {
        code: "unknown-code",
        bundle: null,
        act: { key, kind: "finish", code: NOTHING, outcome: { good: 10, scrap: 1 } },
      },
    ]);
    await settle(floor, key);
    expect(await conflictsOf(floor)).toEqual([]);
  });

  it("[Y16] is listed when it is one of several that went outside; the others went", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const key = "slip-of-two-tickets";
    const slip = { slipId: "BL-1", partner: "Atelier Doubs", codes: [code, NOTHING] };

    const told = await floor.act("/dispatches", "S01", { ...slip, key, offline: true });

    expect(told).toMatchObject({ status: 200, conflict: "unknown-code" });
    expect(await conflictsOf(floor)).toMatchObject([{ act: { key, kind: "dispatch" } }]);
    await settle(floor, key);
    expect(await conflictsOf(floor)).toEqual([]);
    expect(await floor.bundle(code)).toMatchObject({ isOutside: true });
  });

  it("[Y5] leaves no badge that is nobody's for a supervisor to look at", async () => {
    const floor = await openFloor();

    const told = await floor.act("/badges", "S01", {
      badge: "PX9",
      direction: "in",
      offline: true,
    });

    expect(told.accepted).toBe(true);
    expect(await conflictsOf(floor)).toEqual([]);
  });
});
