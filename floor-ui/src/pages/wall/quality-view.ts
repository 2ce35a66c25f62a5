import { dhu, firstPassYield, type QualityRow, type QualityTargets } from "@trame/shared";
import type { I18n } from "../../i18n/i18n.ts";
import type { QualityFigure } from "../../ui/strip.tsx";

interface QualityScene {
  readonly i18n: I18n;
  readonly targets: QualityTargets;
  /** Other things need the room. */
  readonly isShort: boolean;
  /** An old picture tells no good news. */
  readonly isOld: boolean;
}

/** DHU and first pass yield, ticked on target and bare otherwise; nothing while nothing was inspected. */
export function qualityView(
  rows: readonly (QualityRow | null)[],
  { i18n, targets, isShort, isOld }: QualityScene,
): readonly QualityFigure[] {
  const whole = sumOf(rows.filter((row) => row !== null));
  const defects = dhu(whole);
  const firstPass = firstPassYield(whole);
  if (defects === null || firstPass === null) return [];
  const { quality } = i18n.t.strip;
  return [
    {
      label: isShort ? quality.dhuShort : quality.dhu,
      value: i18n.tenth(defects),
      onTarget: !isOld && defects <= targets.mostDhu ? quality.onTarget : null,
    },
    {
      label: isShort ? quality.firstPassShort : quality.firstPass,
      value: i18n.percent(firstPass),
      onTarget: !isOld && firstPass >= targets.leastFirstPass ? quality.onTarget : null,
    },
  ];
}

/** Of several lines: pieces and defects add up, ratios do not. */
function sumOf(rows: readonly QualityRow[]): QualityRow {
  const sum = (figure: "inspected" | "goodFirst" | "defects") =>
    rows.reduce((total, row) => total + row[figure], 0);
  const [inspected, goodFirst, defects] = [sum("inspected"), sum("goodFirst"), sum("defects")];
  return { inspected, goodFirst, defects, top: [] };
}
