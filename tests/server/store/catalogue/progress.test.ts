import { balanceOf, pastOf } from "@trame/shared";
import { describe, expect, it } from "vitest";
import {
  lineRouting,
  openSewingRoom,
  partsRouting,
  type SewingRoom,
  style,
} from "./sewing-room.ts";

const LOT = { size: "S", colour: "Bleu", shade: 1, pieces: 100 };
const CUTTING = { styleId: "POLO", bundleSize: 50, lots: [LOT] };

/** An order of 100 S and 60 M that is running, by one of the two routings. */
function openOrder(routingOf: typeof lineRouting = lineRouting): SewingRoom & { id: string } {
  const room = openSewingRoom();
  room.take(
    room.ledger.catalogue.putCatalogue(
      { styles: [style("POLO")], routings: [routingOf("POLO")] },
      room.now,
    ),
  );
  const quantities = [
    { size: "S", colour: "Bleu", pieces: 100 },
    { size: "M", colour: "Bleu", pieces: 60 },
  ];
  const id = room.addOrder({
    customer: "Ville de Lons",
    dueOn: "2026-12-18",
    state: "running",
    styles: [{ styleId: "POLO", quantities }],
  });
  return Object.assign(room, { id });
}

/** The order's garments by size, as the interface tells them, held against the pure sums of the fold. */
function progressOf({ reads, id, bundlesOf, routing }: ReturnType<typeof openOrder>) {
  const progress = reads.readProgress(id);
  const [told] = progress?.styles ?? [];
  if (progress === null || told === undefined) throw new Error("no progress");
  const pure = balanceOf(bundlesOf(id), routing("POLO"));
  const cut = told.quantities.filter((row) => row.cut > 0);
  expect(cut.map(({ ordered: _, left: __, ...row }) => ({ orderId: id, ...row }))).toEqual(pure);
  expect(told.operations.map(({ code, good, deduced }) => ({ code, good, deduced }))).toEqual(
    pastOf(bundlesOf(id), routing("POLO")),
  );
  for (const row of told.quantities) {
    expect(row.cut).toBe(row.good + row.rework + row.second + row.scrap + row.inProgress);
  }
  return progress;
}

describe("the progress of an order", () => {
  it("[O19] tells for each size and colour what was ordered, cut, made, and what is left", () => {
    const room = openOrder();
    const [first = "", second = ""] = room.cut(room.id, CUTTING);
    for (const code of ["10", "20"]) room.sew(first, code, { good: 50 });
    room.sew(first, "30", { good: 45, rework: 2, second: 2, scrap: 1 });
    room.act("scan", { stationId: "S10", code: second });

    const { styles, bundles, state } = progressOf(room);

    const none = { good: 0, rework: 0, second: 0, scrap: 0, inProgress: 0, outside: 0 };
    expect(styles[0]?.quantities).toEqual([
      {
        ...{ size: "S", colour: "Bleu", ordered: 100, cut: 100, left: 55 },
        ...{ good: 45, rework: 2, second: 2, scrap: 1, inProgress: 50, outside: 0 },
      },
      { size: "M", colour: "Bleu", ordered: 60, cut: 0, left: 60, ...none },
    ]);
    expect(styles[0]?.operations.map(({ code, good, rework }) => [code, good, rework])).toEqual([
      ["10", 50, 0],
      ["20", 50, 0],
      ["30", 45, 2],
    ]);
    expect(bundles).toEqual({
      waiting: 0,
      open: 1,
      outside: 0,
      inRepair: 1,
      out: 0,
      inConflict: 0,
    });
    expect(state).toBe("running");
  });

  it("[O19] counts pieces that come back from repair, once", () => {
    const room = openOrder();
    const [first = ""] = room.cut(room.id, CUTTING);
    for (const code of ["10", "20"]) room.sew(first, code, { good: 50 });
    room.sew(first, "30", { good: 48, rework: 2 });
    room.finish(first, "30", { good: 1, second: 1, repaired: true });

    const { styles } = progressOf(room);

    expect(styles[0]?.quantities[0]).toMatchObject({ good: 49, rework: 0, second: 1, left: 51 });
  });

  it("[O19] counts a garment once when its parts join, and what was split off it", () => {
    const room = openOrder(partsRouting);
    const [front = "", sleeves = ""] = room.cut(room.id, CUTTING);
    room.sew(front, "10", { good: 50 });
    room.sew(sleeves, "20", { good: 50 });
    expect(progressOf(room).styles[0]?.quantities[0]).toMatchObject({ cut: 100, inProgress: 100 });

    room.act("join", { stationId: "S30", codes: [sleeves, front] });
    room.act("split", { stationId: "S30", code: front, pieces: 20 });
    room.finish(front, "30", { good: 29, scrap: 1 });

    const { styles, bundles } = progressOf(room);
    expect(styles[0]?.quantities[0]).toMatchObject({
      cut: 100,
      good: 29,
      scrap: 1,
      inProgress: 70,
    });
    expect(bundles).toMatchObject({ out: 2 });
  });

  it("[O19] shows what a subcontractor has, within what is in progress", () => {
    const room = openOrder();
    const [first = ""] = room.cut(room.id, CUTTING);
    const slip = { slipId: "BL-12", stationId: "S10" };
    room.act("dispatch", { ...slip, partner: "Brodeuse", codes: [first], operations: ["10"] });

    expect(progressOf(room).styles[0]?.quantities[0]).toMatchObject({
      inProgress: 100,
      outside: 50,
    });
    expect(progressOf(room).bundles).toMatchObject({ waiting: 1, outside: 1 });
  });

  it("[O19] has bundles in progress from the moment of their cutting, however many", () => {
    const room = openOrder();
    room.cut(room.id, {
      ...CUTTING,
      bundleSize: 1,
      lots: [LOT, { ...LOT, shade: 2, pieces: 300 }],
    });
    const count = () => room.sqlite.prepare("SELECT count(*) FROM bundle_states").pluck().get();

    const before = room.reads.readProgress(room.id);

    expect(before?.styles[0]?.quantities[0]).toMatchObject({ cut: 400, inProgress: 400 });
    expect(before?.bundles).toMatchObject({ waiting: 400 });
    expect(count()).toBe(200);
    while (room.ledger.hasMarks()) room.ledger.refoldSome();
    expect(count()).toBe(400);
    expect(progressOf(room)).toEqual(before);
  });
});

describe("an order", () => {
  it("[O16] whose last piece is out and of which more is cut runs again", () => {
    const room = openOrder();
    const lots = [LOT, { ...LOT, size: "M", pieces: 60 }];
    for (const code of room.cut(room.id, { ...CUTTING, bundleSize: 100, lots })) {
      const pieces = code.includes("-1-") ? 100 : 60;
      for (const operation of ["10", "20", "30"]) room.sew(code, operation, { good: pieces });
    }
    const state = () => room.reads.readOrder(room.id)?.order.state;
    expect(state()).toBe("done");

    room.cut(room.id, CUTTING);

    expect(state()).toBe("running");
  });
});
