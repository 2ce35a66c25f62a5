/** Parts of an order's page, each under an address of its own. */
export const ORDER_PARTS = ["progress", "prepare", "packing", "story", "minutes"] as const;

export type OrderPart = (typeof ORDER_PARTS)[number];

/** The part that an address names; null for the order's own address. */
export function partOf(text: string | undefined): OrderPart | null {
  return ORDER_PARTS.find((part) => part === text) ?? null;
}

/** Where an order's page begins: with its cutting while nothing is cut. */
export function firstPart({ cut }: { readonly cut: number }): OrderPart {
  return cut === 0 ? "prepare" : "progress";
}

/** Address of an order's page, or of a part of it. */
export function orderHref(orderId: string, part: OrderPart | null = null): string {
  const order = `/manage/orders/${encodeURIComponent(orderId)}`;
  return part === null ? order : `${order}/${part}`;
}
