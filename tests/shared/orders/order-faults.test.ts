import {
  cut,
  findOrderFaults,
  latestRouting,
  type Order,
  orderSteps,
  routingOf,
} from "@trame/shared";
import { describe, expect, it } from "vitest";
import { catalogue, kitOrder, operation, order, routing } from "./builders.ts";

function faultsOf(faulty: Order) {
  return findOrderFaults(faulty, catalogue());
}

function piecesOf({ styles }: Order): number {
  return styles
    .flatMap(({ quantities }) => quantities)
    .reduce((sum, { pieces }) => sum + pieces, 0);
}

describe("an order", () => {
  it("[O8] [O9] is taken for one style, and for kits of several", () => {
    expect([faultsOf(order()), faultsOf(kitOrder())]).toEqual([[], []]);
  });

  it("[O8] is refused with what it names that does not exist, each with its place", () => {
    const faulty = order({
      dueOn: "2026-02-30",
      styles: [
        {
          styleId: "MASQUE",
          routingVersion: 2,
          quantities: [
            { size: "XL", colour: "Bleu", pieces: 1 },
            { size: "M", colour: "bleu", pieces: 1 },
            { size: "L", colour: "Écru", pieces: 1 },
            { size: "L", colour: "Écru", pieces: 2 },
          ],
        },
      ],
    });
    expect(faultsOf(faulty)).toEqual([
      { code: "day-invalid", path: "/dueOn" },
      { code: "routing-unknown", path: "/styles/0/routingVersion" },
      { code: "quantity-duplicate", path: "/styles/0/quantities/3" },
      { code: "size-unknown", path: "/styles/0/quantities/0/size" },
      { code: "colour-unknown", path: "/styles/0/quantities/1/colour" },
    ]);
  });

  it("[O8] is refused with an unknown style and with one that comes twice", () => {
    const quantities = [{ size: "M", colour: "Bleu", pieces: 1 }];
    const entry = { styleId: "CAPE", routingVersion: 1, perKit: 1, quantities };
    expect(faultsOf(order({ styles: [entry, entry], kit: { quantity: 1, packing: [] } }))).toEqual([
      { code: "style-duplicate", path: "/styles/1/styleId" },
      { code: "style-unknown", path: "/styles/0/styleId" },
      { code: "style-unknown", path: "/styles/1/styleId" },
    ]);
  });

  it("[O7] keeps the routing it began with when the style gets a new one", () => {
    const changed = routing({ version: 2, operations: [operation("10")] });
    const after = catalogue({ routings: [...catalogue().routings, changed] });
    const [began] = order().styles;
    expect(latestRouting(after, "MASQUE")).toEqual(changed);
    expect(routingOf(after, began!)).toEqual(routing());
    expect(orderSteps(order(), after)).toEqual(orderSteps(order(), catalogue()));
    expect([
      latestRouting(after, "CAPE"),
      routingOf(after, { styleId: "MASQUE", routingVersion: 3 }),
    ]).toEqual([null, null]);
  });
});

describe("an order of kits", () => {
  it("[O9] of 3,000 kits of 3 polos and 2 sweatshirts is 15,000 pieces of two styles", () => {
    expect(piecesOf(kitOrder())).toBe(15_000);
  });

  it("[O9] packs after the end of each of its styles", () => {
    const steps = orderSteps(kitOrder(), catalogue());
    const codes = steps.map(({ code }) => code);
    expect(codes.slice(-2)).toEqual(["90", "95"]);
    expect(steps.find(({ code }) => code === "90")?.after).toEqual(["POLO/70", "SWEAT/30"]);
    expect(steps.find(({ code }) => code === "SWEAT/20")).toMatchObject({
      styleId: "SWEAT",
      after: ["SWEAT/10"],
    });
    expect(codes.length).toBe(8 + 3 + 2);
  });

  it("[O9] may end with each of its styles, without packing", () => {
    const unpacked = { ...kitOrder(), kit: { quantity: 3_000, packing: [] } };
    expect(faultsOf(unpacked)).toEqual([]);
    expect(orderSteps(unpacked, catalogue()).length).toBe(8 + 3);
  });

  it("[O9] is refused where the pieces do not make up the kits", () => {
    const { styles, kit } = kitOrder();
    expect(faultsOf(order({ styles, kit: { ...kit!, quantity: 3_001 } }))).toEqual([
      { code: "kit-quantity-mismatch", path: "/styles/0/quantities" },
      { code: "kit-quantity-mismatch", path: "/styles/1/quantities" },
    ]);
  });

  it("[O9] is refused without a kit, or with a style that has no share in it", () => {
    const { styles, kit } = kitOrder();
    const shareless = styles.map(({ perKit: _, ...entry }) => entry);
    expect(faultsOf(order({ styles }))).toEqual([{ code: "kit-missing", path: "/kit" }]);
    expect(faultsOf(order({ styles: shareless, kit: kit! }))).toEqual([
      { code: "kit-share-missing", path: "/styles/0/perKit" },
      { code: "kit-share-missing", path: "/styles/1/perKit" },
    ]);
  });

  it("[O9] is refused with packing that waits for itself or is done to a part", () => {
    const packing = [
      operation("90", { after: ["95"] }),
      operation("95", { after: ["90"], part: "front" }),
    ];
    expect(faultsOf({ ...kitOrder(), kit: { quantity: 3_000, packing } })).toEqual([
      { code: "cycle", path: "/kit/packing/0" },
      { code: "cycle", path: "/kit/packing/1" },
      { code: "packing-part", path: "/kit/packing/1" },
    ]);
  });

  it("[O10] is cut style by style, the second from the first number that is free", () => {
    const lots = [{ size: "S", colour: "Bleu", shade: 1, pieces: 120 }];
    const polos = cut({ lots, bundleSize: 50, parts: ["front", "back"], firstNumber: 1 });
    const sweatshirts = cut({ lots, bundleSize: 50, parts: [], firstNumber: polos.length + 1 });
    expect(sweatshirts.map(({ number, part }) => ({ number, part }))).toEqual(
      [7, 8, 9].map((number) => ({ number, part: null })),
    );
  });
});
