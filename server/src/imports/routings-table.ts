import type { Operation, Part } from "@trame/shared";
import type { NewRouting } from "../store/catalogue/batch.ts";
import { type CellReader, readCells } from "./cells.ts";
import { type Columns, type ImportFault, matchColumns, plain } from "./columns.ts";
import { createDrafts } from "./grouped.ts";
import { cellOf, type Imported } from "./imported.ts";
import type { Table } from "./read-table.ts";
import type { StyleIdOf } from "./style-id-of.ts";

export const ROUTING_COLUMNS = {
  style: {
    name: "Modèle",
    also: ["code modèle", "référence", "style", "style id"],
    isRequired: true,
  },
  code: {
    name: "Code",
    also: ["n°", "numéro", "opération n°", "operation", "op", "code opération"],
    isRequired: true,
  },
  label: {
    name: "Libellé",
    also: ["opération", "désignation", "label", "description", "name"],
    isRequired: true,
  },
  english: { name: "Libellé anglais", also: ["label en", "english label", "english"] },
  machine: { name: "Machine", also: ["type de machine", "matériel", "machine type"] },
  minutes: {
    name: "Temps",
    also: [
      "temps alloué",
      "temps min",
      "temps cmn",
      "temps en minutes",
      "smv",
      "sam",
      "standard minutes",
      "minutes",
    ],
    isRequired: true,
  },
  after: { name: "Après", also: ["précédence", "prédécesseurs", "after", "predecessors"] },
  part: { name: "Élément", also: ["pièce", "part", "component"] },
  joins: { name: "Assemble", also: ["éléments assemblés", "joins"] },
  countedBy: { name: "Compté par", also: ["comptage", "counted by"] },
  pictogram: { name: "Pictogramme", also: ["image", "pictogram"] },
} as const satisfies Columns<string>;

type Key = keyof typeof ROUTING_COLUMNS;
type Draft = NewRouting & { readonly parts: Part[]; readonly operations: Operation[] };

const COUNTED_BY = new Map<string, "machine" | "scan">([
  ["machine", "machine"],
  ["compteur", "machine"],
  ["counter", "machine"],
  ["scan", "scan"],
  ["main", "scan"],
  ["hand", "scan"],
]);
const CODE = /^[A-Za-z0-9]{1,8}$/;

/**
 * Routings: one operation a row ([I6]). Without a column « Après » each operation comes after the one above it; with it, an
 * empty cell begins.
 */
export function readRoutings(table: Table, styleIdOf: StyleIdOf): Imported<NewRouting> {
  const { lines, faults: found, ignored } = matchColumns(table, ROUTING_COLUMNS);
  const faults: ImportFault[] = [...found];
  const drafts = createDrafts<Draft>();
  const isSequence = !table.headers.some((header) => isAfter(header));
  for (const line of found.length > 0 ? [] : lines) {
    const cells = readCells(line, faults);
    const styleId = styleIdOf(cells.needed("style"));
    const { thing, sources } = drafts.of(styleId, line.row, () => ({
      styleId,
      parts: [],
      operations: [],
    }));
    const previous = thing.operations.at(-1)?.code;
    const after = isSequence ? (previous === undefined ? [] : [previous]) : cells.list("after");
    const at = `/operations/${thing.operations.length}`;
    thing.operations.push(operationOf(cells, { after, parts: thing.parts }));
    for (const [field, key] of FIELDS) sources.set(at + field, cellOf(line, key));
  }
  return { things: drafts.done(), faults, ignored };
}

const FIELDS: readonly (readonly [string, Key])[] = [
  ["", "code"],
  ["/code", "code"],
  ["/after", "after"],
  ["/part", "part"],
  ["/joins", "joins"],
  ["/picture", "pictogram"],
  ["/standardMinutes", "minutes"],
];

interface Around {
  readonly after: readonly string[];
  /** Grows with the parts that the operation names. */
  readonly parts: Part[];
}

function operationOf(cells: CellReader<Key>, { after, parts }: Around): Operation {
  const code = cells.needed("code");
  if (code !== "" && !CODE.test(code)) cells.fault("code", "cell-not-operation-code");
  const english = cells.text("english");
  const part = cells.text("part");
  const joins = cells.list("joins").map((name) => partCode(name, parts));
  const pictogram = cells.text("pictogram");
  return {
    code,
    label: { fr: cells.needed("label"), ...(english !== "" && { en: english }) },
    machine: cells.text("machine") || "—",
    standardMinutes: cells.minutes("minutes"),
    after: [...after],
    ...(part !== "" && { part: partCode(part, parts) }),
    ...(joins.length > 0 && { joins }),
    ...(pictogram !== "" && { picture: { pictogram } }),
    countedBy: cells.choice("countedBy", COUNTED_BY) ?? "machine",
  };
}

/** « Manche gauche » is the part `manche-gauche`; the first spelling of it is shown. */
function partCode(name: string, parts: Part[]): string {
  const code = name
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 24);
  if (!parts.some((part) => part.code === code)) parts.push({ code, label: { fr: name } });
  return code;
}

function isAfter(header: string): boolean {
  const { name, also } = ROUTING_COLUMNS.after;
  return [name, ...also].some((each) => plain(each) === plain(header));
}
