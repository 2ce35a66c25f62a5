import { useId } from "preact/hooks";
import { useSettingsWords } from "../../../i18n/settings.ts";
import type { Since } from "./use-plan-draft.ts";

/** From when a change holds: now, or from a day on. */
export function SinceField({ since, today }: { readonly since: Since; readonly today: string }) {
  const { t, longDay } = useSettingsWords();
  const { day, nextDay, isPast } = since;
  const id = useId();
  return (
    <fieldset class="se-since">
      <legend>{t.settings.when}</legend>
      <label class="check">
        <input type="radio" name={id} checked={day === null} onChange={() => since.pick(null)} />
        <span>{t.settings.whenNow}</span>
      </label>
      <label class="check">
        <input type="radio" name={id} checked={day !== null} onChange={() => since.pick(today)} />
        <span>{t.settings.whenDay}</span>
      </label>
      {day !== null && (
        <input
          class="box words"
          type="date"
          aria-label={t.settings.whichDay}
          value={day}
          onChange={(event) => {
            if (event.currentTarget.value !== "") since.pick(event.currentTarget.value);
          }}
        />
      )}
      {isPast && <p class="fault">{t.settings.past}</p>}
      {nextDay !== null && <p class="about">{t.settings.later(longDay(nextDay))}</p>}
    </fieldset>
  );
}
