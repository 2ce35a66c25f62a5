import type { Catalogue, Operation, Order, Routing, Style } from "@trame/shared";

/** An operation of the whole garment that nothing comes before. */
export function operation(code: string, fields: Partial<Operation> = {}): Operation {
  return {
    code,
    label: { fr: `Opération ${code}` },
    machine: "Piqueuse plate",
    standardMinutes: 0.42,
    after: [],
    countedBy: "machine",
    ...fields,
  };
}

/** A routing without parts, one operation after the other. */
export function routing(fields: Partial<Routing> = {}): Routing {
  return {
    styleId: "MASQUE",
    version: 1,
    parts: [],
    operations: [
      operation("10"),
      operation("20", { after: ["10"] }),
      operation("30", { after: ["20"] }),
    ],
    ...fields,
  };
}

/** A polo: front, back and sleeves side by side; the first two join, then the sleeves; a collar comes cut and joins last. */
export function poloRouting(fields: Partial<Routing> = {}): Routing {
  const part = (code: string, fr: string) => ({ code, label: { fr } });
  return {
    styleId: "POLO",
    version: 1,
    parts: [
      part("front", "Devant"),
      part("back", "Dos"),
      part("sleeves", "Manches"),
      part("collar", "Col"),
    ],
    operations: [
      operation("10", { part: "front" }),
      operation("15", { part: "front", after: ["10"] }),
      operation("20", { part: "back" }),
      operation("30", { part: "sleeves" }),
      operation("40", { after: ["15", "20"], joins: ["front", "back"] }),
      operation("50", { after: ["40", "30"], joins: ["sleeves"] }),
      operation("60", { after: ["50"], joins: ["collar"] }),
      operation("70", { after: ["60"], countedBy: "scan" }),
    ],
    ...fields,
  };
}

export function style(fields: Partial<Style> = {}): Style {
  return {
    id: "MASQUE",
    name: "Masque lavable",
    sizes: ["S", "M", "L"],
    colours: [
      { name: "Bleu", swatch: "#1f3a6e", pattern: "rising" },
      { name: "Écru", pattern: "empty" },
    ],
    ...fields,
  };
}

export function catalogue(fields: Partial<Catalogue> = {}): Catalogue {
  const sweatshirt = routing({ styleId: "SWEAT" });
  return {
    styles: [style(), style({ id: "POLO" }), style({ id: "SWEAT" })],
    routings: [routing(), poloRouting(), sweatshirt],
    ...fields,
  };
}

export function order(fields: Partial<Order> = {}): Order {
  return {
    number: 118,
    customer: "Ville de Lons",
    dueOn: "2026-12-18",
    state: "prepared",
    styles: [
      {
        styleId: "MASQUE",
        routingVersion: 1,
        quantities: [
          { size: "M", colour: "Bleu", pieces: 6_000 },
          { size: "L", colour: "Bleu", pieces: 3_000 },
        ],
      },
    ],
    ...fields,
  };
}

/** 3,000 kits of 3 polos and 2 sweatshirts: 15,000 pieces. */
export function kitOrder(): Order {
  const quantities = (each: number) => [
    { size: "S", colour: "Bleu", pieces: each },
    { size: "M", colour: "Bleu", pieces: 2 * each },
  ];
  return order({
    styles: [
      { styleId: "POLO", routingVersion: 1, perKit: 3, quantities: quantities(3_000) },
      { styleId: "SWEAT", routingVersion: 1, perKit: 2, quantities: quantities(2_000) },
    ],
    kit: {
      quantity: 3_000,
      packing: [operation("90", { countedBy: "scan" }), operation("95", { after: ["90"] })],
    },
  });
}
