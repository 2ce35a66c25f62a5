import { stationState } from "@trame/shared";
import { useState } from "preact/hooks";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { CauseGrid } from "../../ui/floor-desk/cause-grid.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { StateGlyph } from "../../ui/floor-desk/marks.tsx";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { momentOf } from "../wall/scene.ts";
import type { StationInLine } from "../wall/tile-view.ts";
import { causesAsButtons } from "./cause-view.ts";
import { ShowsChoice } from "./shows-choice.tsx";
import {
  isAnybodyAt,
  StationCalls,
  StationLinks,
  StationMachine,
  StationTeam,
} from "./station-parts.tsx";
import { endOfMark, stopUnderWay } from "./station-stop.ts";
import { stationTile } from "./station-view.ts";
import { StopList } from "./stop-list-sheet.tsx";
import { StopSheet } from "./stop-sheet.tsx";
import type { Floor } from "./use-floor.ts";
import { sayStop } from "./wishes.ts";

/** Who is there stands beside no stop and no stitch: together they would be that person's ([FL8]). */
const SIDES = ["station", "people"] as const;

/** What can be done about a station, the most common first; each is a tap, and the sheet closes. */
export function StationSheet(props: {
  readonly floor: Floor;
  readonly station: StationInLine;
  readonly onClose: () => void;
}) {
  const { floor, station, onClose } = props;
  const i18n = useFloorWords();
  const { t } = i18n;
  const [stop, setStop] = useState<StopRow | null>(null);
  const [shows, setShows] = useState<(typeof SIDES)[number]>("station");
  const { row } = station;
  const view = stationTile(station, floor, { shows: "pieces", i18n });
  const isAnybody = isAnybodyAt(row.stationId, floor);
  const stops = floor.lists.stops.value?.stops ?? [];
  if (stop !== null) return <StopSheet floor={floor} stop={stop} onClose={onClose} />;
  return (
    <DeskSheet title={row.name} close={t.floor.close} onClose={onClose}>
      {isAnybody && (
        <ShowsChoice
          name={t.floorStations.showHere}
          choices={SIDES}
          shows={shows}
          onChoose={setShows}
        />
      )}
      {isAnybody && shows === "people" ? (
        <StationTeam floor={floor} row={row} onClose={onClose} />
      ) : (
        <>
          <p class={`fd-now ${view.state}`}>
            <StateGlyph state={view.state} />
            <b>
              {view.since === null ? view.word : t.floorStations.sinceNow(view.word, view.since)}
            </b>
            <span>{row.operation}</span>
            {view.note !== null && <span>{view.note}</span>}
          </p>
          <WhatNow floor={floor} station={station} onClose={onClose} />
          <StationCalls floor={floor} row={row} onClose={onClose} />
          <h3>{t.floorStations.today}</h3>
          <StopList
            floor={floor}
            stops={stops.filter(({ stationId }) => stationId === row.stationId)}
            onPick={setStop}
          />
          <StationMachine floor={floor} row={row} />
          <StationLinks floor={floor} row={row} />
        </>
      )}
    </DeskSheet>
  );
}

/** Why it stands still, or that somebody is being helped there; and that this is over. */
function WhatNow(props: {
  readonly floor: Floor;
  readonly station: StationInLine;
  readonly onClose: () => void;
}) {
  const { floor, station, onClose } = props;
  const i18n = useFloorWords();
  const { t } = i18n;
  const errands = useErrands();
  const { row } = station;
  const { name, stationId } = row;
  const now = stationState(row, momentOf(floor.scene));
  const isSupport = now.state === "support";
  const isStill = now.state === "stopped" || now.state === "waiting";
  const end = endOfMark(row, floor.scene.asOf);
  const support = floor.causes.find((cause) => cause.class === "support");
  const about = `station ${stationId}`;
  const version = floor.lists.stops.value?.version;

  function say(cause: string, text: string) {
    const said = stopUnderWay(stationId, { now, asOf: floor.scene.asOf, cause });
    errands.want(sayStop({ ...said, version }, { about, text, hasRow: false }));
    onClose();
  }

  function finish(text: string) {
    if (end !== null) errands.want(sayStop({ ...end, version }, { about, text, hasRow: false }));
    onClose();
  }

  return (
    <>
      <h3>{isStill ? t.floorStations.stopNow : t.floorStations.stopHere}</h3>
      <CauseGrid
        causes={causesAsButtons(
          floor.causes.filter((cause) => cause.class !== "support"),
          { subject: name, held: row.mark?.cause ?? null, i18n },
        )}
        isOff={!floor.canAct}
        onPick={(cause) => {
          const known = floor.causes.find(({ code }) => code === cause);
          say(
            cause,
            t.floorStops.text(name, known === undefined ? cause : i18n.words(known.label)),
          );
        }}
        more={null}
      />
      {end !== null && !isSupport && (
        <button
          type="button"
          class="fd-b pri"
          disabled={!floor.canAct}
          onClick={() => finish(t.floorStops.endText(name))}
        >
          {t.floorStops.end}
        </button>
      )}
      {support !== undefined && (
        <div class="fd-support">
          <button
            type="button"
            class="fd-b"
            disabled={!floor.canAct || (isSupport && end === null)}
            onClick={() =>
              isSupport
                ? finish(t.floorStations.supportOffText(name))
                : say(support.code, t.floorStations.supportOnText(name))
            }
          >
            <FloorIcon name="support" />
            {isSupport ? t.floorStations.supportOff : t.floorStations.supportOn}
          </button>
          <small>{t.floorStations.supportHint}</small>
        </div>
      )}
    </>
  );
}
