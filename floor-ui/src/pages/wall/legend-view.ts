import { isWorkingAt } from "@trame/shared";
import type { LegendProps } from "../../ui/legend.tsx";
import { currentHour, type Scene } from "./scene.ts";

/** What the figures of the tiles are at this moment: pieces of the hour, or of the day outside working time. */
export function legendView(scene: Scene, hasTarget: boolean): Pick<LegendProps, "sample" | "text"> {
  const { head, asOf, i18n } = scene;
  const { wall } = i18n.t;
  if (!isWorkingAt(head.windows, asOf)) return { sample: null, text: wall.legendDay };
  const hour = i18n.hour(currentHour(scene));
  return hasTarget
    ? { sample: { pieces: "74", expected: "70" }, text: wall.legendHour(hour) }
    : { sample: { pieces: "74", expected: null }, text: wall.legendHourBare(hour) };
}
