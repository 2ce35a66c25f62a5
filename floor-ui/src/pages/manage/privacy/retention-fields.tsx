import { RETENTION_LIMITS } from "@trame/shared";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import { TextField } from "../../../ui/desk/fields.tsx";
import type { DraftProps } from "./change-panel.tsx";
import { RETENTION_KEYS } from "./draft.ts";

/** For how long what is kept, within what can be set. */
export function RetentionFields({ draft, onDraft }: DraftProps) {
  const { t, number } = usePrivacyWords();
  return (
    <fieldset class="pv-set">
      <legend>{t.retention.title}</legend>
      <div class="row">
        {RETENTION_KEYS.map((key) => {
          const { least, most } = RETENTION_LIMITS[key];
          const hint = key === "aggregatesYears" ? t.retention.yearsHint : t.retention.daysHint;
          return (
            <TextField
              key={key}
              label={t.retention[key]}
              hint={hint(number(least), number(most))}
              type="number"
              value={draft.retention[key]}
              isRequired={true}
              onText={(text) => onDraft({ retention: { ...draft.retention, [key]: text } })}
            />
          );
        })}
      </div>
      <p class="about">{t.retention.nightly}</p>
    </fieldset>
  );
}
