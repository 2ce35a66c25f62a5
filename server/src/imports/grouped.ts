import type { ImportedThing, Source } from "./imported.ts";

/** A thing that grows row by row. */
export interface Draft<Thing> {
  readonly thing: Thing;
  readonly row: number;
  readonly sources: Map<string, Source>;
}

/** Things that several rows make together, by their key, in the order in which they first come. */
export interface Drafts<Thing> {
  of(key: string, row: number, begin: () => Thing): Draft<Thing>;
  done(): ImportedThing<Thing>[];
}

export function createDrafts<Thing>(): Drafts<Thing> {
  const byKey = new Map<string, Draft<Thing>>();
  return {
    of(key, row, begin) {
      let draft = byKey.get(key);
      if (draft === undefined) {
        draft = { thing: begin(), row, sources: new Map() };
        byKey.set(key, draft);
      }
      return draft;
    },
    done: () => [...byKey.values()],
  };
}
