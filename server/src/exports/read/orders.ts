import type { Span } from "@trame/shared";
import type { OrderCell, OrderFacts } from "../facts.ts";
import type { Reports } from "./span.ts";

interface OrdersAsked {
  /** From the first moment of its first working day to the last one of its last; half open, UTC ms. */
  readonly span: Span;
  /** null: all. */
  readonly orderId: string | null;
}

/** How far the orders are that were open in a span, as they stand now ([EX11]). */
export async function readOrderFacts(reports: Reports, asked: OrdersAsked): Promise<OrderFacts[]> {
  const { from: begin, to: end } = asked.span;
  const found: OrderFacts[] = [];
  for (const { id, givenAt, closedAt, order } of await reports.readOrders("all")) {
    if (asked.orderId !== null && asked.orderId !== id) continue;
    if (givenAt >= end || (closedAt !== null && closedAt < begin)) continue;
    const progress = await reports.readProgress(id);
    const cartons = await reports.readCartons(id);
    if (progress === null) continue;
    const packed = packedIn(cartons);
    const cells = progress.styles.flatMap(({ styleId, quantities }) =>
      quantities.map(
        (quantity): OrderCell => ({
          styleId,
          ...quantity,
          packed: packed === null ? null : (packed.get(keyOf({ styleId, ...quantity })) ?? 0),
        }),
      ),
    );
    const { kits } = progress;
    const { state, dueOn } = order;
    found.push({ orderId: id, state, dueOn, givenAt, closedAt, kits, cells });
  }
  return found;
}

type Cartons = Awaited<ReturnType<Reports["readCartons"]>>;

/** Pieces in cartons that are closed now; of kits nobody says by which size and colour they are packed. */
function packedIn(read: Cartons): ReadonlyMap<string, number> | null {
  if (read === null || read.stock.kind === "kits") return null;
  return new Map(read.stock.pieces.map((piece) => [keyOf(piece), piece.inCartons]));
}

function keyOf({ styleId, size, colour }: Pick<OrderCell, "styleId" | "size" | "colour">): string {
  return JSON.stringify([styleId, size, colour]);
}
