import Type from "typebox";
import { strict } from "../orders/fields.ts";

/** What a workshop sets in `CALLS_SETTING`. */
export const CallSettingsSchema = Type.Object(
  {
    escalateAfterMinutes: Type.Number({ exclusiveMinimum: 0, maximum: 1_440 }),
    isHeard: Type.Boolean(),
  },
  strict,
);

/** A workshop that never wants to be told sets a limit that no machine reaches. */
const Limit = Type.Object(
  {
    stitches: Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000_000 }),
    hours: Type.Number({ exclusiveMinimum: 0, maximum: 100_000 }),
    days: Type.Number({ exclusiveMinimum: 0, maximum: 400 }),
  },
  strict,
);

/** What a workshop sets in `UPKEEP_SETTING`. */
export const UpkeepLimitsSchema = Type.Object(
  { needle: Limit, oil: Limit, service: Limit },
  strict,
);
