import type { Plan } from "@trame/shared";
import { useId } from "preact/hooks";
import { useSettingsWords } from "../../../i18n/settings.ts";

/** Which station a counter is to count: those without one first. */
export function StationChoice(props: {
  readonly plan: Plan;
  /** Empty: none yet. */
  readonly value: string;
  readonly onPick: (stationId: string) => void;
}) {
  const { plan, value, onPick } = props;
  const { t } = useSettingsWords();
  const id = useId();
  const all = plan.lines.flatMap(({ name, stations }) =>
    stations.map((station) => ({ ...station, name: `${station.name} · ${name}` })),
  );
  return (
    <div class="field">
      <label for={id}>{t.counters.admitTo}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{t.counters.admitNone}</option>
        <optgroup label={t.counters.free}>
          {all
            .filter(({ device }) => device === undefined)
            .map((station) => (
              <option key={station.id} value={station.id}>
                {station.name}
              </option>
            ))}
        </optgroup>
        <optgroup label={t.counters.takenStations}>
          {all
            .filter(({ device }) => device !== undefined)
            .map((station) => (
              <option key={station.id} value={station.id}>
                {t.counters.takenBy(station.name, station.device ?? "")}
              </option>
            ))}
        </optgroup>
      </select>
    </div>
  );
}
