import type { Language } from "@trame/shared";
import type { CartonsJob } from "./carton.ts";

/** What labels of cartons and packing lists say besides what was typed by people. */
interface CartonWords {
  readonly order: (id: string) => string;
  readonly carton: string;
  readonly labels: (id: string) => string;
  readonly list: string;
  readonly listOf: (id: string) => string;
  readonly customer: string;
  readonly reference: string;
  readonly style: string;
  readonly size: string;
  readonly colour: string;
  readonly units: Readonly<Record<CartonsJob["unit"], string>>;
  readonly kit: string;
  readonly total: string;
  readonly cartons: (count: number) => string;
  readonly page: (page: number, pages: number) => string;
  readonly more: (lines: number) => string;
}

export const cartonWords: Readonly<Record<Language, CartonWords>> = {
  fr: {
    order: (id) => `OF ${id}`,
    carton: "Carton",
    labels: (id) => `Étiquettes de carton, OF ${id}`,
    list: "Liste de colisage",
    listOf: (id) => `Liste de colisage, OF ${id}`,
    customer: "Client",
    reference: "Référence",
    style: "Modèle",
    size: "Taille",
    colour: "Coloris",
    units: { pieces: "Pièces", kits: "Kits" },
    kit: "Kit complet",
    total: "Total",
    cartons: (count) => (count < 2 ? `${count} carton` : `${count} cartons`),
    page: (page, pages) => `Page ${page} / ${pages}`,
    more: (lines) => `et ${lines} autres lignes : voir la liste de colisage`,
  },
  en: {
    order: (id) => `Order ${id}`,
    carton: "Carton",
    labels: (id) => `Carton labels, order ${id}`,
    list: "Packing list",
    listOf: (id) => `Packing list, order ${id}`,
    customer: "Customer",
    reference: "Reference",
    style: "Style",
    size: "Size",
    colour: "Colour",
    units: { pieces: "Pieces", kits: "Kits" },
    kit: "Whole kit",
    total: "Total",
    cartons: (count) => (count === 1 ? `${count} carton` : `${count} cartons`),
    page: (page, pages) => `Page ${page} / ${pages}`,
    more: (lines) => `and ${lines} more lines: see the packing list`,
  },
};
