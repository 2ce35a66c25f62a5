import Type from "typebox";
import { Id, Label, strict } from "../orders/fields.ts";

/** What a workshop sets in `DEDUCE_LIMIT_SETTING`. */
export const DeduceLimitSchema = Type.Object(
  { limit: Type.Integer({ minimum: 0, maximum: 10 }) },
  strict,
);

/** A workshop's own list of defects. */
export const DefectListSchema = Type.Array(
  Type.Object(
    { code: Id, label: Type.Object({ fr: Label, en: Type.Optional(Label) }, strict) },
    strict,
  ),
  { minItems: 1, maxItems: 100 },
);
