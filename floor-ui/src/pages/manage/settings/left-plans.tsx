import type { LeftPlan } from "../../../data/settings/carry.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { Refused } from "../../prepare/said.tsx";

/** Plans recorded for later that are without what was just saved, each with its day and why. */
export function LeftPlans({ left }: { readonly left: readonly LeftPlan[] }) {
  const { t, longDay, dayOf } = useSettingsWords();
  if (left.length === 0) return null;
  return (
    <div role="alert">
      {left.map(({ from, refusal }) => {
        if (from === null) {
          return (
            <p key="unknown" class="fault">
              {t.settings.leftUnknown}
            </p>
          );
        }
        const day = longDay(dayOf(from));
        return (
          <div key={from}>
            <p class="fault">
              {refusal === null ? t.settings.left(day) : t.settings.leftRefused(day)}
            </p>
            {refusal !== null && <Refused refusal={refusal} />}
          </div>
        );
      })}
    </div>
  );
}
