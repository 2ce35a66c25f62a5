import { useStationName } from "../../data/desk/use-station-name.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { causeName } from "./cause-view.ts";
import { shownLength, spanText, stopId, worthARow } from "./stops-view.ts";
import type { Floor } from "./use-floor.ts";

/** Every stop of the day, explained or not, to be looked at again. */
export function StopListSheet(props: {
  readonly floor: Floor;
  readonly onPick: (stop: StopRow) => void;
  readonly onClose: () => void;
}) {
  const { floor, onPick, onClose } = props;
  const { t } = useFloorWords();
  const stops = floor.lists.stops.value?.stops ?? [];
  return (
    <DeskSheet title={t.floorStops.all} close={t.floor.close} onClose={onClose}>
      <StopList floor={floor} stops={stops} onPick={onPick} />
    </DeskSheet>
  );
}

/** Stops, the latest first, or that there was none; a touch opens one. */
export function StopList(props: {
  readonly floor: Floor;
  readonly stops: readonly StopRow[];
  readonly onPick: (stop: StopRow) => void;
}) {
  const { floor, stops, onPick } = props;
  const i18n = useFloorWords();
  const { t } = i18n;
  const stationName = useStationName();
  const shown = worthARow(stops);
  if (shown.length === 0) return <p>{t.floorStops.noneToday}</p>;
  return (
    <ul class="fd-rows">
      {shown
        .toSorted((a, b) => b.from - a.from)
        .map((stop) => (
          <li key={stopId(stop)}>
            <button
              type="button"
              class="fd-b row"
              aria-haspopup="dialog"
              onClick={() => onPick(stop)}
            >
              <b>{stationName(stop.stationId)}</b>
              <span>{`${spanText(stop, i18n)} · ${i18n.duration(shownLength(stop))}`}</span>
              <span>
                {stop.cause === null && !stop.needsCause
                  ? t.floorStops.states[stop.state]
                  : causeName(stop.cause, floor.causes, i18n)}
              </span>
            </button>
          </li>
        ))}
    </ul>
  );
}
