import type { Colour, ColourPattern, Style } from "@trame/shared";
import { type CellReader, readCells } from "./cells.ts";
import { type Columns, type ImportFault, type Line, matchColumns, plain } from "./columns.ts";
import { createDrafts, type Draft as DraftOf } from "./grouped.ts";
import { cellOf, type Imported } from "./imported.ts";
import type { Table } from "./read-table.ts";

export const STYLE_COLUMNS = {
  style: {
    name: "Modèle",
    also: ["code modèle", "référence", "style", "style id", "id"],
    isRequired: true,
  },
  name: { name: "Nom", also: ["désignation", "libellé", "name", "description"] },
  sizes: { name: "Tailles", also: ["taille", "sizes", "size"], isRequired: true },
  colours: {
    name: "Coloris",
    also: ["couleurs", "couleur", "colours", "colour", "colors", "color"],
    isRequired: true,
  },
} as const satisfies Columns<string>;

type Key = keyof typeof STYLE_COLUMNS;
type Draft = Style & { readonly sizes: string[]; readonly colours: Colour[] };

/** Told apart best in black on paper; the first ones are for light and dark. */
const PATTERNS: readonly ColourPattern[] = [
  "rising",
  "crossed",
  "dots",
  "horizontal",
  "falling",
  "grid",
  "vertical",
  "empty",
  "solid",
];
const LIGHT = /blanc|ecru|creme|white|ivoire|naturel/;
const DARK = /noir|black/;

/** Styles: one row each with lists in its cells, or one row per size and colour ([I5]). */
export function readStyles(table: Table): Imported<Style> {
  const { lines, faults: found, ignored } = matchColumns(table, STYLE_COLUMNS);
  const faults: ImportFault[] = [...found];
  const drafts = createDrafts<Draft>();
  for (const line of found.length > 0 ? [] : lines) {
    const cells = readCells(line, faults);
    const id = cells.id("style");
    const name = cells.text("name") || id;
    const draft = drafts.of(id, line.row, () => ({ id, name, sizes: [], colours: [] }));
    addSizes(draft, cells, line);
    addColours(draft, cells, line);
  }
  return { things: drafts.done(), faults, ignored };
}

function addSizes({ thing, sources }: DraftOf<Draft>, cells: CellReader<Key>, line: Line<Key>) {
  for (const size of cells.list("sizes")) {
    if (thing.sizes.includes(size)) continue;
    if (size.length > 12) cells.fault("sizes", "cell-too-long", { limit: 12 });
    sources.set(`/sizes/${thing.sizes.push(size) - 1}`, cellOf(line, "sizes"));
  }
  if (thing.sizes.length === 0) cells.fault("sizes", "cell-empty");
}

function addColours({ thing, sources }: DraftOf<Draft>, cells: CellReader<Key>, line: Line<Key>) {
  for (const name of cells.list("colours")) {
    if (thing.colours.some((each) => each.name === name)) continue;
    if (name.length > 40) cells.fault("colours", "cell-too-long", { limit: 40 });
    const place = thing.colours.push({ name, pattern: patternFor(name, thing.colours) }) - 1;
    sources.set(`/colours/${place}`, cellOf(line, "colours"));
  }
  if (thing.colours.length === 0) cells.fault("colours", "cell-empty");
}

/** Each colour of a style its own pattern while there are some. */
function patternFor(name: string, others: readonly Colour[]): ColourPattern {
  const taken = new Set(others.map(({ pattern }) => pattern));
  const wanted = LIGHT.test(plain(name)) ? "empty" : DARK.test(plain(name)) ? "solid" : null;
  if (wanted !== null && !taken.has(wanted)) return wanted;
  return PATTERNS.find((pattern) => !taken.has(pattern)) ?? "rising";
}
