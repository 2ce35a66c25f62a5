import type { OrderReads } from "./order-page.tsx";

/** What a line of a carton is of. */
export interface CartonWhat {
  /** null for kits. */
  readonly styleId: string | null;
  readonly size: string | null;
  readonly colour: string | null;
}

/** « M Bleu », with the style where the order has several; « Kit M » for kits. */
export function lineName(
  { styleId, size, colour }: CartonWhat,
  { glance }: Pick<OrderReads, "glance">,
  kit: string,
): string {
  const { styles } = glance;
  const style = styles.length > 1 ? styles.find((each) => each.styleId === styleId)?.name : null;
  return [styleId === null ? kit : style, size, colour]
    .filter((part) => part !== null && part !== undefined)
    .join(" ");
}
