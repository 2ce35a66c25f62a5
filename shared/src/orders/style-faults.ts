import { duplicates, type Fault } from "./fault.ts";
import type { Style } from "./style-schema.ts";

/** What can be wrong with a style that has the right shape. */
export type StyleFaultCode = "size-duplicate" | "colour-duplicate";

/** Everything that is wrong with a style of the right shape ([O1]); empty when it can be taken. */
export function findStyleFaults({ sizes, colours }: Style): Fault<StyleFaultCode>[] {
  return [
    ...duplicates(
      sizes.map((size, s) => ({ key: nameKey(size), path: `/sizes/${s}` })),
      "size-duplicate",
    ),
    ...duplicates(
      colours.map((colour, c) => ({ key: nameKey(colour.name), path: `/colours/${c}/name` })),
      "colour-duplicate",
    ),
  ];
}

/** Names that a person at a station could not tell apart are the same name. */
function nameKey(name: string): string {
  return name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}
