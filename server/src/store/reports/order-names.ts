import { inOrder } from "@trame/shared";
import type { CatalogueStore } from "../catalogue/catalogue.ts";

/** A style within an order. */
export interface OrderStyle {
  readonly orderId: string;
  readonly styleId: string;
}

/** What an order of a style is called, and in which order things stand there. */
export interface OrderNames extends OrderStyle {
  readonly name: string;
  readonly customer: string;
  /** Codes of its operations, in the order in which they are done. */
  readonly codes: readonly string[];
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
}

/** Reads the names of orders and styles; what is in no catalogue any more is not in it. */
export function createOrderNames({ orders, styles }: Pick<CatalogueStore, "orders" | "styles">) {
  function namesOf({ orderId, styleId }: OrderStyle): OrderNames[] {
    const found = orders.find(orderId)?.order;
    const style = styles.find(styleId);
    if (found === undefined || style === null) return [];
    const { name, sizes, colours } = style;
    const routing = orders.routingOf(orderId, styleId);
    const codes = inOrder(routing?.operations ?? []).map(({ code }) => code);
    const { customer } = found;
    const names = { orderId, styleId, name, customer };
    return [{ ...names, codes, sizes, colours: colours.map((colour) => colour.name) }];
  }

  return (keys: readonly OrderStyle[]): OrderNames[] => {
    orders.reload();
    styles.reload();
    return keys.flatMap(namesOf);
  };
}
