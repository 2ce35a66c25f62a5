import Type from "typebox";
import { strict } from "../orders/fields.ts";

const Minutes = Type.Number({ minimum: 1, maximum: 10_000 });

/** From when on a bundle is to be followed: `FollowSettings`. */
export const FollowSettingsSchema = Type.Object(
  {
    waitMinutes: Minutes,
    repairMinutes: Minutes,
    outsideDays: Type.Number({ minimum: 1, maximum: 365 }),
  },
  strict,
);
