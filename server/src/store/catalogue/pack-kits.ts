import type { OrderState } from "@trame/shared";
import { noteChange } from "../journal/note-change.ts";
import type { Modules } from "../modules.ts";
import { type Answer, refused } from "./answer.ts";
import type { StoredOrder } from "./orders.ts";

/** Kits that somebody packed. */
export interface PackCommand {
  readonly orderId: string;
  /** A second delivery with the same key packs nothing again. */
  readonly key: string;
  /** Below 0 for kits that were opened again. */
  readonly kits: number;
}

/** Kits of an order now. */
export interface Kits {
  readonly ordered: number;
  /** That the good pieces make, packed ones among them: the style with the fewest decides. */
  readonly complete: number;
  readonly packed: number;
}

/** The same with those of the packed ones that are in closed cartons. */
export interface CartonedKits extends Kits {
  readonly inCartons: number;
}

/** Packs whole kits of an order ([O20]); never more than the good pieces make, and none that is in a carton is opened ([OD7]). */
export function packKits(modules: Modules, command: PackCommand, now: number): Answer<Kits> {
  const { catalogue, sqlite, transact } = modules;
  const { orderId, key, kits } = command;
  const stored = catalogue.orders.find(orderId);
  if (stored === null) return refused({ code: "order-unknown", blanks: { id: orderId } });
  const known = kitsNow(modules, stored);
  if (known === null) return refused({ code: "order-without-kit", blanks: { id: orderId } });
  const { inCartons, ...value } = known;
  const { complete, packed } = value;
  const isKnown = sqlite.prepare<[string], number>("SELECT 1 FROM packings WHERE key = ?").pluck();
  if (isKnown.get(key) !== undefined) return { ok: true, value };
  if (packed + kits > complete || packed + kits < 0) {
    const blanks = { packable: complete - packed, packed };
    return refused({ code: "pack-too-many", path: "/kits", blanks });
  }
  if (kits < 0 && packed + kits < inCartons) {
    return refused({ code: "kits-in-cartons", path: "/kits", blanks: { kits: inCartons } });
  }
  const packing = { before: { packed }, after: { packed: packed + kits } };
  transact(() => {
    noteChange(modules.facts, { what: "packing", subject: orderId, ...packing }, now);
    packedBeyond(modules, stored, { key, kits, now });
  });
  return { ok: true, value: { ...value, packed: packed + kits } };
}

/** Kits of an order as they stand; null for an order of one style. */
export function kitsNow({ sqlite }: Modules, { id, order }: StoredOrder): CartonedKits | null {
  const { kit, styles } = order;
  if (kit === undefined) return null;
  const { readGood, readPacked, readInCartons } = prepare(sqlite);
  const good = new Map(readGood.all(id).map((row) => [row.styleId, row.good]));
  const shares = styles.map(({ styleId, perKit = 1 }) => (good.get(styleId) ?? 0) / perKit);
  return {
    ordered: kit.quantity,
    complete: Math.floor(Math.min(...shares)),
    packed: readPacked.get(id) ?? 0,
    inCartons: readInCartons.get(id) ?? 0,
  };
}

interface Packed {
  readonly key: string;
  readonly kits: number;
  readonly now: number;
}

/** Within a transaction: so many kits more are packed, or fewer, and the order goes where that leads; 0 is nothing. */
export function packedBeyond(
  modules: Modules,
  stored: StoredOrder,
  { key, kits, now }: Packed,
): void {
  const before = kits === 0 ? null : kitsNow(modules, stored);
  if (before === null) return;
  prepare(modules.sqlite).insert.run({ key, orderId: stored.id, kits, now });
  const after = { ...before, packed: before.packed + kits };
  const order = { ...stored.order, state: stateAfter(stored.order.state, after) };
  if (order.state !== stored.order.state) modules.catalogue.orders.put({ ...stored, order });
}

/** An order of kits is done when all of them are packed, and runs again when one is opened ([O17]). */
function stateAfter(state: OrderState, { ordered, packed }: Kits): OrderState {
  if (state === "running" && packed >= ordered) return "done";
  return state === "done" && packed < ordered ? "running" : state;
}

function prepare(sqlite: Modules["sqlite"]) {
  return {
    readGood: sqlite.prepare<[string], { styleId: string; good: number }>(
      `SELECT b.style_id AS styleId, sum(s.good) AS good
       FROM bundles b JOIN bundle_states s ON s.bundle_id = b.id WHERE b.order_id = ? GROUP BY b.style_id`,
    ),
    readPacked: sqlite
      .prepare<[string], number | null>("SELECT sum(kits) FROM packings WHERE order_id = ?")
      .pluck(),
    readInCartons: sqlite
      .prepare<[string], number | null>(
        `SELECT sum(k.value ->> '$.kits') FROM cartons c, json_each(c.body, '$.kits') k
         WHERE c.order_id = ? AND NOT EXISTS
           (SELECT 1 FROM cartons_opened o WHERE o.order_id = c.order_id AND o.number = c.number)`,
      )
      .pluck(),
    insert: sqlite.prepare(
      "INSERT INTO packings (key, order_id, kits, packed_at) VALUES (@key, @orderId, @kits, @now)",
    ),
  };
}
