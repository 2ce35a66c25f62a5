import { useId } from "preact/hooks";
import { createFormats } from "../../../i18n/formats.ts";
import { useSettingsWords } from "../../../i18n/settings.ts";
import { describedBy, FieldFault, Hint } from "../../../ui/desk/fields.tsx";

/** A time zone, found by typing a city; the time there shows a wrong one at a glance. */
export function ZoneField(props: {
  readonly zone: string;
  /** UTC ms; null while nobody knows. */
  readonly now: number | null;
  readonly fault?: string | undefined;
  readonly onZone: (zone: string) => void;
}) {
  const { zone, now, fault, onZone } = props;
  const { t, language } = useSettingsWords();
  const id = useId();
  const isKnown = isZone(zone);
  const wrong = fault ?? (isKnown ? undefined : t.workshop.zoneUnknown);
  const clock =
    now === null || !isKnown ? "" : t.workshop.clock(createFormats(language, zone).time(now));
  const hint = clock === "" ? t.workshop.zoneHint : `${clock} ${t.workshop.zoneHint}`;
  return (
    <div class="field">
      <label for={id}>{t.workshop.zone}</label>
      <input
        id={id}
        list={`${id}-zones`}
        {...describedBy(id, { hint, fault: wrong })}
        value={zone.replaceAll("_", " ")}
        autocomplete="off"
        onInput={(event) => onZone(event.currentTarget.value.trimStart().replaceAll(" ", "_"))}
      />
      <datalist id={`${id}-zones`}>
        {Intl.supportedValuesOf("timeZone").map((each) => (
          <option key={each} value={each.replaceAll("_", " ")} />
        ))}
      </datalist>
      <Hint of={id} text={hint} />
      <FieldFault of={id} text={wrong} />
    </div>
  );
}

/** Whether the browser can name hours in a zone. */
function isZone(timeZone: string): boolean {
  try {
    return timeZone !== "" && new Intl.DateTimeFormat("en", { timeZone }) !== null;
  } catch {
    return false;
  }
}
