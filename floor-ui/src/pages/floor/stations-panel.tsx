import { useState } from "preact/hooks";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { StationTile } from "../../ui/floor-desk/station-tile.tsx";
import { arrange } from "./place-view.ts";
import { StationSheet } from "./station-sheet.tsx";
import { type Shows, stationTile } from "./station-view.ts";
import type { Floor } from "./use-floor.ts";

/** The floor as it stands: a touch on a station opens what can be done there. */
export function StationsPanel({ floor }: { readonly floor: Floor }) {
  const i18n = useFloorWords();
  const { t } = i18n;
  const [shows, setShows] = useState<Shows>("people");
  const [opened, setOpened] = useState<string | null>(null);
  const { columns, places } = arrange(floor.stations.map(({ row }) => row));
  const station = floor.stations.find(({ row }) => row.stationId === opened);
  const hasPeople = floor.lists.presence.value?.stations.some(({ people }) => people.length > 0);
  return (
    <section id="line" class="fd-line" aria-label={t.floorStations.title} tabIndex={-1}>
      {hasPeople === true && <ShowsChoice shows={shows} onChoose={setShows} />}
      <div class="fd-floor" style={{ "--columns": columns }}>
        {floor.stations.map((each, index) => {
          const place = places[index];
          return place === undefined ? null : (
            <StationTile
              key={each.row.stationId}
              view={stationTile(each, floor, { shows, i18n })}
              place={place}
              onOpen={() => setOpened(each.row.stationId)}
            />
          );
        })}
      </div>
      {station !== undefined && (
        <StationSheet floor={floor} station={station} onClose={() => setOpened(null)} />
      )}
    </section>
  );
}

function ShowsChoice(props: { readonly shows: Shows; readonly onChoose: (shows: Shows) => void }) {
  const { t } = useFloorWords();
  return (
    <fieldset class="fd-shows">
      <legend class="fd-vh">{t.floorStations.show}</legend>
      {(["people", "pieces"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={props.shows === each}
          onClick={() => props.onChoose(each)}
        >
          {t.floorStations[each]}
        </button>
      ))}
    </fieldset>
  );
}
