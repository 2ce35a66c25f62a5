import type { UpkeepRow } from "../../data/floor/rows.ts";
import type { FloorI18n } from "../../i18n/floor-words.ts";

/** « 412 000 points », « 6 h de marche », in the measure that its share is told in. */
export function reachedText(
  { measure, stitches, hours, days }: UpkeepRow,
  { t, number }: Pick<FloorI18n, "t" | "number">,
): string {
  if (measure === "stitches") return t.floorMachines.stitches(number(stitches ?? 0));
  if (measure === "hours") return t.floorMachines.hours(number(hours ?? 0));
  return t.floorMachines.days(days);
}
