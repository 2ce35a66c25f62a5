import { inOrder } from "../orders/graph.ts";
import type { Routing } from "../orders/routing-schema.ts";
import type { PlanStation } from "../plan/schema.ts";
import { partWords } from "./decide-scan.ts";
import { partsNeeded } from "./reach.ts";

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

/** Of what a station does of a routing the operations at which parts come together, with the parts; null is what was joined before. */
export function joinsAt(routing: Routing, station: Pick<PlanStation, "operation" | "operations">) {
  return stationOperations(routing, station).flatMap((operation) => {
    const parts = partsNeeded(routing, operation).map((code) => ({
      code,
      label: partWords(routing, code),
    }));
    return parts.length === 0 ? [] : [{ operation, parts }];
  });
}

/** A name as it is compared: without blanks and capitals. */
export function bare(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, "").toLocaleLowerCase("fr");
}
