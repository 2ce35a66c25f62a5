import { inProcessOf, type Routing, type Span } from "@trame/shared";
import type { OrderCell, OrderFacts, OrderOperation } from "../facts.ts";
import type { Reports } from "./span.ts";

interface OrdersAsked {
  /** From the first moment of its first working day to the last one of its last; half open, UTC ms. */
  readonly span: Span;
  /** Of the latest change, UTC ms: forecasts are made at it, so that the same data is told again the same ([EX1]). */
  readonly asOf: number;
  /** null: all. */
  readonly orderId: string | null;
}

/** How far the orders are that were open in a span, as they stand now ([EX11]), in the eyes of the data's age and not of the clock. */
export async function readOrderFacts(reports: Reports, asked: OrdersAsked): Promise<OrderFacts[]> {
  const { span, orderId, asOf } = asked;
  const routings = await reports.readRoutings(null);
  const found: OrderFacts[] = [];
  for (const stored of await reports.readOrders("all")) {
    const { id, givenAt, closedAt } = stored;
    if (orderId !== null && orderId !== id) continue;
    if (givenAt >= span.to || (closedAt !== null && closedAt < span.from)) continue;
    const facts = await readOne(reports, stored, { routings, asOf });
    if (facts !== null) found.push(facts);
  }
  return found;
}

type Stored = Awaited<ReturnType<Reports["readOrders"]>>[number];

interface At {
  readonly routings: readonly Routing[];
  readonly asOf: number;
}

async function readOne(
  reports: Reports,
  { id, givenAt, closedAt, order: { state, dueOn } }: Stored,
  { routings, asOf }: At,
): Promise<OrderFacts | null> {
  const progress = await reports.readProgress(id);
  const cartons = await reports.readCartons(id);
  // Which stations stand still nobody wrote down for later.
  const seen = await reports.readOrderOverview(id, { now: asOf, stopped: [] });
  if (progress === null || seen === null) return null;
  const isOpen = state !== "closed";
  return {
    ...{ orderId: id, state, dueOn, givenAt, closedAt },
    ...{ kits: progress.kits, cells: cellsOf(progress, cartons) },
    forecastOn: isOpen ? seen.forecast.endsOn : null,
    daysLate: isOpen ? seen.daysLate : null,
    ...{ delay: seen.delay, delayLabel: seen.delayLabel },
    operations: operationsOf(progress, { queues: seen.queues, routings }),
    kitStock: cartons?.stock.kind === "kits" ? cartons.stock.kits : [],
    cartons: cartons?.cartons ?? [],
  };
}

type Progress = NonNullable<Awaited<ReturnType<Reports["readProgress"]>>>;

function cellsOf({ styles }: Progress, cartons: Cartons): OrderCell[] {
  const packed = packedIn(cartons);
  return styles.flatMap(({ styleId, quantities }) =>
    quantities.map((quantity) => ({
      styleId,
      ...quantity,
      packed: packed === null ? null : (packed.get(keyOf({ styleId, ...quantity })) ?? 0),
    })),
  );
}

type Overview = NonNullable<Awaited<ReturnType<Reports["readOrderOverview"]>>>;

interface Around {
  readonly queues: Overview["queues"];
  readonly routings: readonly Routing[];
}

function operationsOf({ styles }: Progress, { queues, routings }: Around): OrderOperation[] {
  return styles.flatMap(({ styleId, routingVersion, quantities, operations }) => {
    const isOwn = (each: Routing) => each.styleId === styleId && each.version === routingVersion;
    const cut = quantities.reduce((sum, quantity) => sum + quantity.cut, 0);
    const inProcess = inProcessOf(operations, { cut, routing: routings.find(isOwn) ?? null });
    return operations.map((operation) => {
      const queue = queues.find((q) => q.styleId === styleId && q.code === operation.code);
      const { waiting = 0, bundles = 0 } = queue ?? {};
      const here = inProcess.get(operation.code) ?? 0;
      return { ...operation, styleId, waiting, bundles, inProcess: here };
    });
  });
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
