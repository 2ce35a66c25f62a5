import { Type } from "@fastify/type-provider-typebox";

/** A whole number in an address, from 0, as it is written there. */
export function wholeNumber(description: string) {
  return Type.String({ pattern: "^[0-9]{1,7}$", description });
}
