import { useI18n } from "../../i18n/i18n.ts";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import { useDesk } from "./desk.ts";
import { isNamed } from "./is-named.ts";

/** Who is here, above an answer that fills the screen. */
export function PersonHead() {
  const { model } = useDesk();
  const { t } = useI18n();
  const me = model.me.value;
  const station = model.view.value?.station;
  return (
    <header class="head">
      <PersonPictogram name={me?.pictogram ?? null} />
      {me === null ? t.station.nobody : isNamed(model.view.value) && me.pseudonym}
      {station !== undefined && (
        <span class="place">{`${station.name} · ${station.operation}`}</span>
      )}
    </header>
  );
}
