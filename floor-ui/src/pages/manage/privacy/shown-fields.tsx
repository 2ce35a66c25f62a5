import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { CheckField } from "../../../ui/desk/fields.tsx";
import type { DraftProps } from "./change-panel.tsx";
import { ConsultationFields } from "./consultation-fields.tsx";

/** Figures per station, minutes per operation, and « Ma journée ». */
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
          label={t.shown.operationMinutes}
          isOn={draft.operationMinutes}
          onSet={(operationMinutes) => onDraft({ operationMinutes })}
        />
        <p class="about">{t.shown.operationMinutesHint}</p>
        {draft.operationMinutes && draft.mode !== "accompanied" && (
          <div class="row pv-accompanied">
            <ConsultationFields draft={draft} onDraft={onDraft} />
          </div>
        )}
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
