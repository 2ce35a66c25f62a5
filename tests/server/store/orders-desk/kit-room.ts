/** A sewing room with an order of 10 kits, 3 polos and 2 sweatshirts each, all cut, and what the manager's desk reads of it. */
import type { CartonContent } from "@trame/shared";
import { createOrdersDeskReads } from "../../../../server/src/store/orders-desk/orders-desk-reads.ts";
import { lineRouting, openSewingRoom, operation, style } from "../catalogue/sewing-room.ts";

/** Kits whose polos and sweatshirts are all of size S. */
export function ofKits(kits: number, size: string | null = "S"): CartonContent {
  return { kits: [{ size, kits }], pieces: [] };
}

export function openKitRoom() {
  const room = openSewingRoom();
  const { ledger } = room;
  const styles = ["POLO", "SWEAT"];
  room.take(
    ledger.catalogue.putCatalogue(
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
    for (const step of ["10", "20", "30"]) room.sew(code, step, { good: 10 });
  };
  const desk = createOrdersDeskReads(room.sqlite);
  let drawn = 0;
  return {
    ...room,
    get now() {
      return room.now;
    },
    ...{ id, bundles, make, desk },
    pack(content: CartonContent, key = `carton-${++drawn}`) {
      return ledger.ordersDesk.packCarton({ orderId: id, key, content }, room.now + 2);
    },
    open: (number: number) => ledger.ordersDesk.openCarton({ orderId: id, number }, room.now + 3),
    kits: () => room.reads.readProgress(id)?.kits,
    cartons: () => desk.readCartons(id),
  };
}
