import { type Catalogue, routingOf } from "./catalogue.ts";
import { endsOf, inOrder, type Step } from "./graph.ts";
import type { Order } from "./order-schema.ts";
import type { Operation } from "./routing-schema.ts";

/** An operation of an order. Its code names the style too, `POLO/10`, since two styles may both have an operation 10. */
export interface OrderStep extends Step {
  /** The style it is done to; null for the packing of a kit. */
  readonly styleId: string | null;
  readonly operation: Operation;
}

/**
 * Every operation of an order in an order in which they can be done, by the versions that it began with ([O9]): the styles of
 * a kit side by side, then the packing, which waits for the end of each. Takes an order without faults.
 */
export function orderSteps(order: Order, catalogue: Catalogue): OrderStep[] {
  const byStyle = order.styles.map((entry) => {
    const { styleId } = entry;
    return (routingOf(catalogue, entry)?.operations ?? []).map((operation) =>
      stepOf(operation, { styleId, prefix: `${styleId}/`, ends: [] }),
    );
  });
  const ends = byStyle.flatMap((steps) => endsOf(steps).map(({ code }) => code));
  const packing = (order.kit?.packing ?? []).map((operation) =>
    stepOf(operation, { styleId: null, prefix: "", ends }),
  );
  return inOrder([...byStyle.flat(), ...packing]);
}

interface Belonging {
  readonly styleId: string | null;
  readonly prefix: string;
  /** What the operation comes after when it names nothing. */
  readonly ends: readonly string[];
}

function stepOf(operation: Operation, { styleId, prefix, ends }: Belonging): OrderStep {
  const after = operation.after.length === 0 ? ends : operation.after.map((code) => prefix + code);
  return { code: prefix + operation.code, after, styleId, operation };
}
