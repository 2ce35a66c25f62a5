import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { CheckField } from "../../../ui/desk/fields.tsx";
import type { DraftProps } from "./change-panel.tsx";

/** Figures per station, and « Ma journée ». */
export function ShownFields({ draft, onDraft }: DraftProps) {
  const { t } = usePrivacyWords();
  return (
    <fieldset class="pv-set">
      <legend>{t.shown.title}</legend>
      <div>
        <CheckField
          label={t.shown.stationFigures}
          isOn={draft.stationFigures}
          onSet={(stationFigures) => onDraft({ stationFigures })}
        />
        <p class="about">{t.shown.stationFiguresHint}</p>
      </div>
      <div>
        <CheckField
          label={t.shown.myDay}
          isOn={draft.myDay}
          onSet={(myDay) => onDraft({ myDay })}
        />
        <p class="about">{t.shown.myDayHint}</p>
      </div>
    </fieldset>
  );
}
