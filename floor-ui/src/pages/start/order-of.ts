import type { Operation, Order, OrderStyle, Routing, Style } from "@trame/shared";
import type { OrderDraft, StartDraft } from "../../data/start/start-draft.ts";
import { parsePieces } from "../prepare/pieces.ts";
import { PATTERNS, splitList } from "../prepare/style-form.ts";
import { minutesOf } from "./plan-of.ts";

const STEP = 10;

/** What is asked of the server for a first order: its style, how that is sewn, and how many. */
export interface FirstOrder {
  readonly style: Style;
  readonly routing: Omit<Routing, "version">;
  readonly order: Pick<Order, "customer" | "dueOn" | "state"> & {
    readonly styles: readonly Omit<OrderStyle, "routingVersion">[];
  };
}

/** The cell of a size and a colour. */
export function cellOf(size: string, colour: string): string {
  return `${size}|${colour}`;
}

/** Sizes and colours as they were typed, each once. */
export function rangeOf({ sizes, colours }: Pick<OrderDraft, "sizes" | "colours">) {
  return { sizes: [...new Set(splitList(sizes))], colours: [...new Set(splitList(colours))] };
}

/** How many pieces were typed in all. */
export function piecesIn(draft: OrderDraft): number {
  return quantitiesOf(draft).reduce((sum, { pieces }) => sum + pieces, 0);
}

/** The answers as they are sent: what the line's stations do, one after the other, is how the style is sewn. */
export function firstOrderOf({ order, stations, way }: StartDraft): FirstOrder {
  const styleId = order.styleId ?? styleIdOf(order.style);
  const { sizes, colours } = rangeOf(order);
  const operations = stations.map((station, index): Operation => {
    const label = station.operation.trim();
    return {
      code: String((index + 1) * STEP),
      label: { fr: label },
      machine: label,
      standardMinutes: minutesOf(station) ?? 0,
      after: index === 0 ? [] : [String(index * STEP)],
      countedBy: way === "scan" ? "scan" : "machine",
    };
  });
  return {
    style: {
      id: styleId,
      name: order.style.trim(),
      sizes,
      colours: colours.map((name, index) => ({
        name,
        pattern: PATTERNS[index % PATTERNS.length] ?? "empty",
      })),
    },
    routing: { styleId, parts: [], operations },
    order: {
      customer: order.customer.trim(),
      dueOn: order.dueOn,
      state: "released",
      styles: [{ styleId, quantities: quantitiesOf(order) }],
    },
  };
}

function quantitiesOf(order: OrderDraft) {
  const { sizes, colours } = rangeOf(order);
  return sizes.flatMap((size) =>
    colours.flatMap((colour) => {
      const pieces = parsePieces(order.cells[cellOf(size, colour)] ?? "");
      return pieces === null || pieces === 0 ? [] : [{ size, colour, pieces }];
    }),
  );
}

const ID_SIGNS = 24;

/** `T-shirt été` as the short name of a style: T-SHIRT-ETE. */
function styleIdOf(name: string): string {
  const bare = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  const id = bare.replaceAll(/[^A-Z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return id.slice(0, ID_SIGNS) || "MODELE-1";
}
