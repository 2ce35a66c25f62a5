import type { OrderStyle } from "./order-schema.ts";
import type { Routing } from "./routing-schema.ts";
import type { Style } from "./style-schema.ts";

/** What orders refer to: the styles, and every version of their routings. */
export interface Catalogue {
  readonly styles: readonly Style[];
  readonly routings: readonly Routing[];
}

/** The newest routing of a style, which a new order begins with; null when there is none. */
export function latestRouting({ routings }: Catalogue, styleId: string): Routing | null {
  return routings
    .filter((routing) => routing.styleId === styleId)
    .reduce<Routing | null>(
      (latest, routing) => (latest !== null && latest.version > routing.version ? latest : routing),
      null,
    );
}

/** The routing that an order began with, whatever came after; null when it is not there. */
export function routingOf(
  { routings }: Catalogue,
  { styleId, routingVersion }: Pick<OrderStyle, "styleId" | "routingVersion">,
): Routing | null {
  return (
    routings.find((routing) => routing.styleId === styleId && routing.version === routingVersion) ??
    null
  );
}
