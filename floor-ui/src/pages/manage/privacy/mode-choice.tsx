import { PRIVACY_MODES } from "@trame/shared";
import { usePrivacyWords } from "../../../i18n/privacy.ts";
import type { DraftProps } from "./change-panel.tsx";

/** Who sees what somebody made: each mode with what it shows, in plain words. */
export function ModeChoice({ draft, onDraft }: DraftProps) {
  const { t } = usePrivacyWords();
  return (
    <fieldset class="pv-modes">
      <legend>{t.modes.title}</legend>
      {PRIVACY_MODES.map((mode) => (
        <label key={mode} class={draft.mode === mode ? "pv-choice on" : "pv-choice"}>
          <input
            type="radio"
            name="privacy-mode"
            checked={draft.mode === mode}
            onChange={() => onDraft({ mode })}
          />
          <span>
            <b>
              {t.modes[mode].name}
              {mode === "team" && <small>{t.modes.strictest}</small>}
            </b>
            <em>{t.modes[mode].who}</em>
            <span>{t.modes[mode].text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
