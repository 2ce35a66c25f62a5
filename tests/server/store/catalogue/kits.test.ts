import { describe, expect, it } from "vitest";
import { lineRouting, openSewingRoom, operation, style } from "./sewing-room.ts";

/** An order of 10 kits of 3 polos and 2 sweatshirts, all cut and the polos sewn. */
function openKits() {
  const room = openSewingRoom();
  const styles = ["POLO", "SWEAT"];
  room.take(
    room.ledger.catalogue.putCatalogue(
      { styles: styles.map(style), routings: styles.map(lineRouting) },
      room.now,
    ),
  );
  const quantities = (pieces: number) => [{ size: "S", colour: "Bleu", pieces }];
  const id = room.addOrder({
    customer: "Ville de Lons",
    dueOn: "2026-12-18",
    state: "running",
    styles: [
      { styleId: "POLO", perKit: 3, quantities: quantities(30) },
      { styleId: "SWEAT", perKit: 2, quantities: quantities(20) },
    ],
    kit: { quantity: 10, packing: [operation("90")] },
  });
  const cut = (styleId: string, pieces: number) =>
    room.cut(id, {
      styleId,
      bundleSize: 10,
      lots: [{ size: "S", colour: "Bleu", shade: 1, pieces }],
    });
  const bundles = { polos: cut("POLO", 30), sweats: cut("SWEAT", 20) };
  const make = (code: string) => {
    for (const operation of ["10", "20", "30"]) room.sew(code, operation, { good: 10 });
  };
  for (const code of bundles.polos) make(code);
  const pack = (kits: number, key = `pack-${kits}-${room.ledger.clock}`) =>
    room.ledger.catalogue.packKits({ orderId: id, key, kits }, room.now);
  return { ...room, id, bundles, make, pack, kits: () => room.reads.readProgress(id)?.kits };
}

describe("an order of kits", () => {
  it("[O20] has as many complete kits as the style with the fewest pieces makes", () => {
    const { bundles, kits, make } = openKits();
    expect(kits()).toEqual({ ordered: 10, complete: 0, packed: 0 });

    make(bundles.sweats[0] ?? "");

    expect(kits()).toEqual({ ordered: 10, complete: 5, packed: 0 });
  });

  it("[O20] never packs more kits than are complete, nor the same ones twice", () => {
    const { bundles, kits, make, pack } = openKits();
    make(bundles.sweats[0] ?? "");

    expect(pack(3, "key-00001")).toMatchObject({ ok: true, value: { packed: 3 } });
    expect(pack(3, "key-00001")).toMatchObject({ ok: true, value: { packed: 3 } });
    expect(pack(3, "key-00002")).toEqual({
      ok: false,
      refusal: { code: "pack-too-many", path: "/kits", blanks: { packable: 2, packed: 3 } },
    });
    expect(pack(-4)).toMatchObject({ ok: false, refusal: { code: "pack-too-many" } });
    expect(pack(-1)).toMatchObject({ ok: true, value: { packed: 2 } });
    expect(kits()).toEqual({ ordered: 10, complete: 5, packed: 2 });
  });

  it("[O17] is done when its kits are packed, and runs again when one is opened", () => {
    const { bundles, id, make, pack, reads } = openKits();
    for (const code of bundles.sweats) make(code);
    const state = () => reads.readOrder(id)?.order.state;
    expect(state()).toBe("running");

    pack(10);
    expect(state()).toBe("done");
    pack(-1);
    expect(state()).toBe("running");
  });
});
