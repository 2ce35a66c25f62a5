import { isWorkingAt } from "@trame/shared";
import type { LegendProps } from "../../ui/legend.tsx";
import { currentHour, type Scene } from "./scene.ts";

/** What the figures of the tiles are at this moment: pieces of the hour, or of the day outside working time. */
export function legendView(
  scene: Omit<Scene, "causes">,
  hasTarget: boolean,
): Pick<LegendProps, "large" | "text"> {
  const { head, asOf, i18n } = scene;
  const { wall } = i18n.t;
  if (!isWorkingAt(head.windows, asOf)) return { large: null, text: wall.legendDay };
  const hour = i18n.hour(currentHour(scene));
  return hasTarget
    ? { large: wall.legendLarge, text: wall.legendHour(hour) }
    : { large: null, text: wall.legendHourBare(hour) };
}
