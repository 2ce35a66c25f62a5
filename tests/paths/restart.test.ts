import { describe, expect, it } from "vitest";
import { openWorkshop, planOf, report } from "./open-workshop.ts";
import { endOf, REBUILD, run, temporaryFolder } from "./server-program.ts";

const HOUR = 3_600_000;
const boot = "9f2c01ab";

describe("a server that was closed and started again on its folder", () => {
  it("[R23] shows the same counts and the same board, and goes on counting", async () => {
    const workshop = await openWorkshop();
    const began = Date.now() - HOUR;
    const power = { device: "esp-01", boot, began };
    await workshop.plan(planOf({ S01: { device: "esp-01" } }), began - HOUR);
    const device = await workshop.connect("esp-01");
    await report(device, power, [
      [1, began + 60_000, 2],
      [2, Date.now(), 7],
    ]);
    const counts = await workshop.counts();
    const { serverTime: _, ...board } = await workshop.board();

    await workshop.restart();

    const after = await workshop.counts();
    expect(after.stations).toEqual(counts.stations);
    expect(await workshop.board()).toMatchObject(board);
    const again = await workshop.connect("esp-01");
    await report(again, power, [
      [2, Date.now(), 7],
      [3, Date.now(), 9],
    ]);
    expect(await workshop.pieces()).toEqual({ S01: 9 });
  });

  it("[R23] keeps the plan, the secrets and the pairing code", async () => {
    const workshop = await openWorkshop();
    await workshop.plan(planOf({ S01: { device: "esp-01" } }));
    await workshop.ask("PUT", "/api/v1/settings/pairing-code", { code: "atelier-2026" });
    const plan = await workshop.get("/api/v1/plan");
    await workshop.restart();
    expect(await workshop.get("/api/v1/plan")).toEqual(plan);
    await workshop.connect("esp-01");
    await workshop.connect("esp-07", { password: "atelier-2026" });
    await expect(workshop.connect("esp-01", { password: "atelier-2026" })).rejects.toThrow();
  });

  it("[R24] is folded again to the same rows, byte for byte", async () => {
    const workshop = await openWorkshop();
    const began = Date.now() - HOUR;
    const power = { device: "esp-01", boot, began };
    await workshop.plan(planOf({ S01: { device: "esp-01" }, S02: {} }), began - HOUR);
    const device = await workshop.connect("esp-01");
    await report(device, power, [[2, Date.now(), 7]]);
    await report(device, power, [[1, began + 60_000, 2]]);
    await workshop.plan(planOf({ S01: {}, S02: { device: "esp-01" } }), began + HOUR / 2);
    await expect.poll(async () => (await workshop.board()).recomputing).toBe(0);
    const pieces = await workshop.pieces();
    await workshop.close();

    const ended = await endOf(run(REBUILD, { TRAME_DATA: workshop.folder }));

    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(ended.out).toMatch(/^2 mesures relues : les totaux sont les mêmes, octet pour octet/);
    await workshop.restart();
    expect(await workshop.pieces()).toEqual(pieces);
  });

  it("[R24] is told of a folder without a database", async () => {
    const ended = await endOf(run(REBUILD, { TRAME_DATA: await temporaryFolder() }));
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toMatch(/^TRAME_DATA : aucune base de données à .*\.\n$/);
  });
});
