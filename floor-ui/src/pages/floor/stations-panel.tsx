import { useState } from "preact/hooks";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { StationTile } from "../../ui/floor-desk/station-tile.tsx";
import { arrange } from "./place-view.ts";
import { ShowsChoice } from "./shows-choice.tsx";
import { StationSheet } from "./station-sheet.tsx";
import { type Shows, stationTile } from "./station-view.ts";
import type { Floor } from "./use-floor.ts";

const SIDES: readonly Shows[] = ["people", "pieces"];

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
      {hasPeople === true && (
        <ShowsChoice
          name={t.floorStations.show}
          choices={SIDES}
          shows={shows}
          onChoose={setShows}
        />
      )}
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
