import { useScreen } from "../../data/screen-context.ts";
import { createFormats } from "../../i18n/formats.ts";
import { useStartWords } from "../../i18n/start.ts";
import { StepForm } from "./step-form.tsx";
import type { Start } from "./use-start.ts";

const FRENCH = [
  "Europe/Paris",
  "America/Cayenne",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Miquelon",
  "Indian/Mayotte",
  "Indian/Reunion",
  "Pacific/Noumea",
  "Pacific/Tahiti",
];

/** The zone that the browser guessed, with the time there: a wrong one shows at a glance. */
export function ZoneStep({ start }: { readonly start: Start }) {
  const { t, language } = useStartWords();
  const { picture } = useScreen();
  const { timeZone } = start.draft;
  const now = picture.now.value;
  return (
    <StepForm
      start={start}
      question={t.zone.question}
      hint={t.zone.hint}
      onNext={() => start.next()}
    >
      <p class="st-clock" role="status">
        <b>{now === null ? "—" : createFormats(language, timeZone).time(now)}</b>
      </p>
      <div class="field">
        <label for="zone">{t.zone.field}</label>
        <select
          id="zone"
          value={timeZone}
          onChange={(event) => start.set({ timeZone: event.currentTarget.value })}
        >
          <optgroup label={t.zone.french}>{FRENCH.map(zoneOption)}</optgroup>
          <optgroup label={t.zone.others}>{othersThan(timeZone).map(zoneOption)}</optgroup>
        </select>
      </div>
    </StepForm>
  );
}

function zoneOption(zone: string) {
  return (
    <option key={zone} value={zone}>
      {zone.replaceAll("_", " ")}
    </option>
  );
}

/** What the browser knows, and what it guessed even if it does not list it. */
function othersThan(guess: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set([...known, guess])].filter((zone) => !FRENCH.includes(zone)).toSorted();
}
