import type { Operation } from "./routing-schema.ts";

/**
 * Whether pieces are looked at in an operation: what it declares then is an inspection. As the routing says; where it says nothing,
 * an operation shown by the pictogram `inspect` does ([ADR 0011](docs/adr/0011-who-inspects.md)).
 */
export function isInspecting({ inspects, picture }: Pick<Operation, "inspects" | "picture">) {
  if (inspects !== undefined) return inspects;
  return picture !== undefined && "pictogram" in picture && picture.pictogram === "inspect";
}
