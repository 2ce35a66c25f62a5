import Type from "typebox";
import { strict } from "../orders/fields.ts";

/** What a workshop sets in `QUALITY_SETTING`. */
export const QualityTargetsSchema = Type.Object(
  {
    mostDhu: Type.Number({ minimum: 0, maximum: 1_000 }),
    leastFirstPass: Type.Number({ minimum: 0, maximum: 1 }),
  },
  strict,
);

/** What a workshop sets in `SCREENS_SETTING`. */
export const ScreenSettingsSchema = Type.Object(
  { language: Type.Union([Type.Literal("fr"), Type.Literal("en")]) },
  strict,
);
