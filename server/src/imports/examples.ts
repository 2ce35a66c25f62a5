import { type CsvRow, writeFrenchCsv } from "../reports/csv.ts";
import { OPERATOR_COLUMNS } from "./operators-table.ts";
import { ORDER_COLUMNS } from "./orders-table.ts";
import { ROUTING_COLUMNS } from "./routings-table.ts";
import { STYLE_COLUMNS } from "./styles-table.ts";

/** What can be imported. */
export type ImportKind = "styles" | "routings" | "orders" | "operators";

const ROWS: Readonly<Record<ImportKind, readonly CsvRow[]>> = {
  styles: [
    headers(STYLE_COLUMNS),
    ["POLO", "Polo d'uniforme", "6 ans, 8 ans, 10 ans", "Bleu marine, Blanc"],
    ["SWEAT", "Sweat d'uniforme", "6 ans, 8 ans, 10 ans", "Gris chiné"],
  ],
  routings: [
    headers(ROUTING_COLUMNS),
    [
      "POLO",
      "10",
      "Épaules",
      "Shoulders",
      "Surjeteuse 4 fils",
      0.55,
      "",
      "corps",
      "",
      "machine",
      "overlock",
    ],
    [
      "POLO",
      "20",
      "Ourlet manches",
      "Hem sleeves",
      "Recouvreuse",
      0.7,
      "",
      "manches",
      "",
      "machine",
      "hem",
    ],
    [
      "POLO",
      "30",
      "Montage manches",
      "Set sleeves",
      "Surjeteuse 4 fils",
      1.1,
      "10, 20",
      "",
      "corps, manches",
      "machine",
      "sleeve",
    ],
    ["POLO", "40", "Contrôle", "Inspection", "Table", 0.5, "30", "", "", "scan", "inspect"],
    [
      "SWEAT",
      "10",
      "Montage",
      "Assembly",
      "Surjeteuse 4 fils",
      2.4,
      "",
      "",
      "",
      "machine",
      "overlock",
    ],
    ["SWEAT", "20", "Contrôle", "Inspection", "Table", 0.5, "10", "", "", "scan", "inspect"],
  ],
  orders: [
    headers(ORDER_COLUMNS),
    ["C-2026-07", "Ville de Lons", "18/12/2026", 3, "POLO", "6 ans", "Blanc", 600, 400, 3],
    ["C-2026-07", "Ville de Lons", "18/12/2026", 3, "POLO", "8 ans", "Blanc", 600, 400, 3],
    ["C-2026-07", "Ville de Lons", "18/12/2026", 3, "SWEAT", "6 ans", "Gris chiné", 400, 400, 2],
    ["C-2026-07", "Ville de Lons", "18/12/2026", 3, "SWEAT", "8 ans", "Gris chiné", 400, 400, 2],
  ],
  operators: [
    headers(OPERATOR_COLUMNS),
    ["Fleur", "", 412, "Épaules:4, Contrôle:2", "", "", "", "", "", "", "", ""],
    ["Soleil", "", "", "Ourlet manches:1", "oui", "", "oui", "oui", "oui", "", "", 0.8],
  ],
};

/** A small file that can be imported as it is, for a person to write over ([I9]). */
export function exampleOf(kind: ImportKind): string {
  return writeFrenchCsv(ROWS[kind]);
}

function headers(columns: Readonly<Record<string, { readonly name: string }>>): string[] {
  return Object.values(columns).map(({ name }) => name);
}
