import { describe, expect, it } from "vitest";
import type { CartonsJob, PaperCarton } from "../../../server/src/paper/carton.ts";
import { createCartons } from "../../../server/src/paper/create-cartons.ts";
import { readPdf } from "./support/read-pdf.ts";

const line = (size: string, colour: string, amount: number) => ({
  ...{ style: "Masque lavable", size, colour, amount },
});
const CARTONS: PaperCarton[] = [
  { number: 1, lines: [line("S", "Bleu", 20), line("M", "Bleu", 30)] },
  { number: 12, lines: [line("M", "Écru", 45)] },
];

function job(fields: Partial<CartonsJob> = {}): CartonsJob {
  return {
    form: "list",
    order: { id: "2026-118", customer: "Ville de Lons", reference: "Commande 4711" },
    unit: "pieces",
    cartons: CARTONS,
    language: "fr",
    ...fields,
  };
}

const print = async (fields?: Partial<CartonsJob>) => readPdf(await createCartons(job(fields)));

describe("papers of cartons", () => {
  it("[OD13] a packing list names each carton with what it holds, and what they hold together", async () => {
    const pdf = await print();
    const text = pdf.textOf(0);

    expect([pdf.pages, pdf.sizeOf(0).map(Math.round)]).toEqual([1, [210, 297]]);
    for (const words of [
      "Liste de colisage",
      "OF 2026-118",
      "Ville de Lons",
      "Commande 4711",
      "2 cartons · Pièces 95",
      "Écru",
      "Total",
      "Page 1 / 1",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("[OD13] a packing list goes on over pages, and loses no carton", async () => {
    const cartons = Array.from({ length: 100 }, (_, i) => ({
      number: 100 + i,
      lines: [line("S", "Bleu", 10)],
    }));
    const pdf = await print({ cartons });
    const text = Array.from({ length: pdf.pages }, (_, page) => pdf.textOf(page)).join("\n");

    expect(pdf.pages).toBe(4);
    expect(cartons.filter(({ number }) => !text.includes(String(number)))).toEqual([]);
    expect(text).toContain("1000");
  });

  it("[OD13] a label says order, customer, number, content and sum; one page a carton", async () => {
    const pdf = await print({ form: "labels" });

    expect([pdf.pages, pdf.sizeOf(0).map(Math.round)]).toEqual([2, [100, 150]]);
    for (const words of ["OF 2026-118", "Ville de Lons", "S Bleu", "M Bleu", "50"]) {
      expect(pdf.textOf(0).replaceAll(/\s+/g, " ")).toContain(words);
    }
    expect(pdf.textOf(1)).toContain("12");
  });

  it("[OD13] a label with more lines than it has room for leads to the list", async () => {
    const lines = Array.from({ length: 30 }, (_, i) => line(`T${i}`, "Bleu", 2));
    const pdf = await print({ form: "labels", cartons: [{ number: 1, lines }] });

    expect(pdf.textOf(0).replaceAll(/\s+/g, " ")).toContain(
      "et 23 autres lignes : voir la liste de colisage",
    );
    expect(pdf.textOf(0)).toContain("60");
  });

  it("[OD13] the same cartons give the same bytes", async () => {
    for (const form of ["list", "labels"] as const) {
      const [one, other] = [await createCartons(job({ form })), await createCartons(job({ form }))];
      expect(Buffer.compare(one, other)).toBe(0);
    }
  });
});
