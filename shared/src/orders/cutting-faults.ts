import { CODE_NUMBER_MAX } from "../tickets/shape.ts";
import { countBundles } from "./cut.ts";
import type { Cutting } from "./cutting-schema.ts";
import { duplicates, type Fault } from "./fault.ts";
import type { Order } from "./order-schema.ts";

/** What can be wrong with a cutting that has the right shape. */
export type CuttingFaultCode =
  | "style-not-ordered"
  | "lot-not-ordered"
  | "lot-duplicate"
  | "too-many-bundles";

/** What a cutting is for. */
export interface CuttingPlace {
  readonly order: Order;
  /** Parts of the style's routing that are cut; none when its pieces stay together. */
  readonly parts: readonly string[];
  /** The first number of a bundle that is free in the order. */
  readonly firstNumber: number;
}

/**
 * Everything that is wrong with a cutting of the right shape ([O11]); empty when it can be cut. More or fewer pieces than were
 * ordered are no fault: a lay gives what it gives.
 */
export function findCuttingFaults(
  cutting: Cutting,
  { order, parts, firstNumber }: CuttingPlace,
): Fault<CuttingFaultCode>[] {
  const ordered = order.styles.find(({ styleId }) => styleId === cutting.styleId);
  if (ordered === undefined) return [{ code: "style-not-ordered", path: "/styleId" }];
  const wanted = new Set(
    ordered.quantities.map(({ size, colour }) => JSON.stringify([size, colour])),
  );
  const tooMany = countBundles({ ...cutting, parts }) > CODE_NUMBER_MAX - firstNumber + 1;
  return [
    ...cutting.lots.flatMap(({ size, colour }, l) =>
      wanted.has(JSON.stringify([size, colour]))
        ? []
        : [{ code: "lot-not-ordered" as const, path: `/lots/${l}` }],
    ),
    ...duplicates(
      cutting.lots.map(({ size, colour, shade }, l) => ({
        key: JSON.stringify([size, colour, shade]),
        path: `/lots/${l}`,
      })),
      "lot-duplicate",
    ),
    ...(tooMany ? [{ code: "too-many-bundles" as const, path: "/bundleSize" }] : []),
  ];
}
