import { describe, expect, it } from "vitest";
import { createOrdersDeskReads } from "../../../../server/src/store/orders-desk/orders-desk-reads.ts";
import { lineRouting, openSewingRoom, style } from "../catalogue/sewing-room.ts";
import { at } from "../workshop.ts";
import { openKitRoom } from "./kit-room.ts";

/** 80 masks in bundles of 10, of which some were made on Monday morning. */
function openMasks() {
  const room = openSewingRoom();
  const { ledger, now } = room;
  const catalogue = { styles: [style("MASK")], routings: [lineRouting("MASK")] };
  room.take(ledger.catalogue.putCatalogue(catalogue, now));
  const quantities = [{ size: "S", colour: "Bleu", pieces: 100 }];
  const id = room.addOrder({
    customer: "Ville de Lons",
    dueOn: "2026-11-25",
    state: "running",
    styles: [{ styleId: "MASK", quantities }],
  });
  const lots = [{ size: "S", colour: "Bleu", shade: 1, pieces: 80 }];
  const codes = room.cut(id, { styleId: "MASK", bundleSize: 10, lots });
  const desk = createOrdersDeskReads(room.sqlite);
  const make = (code: string, steps: readonly string[]) => {
    for (const step of steps) room.sew(code, step, { good: 10 });
  };
  return { ...room, id, codes, desk, make };
}

const sewn = ["10", "20", "30"];

describe("orders at a glance", () => {
  it("[OD1] foresees the end from what came out, on the calendar of the plan", () => {
    const { codes, desk, id, make } = openMasks();
    for (const code of codes.slice(0, 4)) make(code, sewn);

    const asked = { now: at("16:00"), stopped: [] };
    const { forecast, daysLate } = desk.readOrderOverview(id, asked) ?? {};

    // 40 since 8:01 make 5 an hour; 60 more take 12 h: an hour of Monday, 9 of Tuesday, 2 of Wednesday.
    expect(forecast).toMatchObject({ gap: null, endsOn: "2026-11-25", days: ["2026-11-23"] });
    expect(forecast?.perHour).toBeCloseTo(40 / (7 + 59 / 60), 6);
    expect(daysLate).toBe(0);
  });

  it("[OD3] names the operation before which most waits for its pace", () => {
    const { codes, desk, id, make } = openMasks();
    for (const code of codes) make(code, ["10"]);
    make(codes[0] ?? "", ["20"]);

    const asked = { now: at("16:00"), stopped: [] };
    const { delay, queues } = desk.readOrderOverview(id, asked) ?? {};

    expect(delay).toMatchObject({ code: "queue", operation: "20", pieces: 70 });
    expect(queues).toMatchObject([
      { code: "10", waiting: 0, isEntry: true },
      { code: "20", waiting: 70, bundles: 7, isEntry: false },
      { code: "30", waiting: 10, bundles: 1, perHour: 0 },
    ]);
  });

  it("[OD3] says that a stopped station has a bundle of it", () => {
    const { act, codes, desk, id } = openMasks();
    act("scan", { stationId: "S10", code: codes[0] });
    const delayAt = (stopped: string[]) =>
      desk.readOrderOverview(id, { now: at("09:00"), stopped })?.delay;

    expect(delayAt(["S10", "S20"])).toEqual({ code: "stopped", stationIds: ["S10"] });
    expect(delayAt(["S20"])).toEqual({ code: "not-cut", pieces: 20 });
  });

  it("[OD4] says the same in the list, on the order's page and in its progress", () => {
    const { codes, desk, id, make, reads } = openMasks();
    make(codes[0] ?? "", sewn);
    const asked = { now: at("16:00"), stopped: [] };

    const { queues: _, kitSizes: __, ...one } = desk.readOrderOverview(id, asked) ?? {};
    const [listed] = desk.readOrdersOverview("open", asked);
    const [style] = reads.readProgress(id)?.styles ?? [];

    expect(listed).toEqual(one);
    expect(one).toMatchObject({ ordered: 100, cut: 80, good: style?.quantities[0]?.good });
  });

  it("[OD3] tells which style a kit waits for", () => {
    const { bundles, desk, id, make } = openKitRoom();
    for (const code of bundles.polos) make(code);
    const asked = { now: at("16:00"), stopped: [] };

    expect(desk.readOrderOverview(id, asked)).toMatchObject({
      delay: { code: "kit-style", styleId: "SWEAT", kits: 10 },
      forecast: { gap: "not-begun", styleId: "SWEAT" },
      kitSizes: [{ size: "S", kits: 10 }],
    });
  });
});
