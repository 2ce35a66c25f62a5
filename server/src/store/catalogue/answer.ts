import type { Blanks, RefusalCode } from "@trame/shared";

/** Why something was not taken; `path` points into what was sent (RFC 6901). */
export interface CatalogueRefusal {
  readonly code: RefusalCode;
  readonly path?: string;
  readonly blanks?: Blanks;
}

/** One thing to mend in what was sent. */
export interface CatalogueFault extends CatalogueRefusal {
  readonly path: string;
}

/** What a command of the catalogue comes to: it is on disk, or nothing was done. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: CatalogueRefusal }
  | { readonly ok: false; readonly faults: readonly CatalogueFault[] };

/** Nothing was done, for one reason. */
export function refused(refusal: CatalogueRefusal): {
  readonly ok: false;
  readonly refusal: CatalogueRefusal;
} {
  return { ok: false, refusal };
}
