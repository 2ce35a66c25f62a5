import { useSettingsWords } from "../../../i18n/settings.ts";
import { NumberSetting } from "./number-setting.tsx";
import { SectionFrame } from "./section-frame.tsx";
import { ThresholdsPanel } from "./thresholds-panel.tsx";
import { UpkeepPanel } from "./upkeep-panel.tsx";

/** « Seuils » : from when on Trame says something. */
export function LimitsSection() {
  const { t } = useSettingsWords();
  const { units } = t.limits;
  return (
    <SectionFrame section="limits">
      <div class="beside">
        <NumberSetting
          title={t.limits.calls}
          lead={t.limits.callsLead}
          address="/api/v1/settings/calls"
          figures={[
            {
              name: "escalateAfterMinutes",
              label: t.limits.escalateAfterMinutes,
              unit: units.minutes,
            },
          ]}
          switches={[{ name: "isHeard", label: t.limits.isHeard }]}
        />
        <NumberSetting
          title={t.limits.quality}
          lead={t.limits.qualityLead}
          address="/api/v1/settings/quality"
          figures={[
            { name: "mostDhu", label: t.limits.mostDhu, unit: "" },
            {
              name: "leastFirstPass",
              label: t.limits.leastFirstPass,
              unit: units.percent,
              times: 100,
            },
          ]}
        />
        <NumberSetting
          title={t.limits.follow}
          lead={t.limits.followLead}
          address="/api/v1/settings/to-follow"
          figures={[
            { name: "waitMinutes", label: t.limits.waitMinutes, unit: units.minutes },
            { name: "repairMinutes", label: t.limits.repairMinutes, unit: units.minutes },
            { name: "outsideDays", label: t.limits.outsideDays, unit: units.days },
          ]}
        />
        <NumberSetting
          title={t.limits.deduce}
          lead={t.limits.deduceLead}
          address="/api/v1/settings/deduce-limit"
          figures={[{ name: "limit", label: t.limits.limit, unit: "", isWhole: true }]}
        />
      </div>
      <ThresholdsPanel />
      <UpkeepPanel />
    </SectionFrame>
  );
}
