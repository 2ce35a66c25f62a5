import { describe, expect, it } from "vitest";
import { openPeople } from "./people-http.ts";
import { firstTarget, openTwoLines, say, targetsOf, targetsOnBoard } from "./targets-http.ts";

describe("computed targets", () => {
  it("[F20] are computed from what is given: 3 360 min × 75 % / 14 min", async () => {
    const http = await openTwoLines();
    const of = { personMinutes: 3_360, efficiency: 0.75, standardMinutes: 14 };

    await say(http, { of });

    expect(await firstTarget(http)).toEqual({ pieces: 180, origin: "computed", of });
    expect((await targetsOnBoard(http))[0]).toEqual({ pieces: 180, origin: "computed" });
  });

  it("[F20] are computed from the plan where nobody badges and no order is sewn", async () => {
    const http = await openTwoLines();

    await say(http, { of: { efficiency: 0.7 } });

    // 2.5 operators × 480 min × 70 % / 0.42 min = 2,000.
    const of = { personMinutes: 1_200, efficiency: 0.7, standardMinutes: 0.42 };
    expect(await firstTarget(http)).toEqual({ pieces: 2_000, origin: "computed", of });
  });

  it("[F20] without people are refused: what is not known is not taken for 0", async () => {
    const http = await openTwoLines();

    const told = await say(http, { lineId: "L2", of: { efficiency: 0.7 } });

    expect(told).toMatchObject({ status: 409, json: { code: "target-people-unknown" } });
    expect((await targetsOnBoard(http))[1]).toEqual({ pieces: null, origin: null });
  });
});

describe("targets of people who differ", () => {
  it("[F20] [K10] count who is on the line or wanted there, each by their own hours, and the order that is sewn", async () => {
    const floor = await openPeople();
    const pattern = [{ days: [1], from: "08:00", to: "12:00" }];
    await floor.send("PUT", "/operators/fleur", { pseudonym: "Fleur", badge: 412, pattern });
    await floor.badge("fleur", "S01");
    await floor.badge("luc", "S02");

    const [line] = (await targetsOf(floor)).lines;
    await say(floor, { of: { efficiency: 0.5 } });

    // Fleur 240 min, Luc 480; four operations of 0.5 min: 720 × 50 % / 2 = 180.
    expect(line?.people).toEqual({ count: 2, personMinutes: 720 });
    expect(line?.garment).toEqual({ orderId: floor.orderId, standardMinutes: 2 });
    expect(await firstTarget(floor)).toMatchObject({ pieces: 180, origin: "computed" });
  });
});
