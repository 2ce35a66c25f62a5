import type { CartonStock } from "@trame/shared";
import { describe, expect, it } from "vitest";
import type { OrderFact } from "../../../../floor-ui/src/data/desk/order-rows.ts";
import {
  cartonLines,
  contentOf,
  everythingLeft,
} from "../../../../floor-ui/src/pages/manage/orders/carton-form.ts";
import { learningView } from "../../../../floor-ui/src/pages/manage/orders/learning-view.ts";
import {
  firstPart,
  orderHref,
  partOf,
} from "../../../../floor-ui/src/pages/manage/orders/order-parts.ts";
import { orderStoryLines } from "../../../../floor-ui/src/pages/manage/orders/story-lines.ts";
import { at } from "../../../browser/support/rows.ts";
import { typed, wordsIn } from "./orders-words.ts";

const STOCK: CartonStock = {
  kind: "pieces",
  pieces: [
    { styleId: "M", size: "S", colour: "Bleu", ordered: 60, complete: 50, inCartons: 20 },
    { styleId: "M", size: "M", colour: "Bleu", ordered: 60, complete: 10, inCartons: 12 },
  ],
};

describe("an order's page", () => {
  it("[OD14] has its parts under addresses of their own, and begins with cutting while nothing is cut", () => {
    expect([orderHref("2026-1"), orderHref("2026-1", "packing")]).toEqual([
      "/manage/orders/2026-1",
      "/manage/orders/2026-1/packing",
    ]);
    expect([partOf("story"), partOf("else"), partOf(undefined)]).toEqual(["story", null, null]);
    expect([firstPart({ cut: 0 }), firstPart({ cut: 5 })]).toEqual(["prepare", "progress"]);
  });
});

describe("a carton's form", () => {
  const lines = cartonLines(STOCK);
  const [small, medium] = lines.map(({ key }) => key);

  it("[OD6] has what is left, never less than nothing", () => {
    expect(lines.map(({ left }) => left)).toEqual([30, 0]);
    expect(everythingLeft(lines)).toEqual({ [String(small)]: "30" });
  });

  it("[OD6] asks for what was written, and for nothing while that can't be read", () => {
    const asked = contentOf(lines, { [String(small)]: "1 2", [String(medium)]: " " });

    expect(asked).toEqual({
      kits: [],
      pieces: [{ styleId: "M", size: "S", colour: "Bleu", pieces: 12 }],
    });
    expect([
      contentOf(lines, {}),
      contentOf(lines, { [String(small)]: "0" }),
      contentOf(lines, { [String(small)]: "dix" }),
    ]).toEqual([null, null, null]);
  });

  it("[OD5] asks for kits where the order is made of them", () => {
    const kits = cartonLines({
      kind: "kits",
      kits: [{ size: "S", ordered: 10, complete: 5, inCartons: 0 }],
    });

    expect(contentOf(kits, everythingLeft(kits))).toEqual({
      kits: [{ size: "S", kits: 5 }],
      pieces: [],
    });
  });
});

describe("an order's story", () => {
  const names = {
    stationName: (id: string) => `Poste ${id.slice(2)}`,
    labelOf: (code: string) => (code === "40" ? { fr: "Plis" } : undefined),
  };
  const fact = (over: Partial<OrderFact>): OrderFact => ({
    ...{ at: at("10:12"), kind: "out", code: null, bundles: 0, stationId: null, operation: null },
    ...{ pieces: null, outcome: null, number: null, fields: [], partner: null, slipId: null },
    ...{ reason: null, choice: null, isUndone: false },
    ...over,
  });
  const tell = (over: Partial<OrderFact>) => {
    const [line] = orderStoryLines([fact(over)], names, wordsIn("fr"));
    return typed(`${line?.time} ${line?.what} — ${line?.text}`);
  };

  it.each<[Partial<OrderFact>, string]>([
    [{ kind: "cut", bundles: 45, pieces: 880 }, "10 h 12 Coupe — 45 paquets · 880 pièces"],
    [
      { kind: "out", code: "1-2-P", outcome: { good: 19, rework: 0, second: 0, scrap: 1 } },
      "10 h 12 Fini — 19 bonnes, 1 au rebut",
    ],
    [{ kind: "begun", stationId: "S03", pieces: 20 }, "10 h 12 Commencé — Poste 3 · 20 pièces"],
    [
      { kind: "dispatch", partner: "Broderie Dole", slipId: "BON-1", pieces: 20 },
      "10 h 12 Parti dehors — 20 pièces · Broderie Dole · bon BON-1",
    ],
    [
      { kind: "changed", fields: ["dueOn", "lines"] },
      "10 h 12 Commande changée — échéance et lignes",
    ],
    [
      { kind: "settle", choice: "drop", reason: "double saisie" },
      "10 h 12 Réglé — écarté · « double saisie »",
    ],
    [{ kind: "correction", operation: "40", pieces: -2 }, "10 h 12 Correction — Plis · −2 pièces"],
    [{ kind: "carton", number: 3, pieces: 50 }, "10 h 12 Carton fermé — n° 3 · 50 pièces"],
  ])("[OD9] tells %o", (over, said) => {
    expect(tell(over)).toBe(said);
  });
});

describe("a learning curve to be drawn", () => {
  const points = [
    { day: "2026-11-10", garments: 10, minutes: 40 },
    { day: "2026-11-11", garments: 40, minutes: 30 },
  ];

  it("[OD12] has its points alone while nothing can be said", () => {
    const view = learningView({ points, maskedDays: 0, fit: null }, wordsIn("fr"));

    expect(view.curve).toEqual([]);
    expect(view.points).toEqual([
      { key: "2026-11-10", x: 0.25, y: 0.8 },
      { key: "2026-11-11", x: 1, y: 0.6 },
    ]);
    expect(view.up.map(({ text }) => text)).toEqual(["0", "20", "40"]);
  });

  it("[OD11] passes its curve through what the formula says", () => {
    const fit = { firstMinutes: 40, ratio: 0.5, explained: 1 };
    const { curve } = learningView({ points, maskedDays: 0, fit }, wordsIn("fr"));

    expect(curve.at(0)).toEqual({ x: 0.25, y: expect.closeTo(4 / 50, 9) });
    expect(curve.at(-1)).toEqual({ x: 1, y: expect.closeTo(1 / 50, 9) });
  });
});
