import type { Colour, Routing } from "@trame/shared";
import type { StyleProgress } from "../../../data/desk/rows.ts";
import type { OrderReads } from "./order-page.tsx";

/** A style of an order, with its name, its colours and the routing that the order froze. */
export interface OrderStyleView {
  readonly style: StyleProgress;
  readonly name: string;
  readonly colours: readonly Colour[];
  readonly routing: Routing | null;
}

/** The styles of an order, in its order. */
export function stylesOf({
  progress,
  styles,
  routings,
}: Pick<OrderReads, "progress" | "styles" | "routings">): OrderStyleView[] {
  return progress.styles.map((style) => {
    const { styleId, routingVersion } = style;
    const known = styles.find(({ id }) => id === styleId);
    return {
      style,
      name: known?.name ?? styleId,
      colours: known?.colours ?? [],
      routing:
        routings.find((each) => each.styleId === styleId && each.version === routingVersion) ??
        null,
    };
  });
}
