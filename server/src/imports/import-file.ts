import type { Operator, Order, RefusalCode, Routing, Style } from "@trame/shared";
import type { CatalogueFault } from "../store/catalogue/answer.ts";
import type { Batch } from "../store/catalogue/batch.ts";
import type { ImportFault } from "./columns.ts";
import type { ImportKind } from "./examples.ts";
import { type Imported, type ImportedThing, sourceOf } from "./imported.ts";
import { readOperators } from "./operators-table.ts";
import { readOrders } from "./orders-table.ts";
import type { ReadTable, Table, TableFault } from "./read-table.ts";
import { readRoutings } from "./routings-table.ts";
import { createStyleIdOf, type StyleIdOf } from "./style-id-of.ts";
import { readStyles } from "./styles-table.ts";

/** What is there already, of the kind that is imported. */
export interface Existing {
  readonly styles: readonly Style[];
  /** The latest of each style. */
  readonly routings: readonly Routing[];
  readonly orders: readonly (Pick<Order, "reference" | "customer" | "dueOn" | "styles"> & {
    /** `2026-7`, as screens call it. */
    readonly id: string;
  })[];
  readonly operators: readonly Operator[];
}

/** What becomes of one thing of the file. */
export interface PreviewLine {
  readonly row: number;
  /** As people know it: a code, a reference, a pseudonym. */
  readonly name: string;
  readonly becomes: "new" | "changed" | "same";
}

/** A file that was read and checked; nothing is written yet. */
export interface ReadFile {
  /** Rows below the headers that hold something. */
  readonly rows: number;
  readonly faults: readonly ImportFault[];
  readonly ignored: readonly string[];
  readonly preview: readonly PreviewLine[];
  /** What is to be written: what is new or changed. */
  readonly batch: Batch;
}

export type ReadImport =
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly fault: TableFault };

export interface ImportDeps {
  readExisting(): Promise<Existing>;
  /** Everything that keeps a batch from being taken. */
  check(batch: Batch): Promise<readonly CatalogueFault[]>;
}

/** Reads what a file was opened as and says what it would change, and each thing that keeps it from being taken ([I10]). */
export async function readImport(
  kind: ImportKind,
  read: ReadTable,
  { readExisting, check }: ImportDeps,
): Promise<ReadImport> {
  if (!read.ok) return read;
  const existing = await readExisting();
  const imported = readAs(kind, read.table, createStyleIdOf(existing.styles));
  const sorted = imported.things.map((entry) => compare(kind, entry, existing));
  const news = sorted.filter(({ becomes }) => becomes !== "same").map(({ entry }) => entry);
  const batch: Batch = { [kind]: news.map(({ thing }) => thing) };
  // What could not be read has stand-ins: asking more about it would only confuse.
  const checked = imported.faults.length > 0 ? [] : await check(batch);
  const taken = kind === "orders" ? sorted.filter(({ becomes }) => becomes === "changed") : [];
  return {
    ok: true,
    file: {
      rows: read.table.rows.length,
      faults: [
        ...imported.faults,
        // An order that is there may be on the floor: it is changed by hand, not by a file.
        ...taken.map(({ entry }) => toFault(entry, "", { code: "order-there" })),
        ...(taken.length > 0 ? [] : checked.map((fault) => placed(fault, news))),
      ],
      ignored: imported.ignored,
      preview: sorted.map(({ entry, name, becomes }) => ({ row: entry.row, name, becomes })),
      batch,
    },
  };
}

function readAs(kind: ImportKind, table: Table, styleIdOf: StyleIdOf): Imported<object> {
  switch (kind) {
    case "styles":
      return readStyles(table);
    case "routings":
      return readRoutings(table, styleIdOf);
    case "orders":
      return readOrders(table, styleIdOf);
    case "operators":
      return readOperators(table);
  }
}

interface Compared {
  /** What is to be written: what the file says over what is there. */
  readonly entry: ImportedThing<object>;
  readonly name: string;
  readonly becomes: PreviewLine["becomes"];
}

/** The field by which a thing of a kind is known, and the one by which people know it. */
const NAMES = {
  styles: { id: "id", name: "id" },
  routings: { id: "styleId", name: "styleId" },
  orders: { id: "reference", name: "reference" },
  operators: { id: "id", name: "pseudonym" },
} as const;

function compare(kind: ImportKind, entry: ImportedThing<object>, existing: Existing): Compared {
  const { id, name: nameField } = NAMES[kind];
  const known: readonly object[] = existing[kind];
  const name = String(Reflect.get(entry.thing, nameField));
  const before = known.find((thing) => Reflect.get(thing, id) === Reflect.get(entry.thing, id));
  if (before === undefined && kind === "orders")
    return { entry, name, ...asNumbered(entry, existing) };
  if (before === undefined) return { entry, name, becomes: "new" };
  const thing =
    kind === "routings" || kind === "orders" ? entry.thing : laidOver(before, entry.thing);
  return { entry: { ...entry, thing }, name, becomes: holds(before, thing) ? "same" : "changed" };
}

/** Screens call an order by its number: a file that does too speaks of that order, and of no new one. */
function asNumbered(
  { thing }: ImportedThing<object>,
  { orders }: Existing,
): Pick<Compared, "becomes"> {
  const { reference, ...said } = Object(thing);
  const before = orders.find(({ id }) => id === reference);
  if (before === undefined) return { becomes: "new" };
  return { becomes: holds(before, said) ? "same" : "changed" };
}

/** A file says nothing of a photo, a swatch, a pictogram: these stay as they are. */
function laidOver(before: object, thing: object): object {
  if (!("colours" in before) || !("colours" in thing)) return { ...before, ...thing };
  const known = before.colours as Style["colours"];
  const colours = (thing.colours as Style["colours"]).map(
    (colour) => known.find(({ name }) => name === colour.name) ?? colour,
  );
  return { ...before, ...thing, colours };
}

/** Whether all that `part` says stands in `whole`. */
function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      whole.length === part.length &&
      part.every((each, at) => holds(whole[at], each))
    );
  }
  if (typeof part !== "object" || part === null) return whole === part;
  if (typeof whole !== "object" || whole === null) return false;
  return Object.entries(part).every(([key, value]) => holds(Reflect.get(whole, key), value));
}

/** A fault of a batch at the cell that it comes from: `/orders/3/styles/0` is the fourth order of the file. */
function placed(
  { code, path = "", blanks }: CatalogueFault,
  things: readonly ImportedThing<object>[],
): ImportFault {
  const [, , index = "", ...rest] = path.split("/");
  const entry = things[Number(index)];
  const pointer = rest.length === 0 ? "" : `/${rest.join("/")}`;
  if (entry === undefined) return { row: 1, column: null, value: "", code };
  return toFault(entry, pointer, { code, blanks });
}

function toFault(
  entry: ImportedThing<object>,
  pointer: string,
  { code, blanks }: { readonly code: RefusalCode; readonly blanks?: ImportFault["blanks"] },
): ImportFault {
  const fault = { ...sourceOf(entry, pointer), code };
  return blanks === undefined ? fault : { ...fault, blanks };
}
