import { parseDay } from "../calendar/days.ts";
import { type Catalogue, routingOf } from "./catalogue.ts";
import { duplicates, type Fault } from "./fault.ts";
import type { Order, OrderKit, OrderStyle } from "./order-schema.ts";
import { findStepFaults, type StepFaultCode } from "./step-faults.ts";

/** What can be wrong with an order that has the right shape. */
export type OrderFaultCode =
  | StepFaultCode
  | "day-invalid"
  | "style-unknown"
  | "style-duplicate"
  | "routing-unknown"
  | "size-unknown"
  | "colour-unknown"
  | "quantity-duplicate"
  | "kit-missing"
  | "kit-share-missing"
  | "kit-quantity-mismatch"
  | "packing-part";

type OrderFault = Fault<OrderFaultCode>;

/** Everything that is wrong with an order of the right shape ([O8], [O9]); empty when it can be taken. */
export function findOrderFaults(order: Order, catalogue: Catalogue): OrderFault[] {
  return [
    ...(parseDay(order.dueOn) === null ? [{ code: "day-invalid" as const, path: "/dueOn" }] : []),
    ...duplicates(
      order.styles.map(({ styleId }, s) => ({ key: styleId, path: `/styles/${s}/styleId` })),
      "style-duplicate",
    ),
    ...order.styles.flatMap((entry, s) => [
      ...catalogueFaults(entry, catalogue, `/styles/${s}`),
      ...quantityFaults(entry, catalogue, `/styles/${s}/quantities`),
    ]),
    ...(order.kit === undefined ? faultsWithoutKit(order) : kitFaults(order, order.kit)),
  ];
}

function catalogueFaults(entry: OrderStyle, catalogue: Catalogue, path: string): OrderFault[] {
  if (!catalogue.styles.some((style) => style.id === entry.styleId)) {
    return [{ code: "style-unknown", path: `${path}/styleId` }];
  }
  if (routingOf(catalogue, entry) !== null) return [];
  return [{ code: "routing-unknown", path: `${path}/routingVersion` }];
}

function quantityFaults(
  { styleId, quantities }: OrderStyle,
  { styles }: Catalogue,
  path: string,
): OrderFault[] {
  const faults: OrderFault[] = duplicates(
    quantities.map(({ size, colour }, q) => ({
      key: JSON.stringify([size, colour]),
      path: `${path}/${q}`,
    })),
    "quantity-duplicate",
  );
  const style = styles.find(({ id }) => id === styleId);
  if (style === undefined) return faults;
  for (const [q, { size, colour }] of quantities.entries()) {
    const isColour = style.colours.some(({ name }) => name === colour);
    if (!style.sizes.includes(size))
      faults.push({ code: "size-unknown", path: `${path}/${q}/size` });
    if (!isColour) faults.push({ code: "colour-unknown", path: `${path}/${q}/colour` });
  }
  return faults;
}

/** Several styles are one order only when something holds them together. */
function faultsWithoutKit({ styles }: Order): OrderFault[] {
  const isKit = styles.length > 1 || styles.some(({ perKit }) => perKit !== undefined);
  return isKit ? [{ code: "kit-missing", path: "/kit" }] : [];
}

function kitFaults({ styles }: Order, { quantity, packing }: OrderKit): OrderFault[] {
  return [
    ...styles.flatMap(({ perKit, quantities }, s): OrderFault[] => {
      if (perKit === undefined) return [{ code: "kit-share-missing", path: `/styles/${s}/perKit` }];
      const pieces = quantities.reduce((sum, entry) => sum + entry.pieces, 0);
      if (pieces === perKit * quantity) return [];
      return [{ code: "kit-quantity-mismatch", path: `/styles/${s}/quantities` }];
    }),
    ...findStepFaults(packing, "/kit/packing"),
    ...packing.flatMap(({ part, joins }, p): OrderFault[] => {
      if (part === undefined && joins === undefined) return [];
      return [{ code: "packing-part", path: `/kit/packing/${p}` }];
    }),
  ];
}
