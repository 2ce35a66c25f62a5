import type { ImportFault, Line } from "./columns.ts";

/** Where in the file a thing, or a field of one, was read. */
export interface Source {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
}

/** One thing that a file brings, made of one row or of several. */
export interface ImportedThing<Thing> {
  readonly thing: Thing;
  /** The first of its rows. */
  readonly row: number;
  /** Where its fields were read, by pointers into the thing: `/styles/0/styleId`. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** What a file brings. */
export interface Imported<Thing> {
  readonly things: readonly ImportedThing<Thing>[];
  readonly faults: readonly ImportFault[];
  readonly ignored: readonly string[];
}

/** Where a pointer into a thing was read: itself, or the nearest of what holds it; the thing's first row otherwise. */
export function sourceOf({ sources, row }: ImportedThing<unknown>, pointer: string): Source {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const source = sources.get(at);
    if (source !== undefined) return source;
  }
  return { row, column: null, value: "" };
}

/** The cell of a line as the source of a field. */
export function cellOf<Key extends string>(line: Line<Key>, key: Key): Source {
  return { row: line.row, column: line.header(key), value: line.text(key) };
}
