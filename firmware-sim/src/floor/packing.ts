import type { Api } from "./api.ts";
import type { GivenOrder, OrderBook } from "./order-book.ts";

/** Packs kits as soon as there are enough good pieces for a box of them. */
export interface Packing {
  /** The server has taken good pieces of an order out of the line. */
  out(order: number, style: string, pieces: number): void;
  /** Kits that were packed, by order. */
  packed(): ReadonlyMap<number, number>;
  /** What the server refused. */
  refusals(): readonly string[];
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
}

/** Kits in a box. */
const BOX = 10;

export function createPacking(api: Api, book: Pick<OrderBook, "orders">, tag: string): Packing {
  const good = new Map<string, number>();
  const packed = new Map<number, number>();
  const refusals: string[] = [];
  let last: Promise<void> = Promise.resolve();

  function completeOf({ index, kits }: GivenOrder): number {
    const shares = [...(kits?.perKit ?? [])].map(
      ([style, perKit]) => (good.get(`${index} ${style}`) ?? 0) / perKit,
    );
    return Math.floor(Math.min(...shares));
  }

  async function pack(id: string, body: { readonly key: string; readonly kits: number }) {
    try {
      const answer = await api.ask("POST", `/api/v1/orders/${id}/packings`, { body });
      if (answer.status !== 200) refusals.push(JSON.stringify(answer.body));
    } catch (error) {
      refusals.push((error as Error).message);
    }
  }

  return {
    out(order, style, pieces) {
      const key = `${order} ${style}`;
      good.set(key, (good.get(key) ?? 0) + pieces);
      const found = book.orders().find(({ index }) => index === order);
      if (found === undefined || found.kits === null) return;
      const before = packed.get(order) ?? 0;
      const kits = BOX * Math.floor((completeOf(found) - before) / BOX);
      if (kits <= 0) return;
      packed.set(order, before + kits);
      const body = { key: `${tag}-${order}-kits-${before}`, kits };
      last = last.then(() => pack(found.id, body));
    },
    packed: () => packed,
    refusals: () => refusals,
    settled: () => last,
  };
}
