import { duplicates, type Fault } from "./fault.ts";
import { endsOf } from "./graph.ts";
import { findPartFaults, type PartFaultCode } from "./part-faults.ts";
import type { Routing } from "./routing-schema.ts";
import { findStepFaults, type StepFaultCode } from "./step-faults.ts";

/** What can be wrong with a routing that has the right shape. */
export type RoutingFaultCode = StepFaultCode | PartFaultCode | "part-duplicate" | "several-ends";

/** Everything that is wrong with a routing of the right shape ([O3], [O4]); empty when it can be taken. */
export function findRoutingFaults(routing: Routing): Fault<RoutingFaultCode>[] {
  return [
    ...duplicates(
      routing.parts.map((part, p) => ({ key: part.code, path: `/parts/${p}/code` })),
      "part-duplicate",
    ),
    ...findStepFaults(routing.operations, "/operations"),
    ...severalEnds(routing),
    ...findPartFaults(routing),
  ];
}

/** What leaves a line is what leaves its last operation, so there is one; the last listed is taken for it. */
function severalEnds({ operations }: Routing): Fault<RoutingFaultCode>[] {
  return endsOf(operations)
    .slice(0, -1)
    .map((end) => ({ code: "several-ends", path: `/operations/${operations.indexOf(end)}` }));
}
