import { isDeepStrictEqual } from "node:util";
import type { FactLog } from "../fact-log.ts";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import type { TakenBatch } from "./batch.ts";

/** Puts on record what a batch changes, before it is written ([JO3]). */
export function noteTaken({ catalogue, facts }: Modules, batch: TakenBatch, now: number): void {
  const { styles, routings, orders, operators } = batch;
  for (const style of styles) {
    const before = catalogue.styles.find(style.id);
    noteChange(facts, { what: "style", subject: style.id, before, after: style }, now);
  }
  for (const routing of routings) {
    const { styleId, version } = routing;
    if (catalogue.routings.find(styleId, version) !== null) continue;
    const before = catalogue.routings.find(styleId, version - 1);
    noteChange(facts, { what: "routing", subject: styleId, before, after: routing }, now);
  }
  for (const { id, order } of orders) {
    const before = catalogue.orders.find(id)?.order ?? null;
    noteChange(facts, { what: "order", subject: id, before, after: order }, now);
  }
  for (const operator of operators) {
    if (!isDeepStrictEqual(catalogue.operators.find(operator.id), operator)) notePerson(facts, now);
  }
}

/** Somebody's sheet was changed: whose, and in what, the journal does not say. */
export function notePerson(facts: FactLog, now: number): void {
  noteChange(facts, { what: "person", subject: null, before: null, after: null }, now);
}
