import { inOrder } from "../orders/graph.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { PlanStation } from "../plan/schema.ts";

/**
 * Codes of the operations of a routing that a station does, in the order in which they are done: those whose code or French
 * label is the station's operation or one of its `operations`, whatever the capitals and blanks ([U6]).
 */
export function stationOperations(
  { operations }: Routing,
  station: Pick<PlanStation, "operation" | "operations">,
): string[] {
  const names = new Set([station.operation, ...(station.operations ?? [])].map(bare));
  return inOrder(operations).flatMap(({ code, label }) =>
    names.has(bare(code)) || names.has(bare(label.fr)) ? [code] : [],
  );
}

function bare(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, "").toLocaleLowerCase("fr");
}
