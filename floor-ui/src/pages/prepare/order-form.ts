import type { Order, OrderStyle, Style } from "@trame/shared";
import { parsePieces } from "./pieces.ts";

/** One style of an order that is being written. */
export interface StyleDraft {
  readonly styleId: string;
  /** Pieces of it in one kit, as typed; only in an order of kits. */
  readonly perKit: string;
  /** As typed, by `cellKey`. */
  readonly cells: Readonly<Record<string, string>>;
}

/** An order that is being written. */
export interface OrderDraft {
  readonly customer: string;
  readonly reference: string;
  readonly dueOn: string;
  readonly priority: string;
  /** Ids of the lines that may sew it; none: any line. */
  readonly lines: readonly string[];
  readonly isKit: boolean;
  /** Kits to deliver, as typed. */
  readonly kits: string;
  readonly styles: readonly StyleDraft[];
}

export type NewOrder = Omit<Order, "number" | "state" | "styles"> & {
  readonly styles: readonly Omit<OrderStyle, "routingVersion">[];
};

/** Nothing written yet, for a first style. */
export function emptyOrder(styleId: string): OrderDraft {
  return {
    customer: "",
    reference: "",
    dueOn: "",
    priority: "",
    lines: [],
    isKit: false,
    kits: "",
    styles: [emptyStyle(styleId)],
  };
}

export function emptyStyle(styleId: string): StyleDraft {
  return { styleId, perKit: "1", cells: {} };
}

export function cellKey(size: string, colour: string): string {
  return JSON.stringify([size, colour]);
}

/** The order as it is sent. What can't be read as a number of pieces is left out: the server says what is missing. */
export function toNewOrder(draft: OrderDraft, styles: readonly Style[]): NewOrder {
  const kits = draft.isKit ? parsePieces(draft.kits) : null;
  const priority = parsePieces(draft.priority);
  return {
    customer: draft.customer.trim(),
    dueOn: draft.dueOn,
    ...(draft.reference.trim() !== "" && { reference: draft.reference.trim() }),
    ...(priority !== null && { priority }),
    ...(draft.lines.length > 0 && { lines: [...draft.lines] }),
    styles: draft.styles.map((entry) => toOrderStyle(entry, { styles, isKit: draft.isKit })),
    ...(kits !== null && { kit: { quantity: kits, packing: [] } }),
  };
}

function toOrderStyle(
  { styleId, perKit, cells }: StyleDraft,
  { styles, isKit }: { readonly styles: readonly Style[]; readonly isKit: boolean },
): NewOrder["styles"][number] {
  const style = styles.find(({ id }) => id === styleId);
  const share = isKit ? parsePieces(perKit) : null;
  const quantities = (style?.sizes ?? []).flatMap((size) =>
    (style?.colours ?? []).flatMap(({ name: colour }) => {
      const pieces = parsePieces(cells[cellKey(size, colour)] ?? "");
      return pieces === null || pieces === 0 ? [] : [{ size, colour, pieces }];
    }),
  );
  return { styleId, quantities, ...(share !== null && { perKit: share }) };
}

/** Pieces written so far. */
export function piecesOf({ cells }: StyleDraft): number {
  return Object.values(cells).reduce((sum, text) => sum + (parsePieces(text) ?? 0), 0);
}
