import { CODE_NUMBER_MAX } from "@trame/shared";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { type Answer, refused } from "./answer.ts";
import type { Batch, NewOperator } from "./batch.ts";
import { changeOrder, type OrderChanges } from "./change-order.ts";
import { type CutCommand, cutOrder } from "./cut-order.ts";
import { notePerson } from "./note-taken.ts";
import type { BadgedOperator } from "./operators.ts";
import { type PackCommand, packKits } from "./pack-kits.ts";
import { photoTypeOf } from "./photos.ts";
import { checkCatalogue, putCatalogue } from "./put-catalogue.ts";
import { reprintTicket, voidTicket } from "./ticket-commands.ts";

/** What people do with styles, routings, orders, tickets and badges; each is one transaction, or refused whole. `now` is UTC ms. */
export function createCatalogueCommands(modules: Modules) {
  return {
    checkCatalogue: (batch: Batch, now: number) => checkCatalogue(modules, batch, now),
    putCatalogue: (batch: Batch, now: number) => putCatalogue(modules, batch, now),
    changeOrder: (change: { readonly id: string; readonly changes: OrderChanges }, now: number) =>
      changeOrder(modules, change, now),
    cutOrder: (command: CutCommand, now: number) => cutOrder(modules, command, now),
    packKits: (command: PackCommand, now: number) => packKits(modules, command, now),
    reprintTicket: (code: string, now: number) => reprintTicket(modules, code, now),
    voidTicket: (code: string, now: number) => voidTicket(modules, code, now),
    addOperator: (operator: NewOperator, now: number) => addOperator(modules, operator, now),
    renewBadge: (id: string, now: number) => renewBadge(modules, id, now),
    /** Answers the photo's id; null when the bytes are no photo. */
    putPhoto(bytes: Uint8Array, now: number): string | null {
      const type = photoTypeOf(bytes);
      if (type === null) return null;
      return modules.transact(() => {
        const subject = modules.catalogue.photos.put(type, bytes);
        noteChange(modules.facts, { what: "photo", subject, before: null, after: { type } }, now);
        return subject;
      });
    },
  };
}

/** Takes somebody new; an id that is known already is somebody else's. */
function addOperator(
  modules: Modules,
  operator: NewOperator,
  now: number,
): Answer<{ readonly operators: readonly BadgedOperator[] }> {
  const { id } = operator;
  if (id !== undefined && modules.catalogue.operators.find(id) !== null) {
    return refused({ code: "operator-taken", path: "/id", blanks: { id } });
  }
  return putCatalogue(modules, { operators: [operator] }, now);
}

/** Gives somebody a badge with a new number, for one that was lost: the old one opens nothing any more ([O21]). */
function renewBadge(modules: Modules, id: string, now: number): Answer<BadgedOperator> {
  const { catalogue, facts, transact } = modules;
  const { operators } = catalogue;
  const known = operators.find(id);
  if (known === null) return refused({ code: "operator-unknown", blanks: { id } });
  const badge = operators.nextBadge();
  if (badge > CODE_NUMBER_MAX) return refused({ code: "badges-used-up" });
  const value = { ...known, badge };
  transact(() => {
    notePerson(facts, now);
    operators.put(value);
  });
  return { ok: true, value };
}
