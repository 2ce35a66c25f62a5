import { isDeepStrictEqual } from "node:util";
import { type CartonContent, cartonFault, kitsIn, mergedContent } from "@trame/shared";
import { type Answer, type CatalogueRefusal, refused } from "../catalogue/answer.ts";
import type { StoredOrder } from "../catalogue/orders.ts";
import { kitsNow, packedBeyond } from "../catalogue/pack-kits.ts";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { type CartonRead, createCartonRows, type StoredCarton } from "./carton-rows.ts";

/** A carton as it was sent. */
export interface PackCarton {
  readonly orderId: string;
  /** A second delivery with the same key makes no second carton. */
  readonly key: string;
  readonly content: CartonContent;
}

/** A carton that is to be opened again. */
export interface OpenCarton {
  readonly orderId: string;
  readonly number: number;
}

/** Puts what is complete into a carton ([OD6]); kits that were not packed yet are packed with it ([OD7]). */
export function packCarton(
  modules: Modules,
  { orderId, key, content: sent }: PackCarton,
  now: number,
): Answer<CartonRead> {
  const stored = modules.catalogue.orders.find(orderId);
  if (stored === null) return refused({ code: "order-unknown", blanks: { id: orderId } });
  const rows = createCartonRows(modules.sqlite);
  const content = mergedContent(sent);
  const known = ownerOf(modules, key);
  if (known !== null) {
    const same = known === orderId ? rows.all(orderId).find((each) => each.key === key) : undefined;
    return same !== undefined && isDeepStrictEqual(same.content, content)
      ? { ok: true, value: toldOf(same) }
      : refused({ code: "carton-key-taken", path: "/key" });
  }
  const refusal = packRefusal(stored, content, rows);
  if (refusal !== null) return refused(refusal);
  const number = Math.max(0, ...rows.all(orderId).map((each) => each.number)) + 1;
  const kitsPacked = missingKits(modules, stored, content);
  modules.transact(() => {
    noteCarton(modules, { orderId, number, isOpen: false }, now);
    insertCarton(modules, { orderId, number, key, now, kitsPacked, body: JSON.stringify(content) });
    packedBeyond(modules, stored, { key: `carton ${key}`, kits: kitsPacked, now });
  });
  return { ok: true, value: { number, packedAt: now, openedAt: null, content } };
}

/** Takes a carton back: what it held is in none any more, and kits that were packed with it are not packed any more ([OD8]). */
export function openCarton(
  modules: Modules,
  { orderId, number }: OpenCarton,
  now: number,
): Answer<CartonRead> {
  const stored = modules.catalogue.orders.find(orderId);
  if (stored === null) return refused({ code: "order-unknown", blanks: { id: orderId } });
  const carton = createCartonRows(modules.sqlite)
    .all(orderId)
    .find((each) => each.number === number);
  if (carton === undefined) {
    return refused({ code: "carton-unknown", blanks: { id: orderId, number } });
  }
  if (carton.openedAt !== null) return refused({ code: "carton-opened", blanks: { number } });
  if (stored.closedAt !== null) {
    return refused({ code: "pack-order-closed", blanks: { id: orderId } });
  }
  const { key, kitsPacked } = carton;
  modules.transact(() => {
    noteCarton(modules, { orderId, number, isOpen: true }, now);
    modules.sqlite
      .prepare("INSERT INTO cartons_opened (order_id, number, opened_at) VALUES (?, ?, ?)")
      .run(orderId, number, now);
    packedBeyond(modules, stored, { key: `opened ${key}`, kits: -kitsPacked, now });
  });
  return { ok: true, value: { ...toldOf(carton), openedAt: now } };
}

interface NotedCarton {
  readonly orderId: string;
  readonly number: number;
  readonly isOpen: boolean;
}

function noteCarton({ facts }: Modules, { orderId, number, isOpen }: NotedCarton, now: number) {
  const before = isOpen ? { isOpen: false } : null;
  noteChange(
    facts,
    { what: "carton", subject: `${orderId}/${number}`, before, after: { isOpen } },
    now,
  );
}

function toldOf({ number, packedAt, openedAt, content }: StoredCarton): CartonRead {
  return { number, packedAt, openedAt, content };
}

/** The order of the carton that a key made; null for a new key. */
function ownerOf({ sqlite }: Modules, key: string): string | null {
  const owner = sqlite.prepare<[string], string>("SELECT order_id FROM cartons WHERE key = ?");
  return owner.pluck().get(key) ?? null;
}

function packRefusal(
  { id, order, closedAt }: StoredOrder,
  content: CartonContent,
  rows: ReturnType<typeof createCartonRows>,
): CatalogueRefusal | null {
  if (closedAt !== null) return { code: "pack-order-closed", blanks: { id } };
  const fault = cartonFault(content, rows.stock(id, order));
  if (fault === null) return null;
  if (!("left" in fault)) return { code: fault.code, blanks: { id } };
  const { code, path, left, what } = fault;
  if (left === 0) return { code: "carton-nothing-left", path };
  return { code, path, blanks: { left, what } };
}

/** Kits in the carton that nobody noted as packed before. */
function missingKits(modules: Modules, stored: StoredOrder, content: CartonContent): number {
  const kits = kitsNow(modules, stored);
  if (kits === null) return 0;
  return Math.max(0, kits.inCartons + kitsIn(content) - kits.packed);
}

interface CartonInsert {
  readonly orderId: string;
  readonly number: number;
  readonly key: string;
  readonly now: number;
  readonly kitsPacked: number;
  readonly body: string;
}

function insertCarton({ sqlite }: Modules, carton: CartonInsert): void {
  sqlite
    .prepare(
      `INSERT INTO cartons (order_id, number, key, packed_at, kits_packed, body)
       VALUES (@orderId, @number, @key, @now, @kitsPacked, @body)`,
    )
    .run(carton);
}
