import { Type } from "@fastify/type-provider-typebox";
import type { RefusalCode } from "@trame/shared";
import type { CatalogueFault, CatalogueRefusal } from "../store/catalogue/answer.ts";
import { type Answering, type Asked, RefusalSchema, refuse, tell } from "./refuse.ts";
import { type ShapeError, shapeFaultsOf } from "./shape-faults.ts";

/** A refusal with each thing to mend. */
export const FaultySchema = Type.Object({
  ...RefusalSchema.properties,
  faults: Type.Optional(Type.Array(RefusalSchema)),
});

/** A routing of 200 operations, or an order of kits in every size, has some 100 kB. */
export const BODY_BYTES_MAX = 4 * 1_024 * 1_024;

/** A request whose shape the route judges itself, so that all faults are told at once. */
export interface Judged extends Asked {
  readonly validationError?:
    | (Error & { readonly validation: readonly ShapeError[]; readonly validationContext: string })
    | undefined;
}

/**
 * The answer to a body of the wrong shape, all its faults in it; null when its shape is right. Faults of shape hide those of
 * sense: what was sent is read only once it has the right shape.
 */
export function refuseShape(request: Judged, reply: Answering, code: RefusalCode) {
  const { validationError } = request;
  if (validationError === undefined) return null;
  if (validationError.validationContext !== "body") throw validationError;
  return refuseFaulty(request, reply, {
    code,
    faults: shapeFaultsOf(validationError.validation),
  });
}

/** What the store did not take, as an answer: one reason, or each thing to mend under the code of what was sent. */
export function refuseAnswer(
  request: Asked,
  reply: Answering,
  {
    code,
    answer,
    under = "",
  }: {
    readonly code: RefusalCode;
    readonly answer:
      | { readonly refusal: CatalogueRefusal }
      | { readonly faults: readonly CatalogueFault[] };
    /** Where in the batch the thing stood that was sent: its faults are told as its own. */
    readonly under?: string;
  },
) {
  if ("refusal" in answer) return refuse(request, reply, answer.refusal);
  const faults = answer.faults.map((fault) => ({ ...fault, path: fault.path.slice(under.length) }));
  return refuseFaulty(request, reply, { code, faults });
}

function refuseFaulty(
  request: Asked,
  reply: Answering,
  { code, faults }: { readonly code: RefusalCode; readonly faults: readonly CatalogueRefusal[] },
) {
  const refusal = refuse(request, reply, { code, blanks: { count: faults.length } });
  return { ...refusal, faults: faults.map((fault) => tell(request, fault)) };
}
