import { describe, expect, it } from "vitest";
import { openFloor } from "./floor-http.ts";

const NOWHERE = { stationId: undefined, origin: "hand" };
const BACK = { slipId: "BL-7", good: 50, rework: 0, second: 0, scrap: 0 };

describe("what the desk does at no station", () => {
  it("[Y16] bundles go outside and come back without a station", async () => {
    const floor = await openFloor();
    const [code = ""] = floor.codes;
    const slip = { ...NOWHERE, slipId: "BL-7", partner: "Atelier Dole", codes: [code] };

    const gone = await floor.act("/dispatches", "", slip);
    const back = await floor.act("/returns", "", { ...NOWHERE, ...BACK, code });

    expect(gone).toMatchObject({ status: 200, code: "dispatch-accepted" });
    expect(back).toMatchObject({ status: 200, accepted: true });
    expect((await floor.bundle(code)).state.inProgress).toBe(50);
    expect(await floor.scan("S01", code, NOWHERE)).toMatchObject({ status: 422 });
  });
});
