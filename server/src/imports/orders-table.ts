import type { OrderStyle } from "@trame/shared";
import type { NewOrder, NewOrderStyle } from "../store/catalogue/batch.ts";
import { type CellReader, readCells } from "./cells.ts";
import { type Columns, type ImportFault, type Line, matchColumns } from "./columns.ts";
import { createDrafts, type Draft } from "./grouped.ts";
import { cellOf, type Imported } from "./imported.ts";
import type { Table } from "./read-table.ts";
import type { StyleIdOf } from "./style-id-of.ts";

export const ORDER_COLUMNS = {
  reference: {
    name: "Commande",
    also: ["référence", "référence client", "n° commande", "of", "order", "reference"],
    isRequired: true,
  },
  customer: { name: "Client", also: ["donneur d'ordre", "customer"], isRequired: true },
  dueOn: {
    name: "Livraison",
    also: ["date de livraison", "échéance", "délai", "due", "due date", "delivery"],
    isRequired: true,
  },
  priority: { name: "Priorité", also: ["priority"] },
  style: { name: "Modèle", also: ["code modèle", "style", "style id"], isRequired: true },
  size: { name: "Taille", also: ["size"], isRequired: true },
  colour: { name: "Coloris", also: ["couleur", "colour", "color"], isRequired: true },
  pieces: {
    name: "Quantité",
    also: ["pièces", "qté", "quantity", "pieces", "qty"],
    isRequired: true,
  },
  kits: { name: "Kits", also: ["nombre de kits", "kit quantity"] },
  perKit: { name: "Par kit", also: ["pièces par kit", "per kit"] },
} as const satisfies Columns<string>;

type Key = keyof typeof ORDER_COLUMNS;
type Writable = Omit<NewOrder, "customer" | "dueOn" | "styles" | "kit" | "priority"> & {
  reference: string;
  customer: string;
  dueOn: string;
  styles: (NewOrderStyle & { quantities: OrderStyle["quantities"] })[];
  kit?: NonNullable<NewOrder["kit"]>;
  priority?: number;
};

const PIECES = { min: 1, max: 10_000_000 };

/** Orders: one row per style, size and colour; rows with the same reference are one order ([I7]). */
export function readOrders(table: Table, styleIdOf: StyleIdOf): Imported<Writable> {
  const { lines, faults: found, ignored } = matchColumns(table, ORDER_COLUMNS);
  const faults: ImportFault[] = [...found];
  const drafts = createDrafts<Writable>();
  for (const line of found.length > 0 ? [] : lines) {
    const cells = readCells(line, faults);
    const reference = cells.needed("reference");
    const head = { customer: cells.needed("customer"), dueOn: cells.day("dueOn") };
    const draft = drafts.of(reference, line.row, () => ({ reference, ...head, styles: [] }));
    sayTheSame(draft.thing, head, cells);
    readHead(draft.thing, cells);
    addQuantity(draft, { cells, line, styleId: styleIdOf(cells.needed("style")) });
    draft.sources.set("/dueOn", draft.sources.get("/dueOn") ?? cellOf(line, "dueOn"));
  }
  return { things: drafts.done(), faults, ignored };
}

/** What is true of the whole order must be so in each of its rows; a cell that can't be read contradicts nothing. */
function sayTheSame(
  order: Writable,
  { customer, dueOn }: Pick<Writable, "customer" | "dueOn">,
  cells: CellReader<Key>,
): void {
  if (order.customer === "") order.customer = customer;
  if (order.dueOn === "") order.dueOn = dueOn;
  if (customer !== "" && order.customer !== customer) {
    cells.fault("customer", "row-contradicts", { before: order.customer });
  }
  if (dueOn !== "" && order.dueOn !== dueOn) {
    cells.fault("dueOn", "row-contradicts", { before: order.dueOn });
  }
}

function readHead(order: Writable, cells: CellReader<Key>): void {
  const priority = cells.whole("priority", { min: 1, max: 9 });
  if (priority !== null) order.priority = priority;
  const kits = cells.whole("kits", PIECES);
  if (kits === null) return;
  if (order.kit !== undefined && order.kit.quantity !== kits) {
    cells.fault("kits", "row-contradicts", { before: order.kit.quantity });
  }
  order.kit = { quantity: kits, packing: [] };
}

function addQuantity(
  { thing, sources }: Draft<Writable>,
  { cells, line, styleId }: { cells: CellReader<Key>; line: Line<Key>; styleId: string },
): void {
  const perKit = cells.whole("perKit", { min: 1, max: 1_000 });
  let s = thing.styles.findIndex((style) => style.styleId === styleId);
  if (s === -1) {
    s = thing.styles.push({ styleId, quantities: [], ...(perKit !== null && { perKit }) }) - 1;
    sources.set(`/styles/${s}`, cellOf(line, "style"));
  }
  const style = thing.styles[s];
  if (style === undefined) return;
  if (perKit !== null && style.perKit !== perKit) {
    cells.fault("perKit", "row-contradicts", { before: style.perKit ?? "" });
  }
  const size = cells.needed("size");
  const colour = cells.needed("colour");
  const pieces = cells.whole("pieces", PIECES);
  if (pieces === null && line.text("pieces") === "") cells.fault("pieces", "cell-empty");
  const at = `/styles/${s}/quantities/${style.quantities.push({ size, colour, pieces: pieces ?? 1 }) - 1}`;
  sources.set(at, cellOf(line, "size"));
  sources.set(`${at}/colour`, cellOf(line, "colour"));
}
