import type { OrderState } from "@trame/shared";
import type { Modules } from "../modules.ts";
import { type Answer, refused } from "./answer.ts";

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

/** Packs whole kits of an order ([O20]); never more than the good pieces make. */
export function packKits(modules: Modules, command: PackCommand, now: number): Answer<Kits> {
  const { catalogue, sqlite, transact } = modules;
  const { orderId, key, kits } = command;
  const stored = catalogue.orders.find(orderId);
  if (stored === null) return refused({ code: "order-unknown", blanks: { id: orderId } });
  const { kit, styles } = stored.order;
  if (kit === undefined) return refused({ code: "order-without-kit", blanks: { id: orderId } });
  const { readGood, readPacked, isKnown, insert } = prepare(sqlite);
  const good = new Map(readGood.all(orderId).map((row) => [row.styleId, row.good]));
  const shares = styles.map(({ styleId, perKit = 1 }) => (good.get(styleId) ?? 0) / perKit);
  const complete = Math.floor(Math.min(...shares));
  const packed = readPacked.get(orderId) ?? 0;
  const value = { ordered: kit.quantity, complete, packed };
  if (isKnown.get(key) !== undefined) return { ok: true, value };
  if (packed + kits > complete || packed + kits < 0) {
    const blanks = { packable: complete - packed, packed };
    return refused({ code: "pack-too-many", path: "/kits", blanks });
  }
  const after = { ...value, packed: packed + kits };
  transact(() => {
    insert.run({ key, orderId, kits, now });
    const order = { ...stored.order, state: stateAfter(stored.order.state, after) };
    if (order.state !== stored.order.state) catalogue.orders.put({ ...stored, order });
  });
  return { ok: true, value: after };
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
    isKnown: sqlite.prepare<[string], number>("SELECT 1 FROM packings WHERE key = ?").pluck(),
    insert: sqlite.prepare(
      "INSERT INTO packings (key, order_id, kits, packed_at) VALUES (@key, @orderId, @kits, @now)",
    ),
  };
}
