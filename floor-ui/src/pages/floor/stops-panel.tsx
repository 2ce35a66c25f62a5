import { useState } from "preact/hooks";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { CauseGrid } from "../../ui/floor-desk/cause-grid.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { causesAsButtons } from "./cause-view.ts";
import { RowState, useIsJustSaid, useIsUnderWay } from "./errand-state.tsx";
import { NewStopSheet } from "./new-stop-sheet.tsx";
import { StopListSheet } from "./stop-list-sheet.tsx";
import { StopSheet } from "./stop-sheet.tsx";
import { causeButtons, isStopId, spanText, stopId, toExplain } from "./stops-view.ts";
import type { Floor } from "./use-floor.ts";
import { useStopSayer } from "./use-stop-sayer.ts";

type Opened =
  | { readonly kind: "new" }
  | { readonly kind: "all" }
  | { readonly kind: "stop"; readonly stop: StopRow };

/** Stops at once on the page; the others wait behind a button that says how many they are. */
const SHOWN = 3;

/** Stops without a cause stay here until they have one: one tap each. */
export function StopsPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = floor.lists.stops;
  const isJustSaid = useIsJustSaid();
  const all = [...(list.value?.stops ?? []), ...(floor.lists.unexplained.value?.stops ?? [])];
  const rows = toExplain(all).filter((stop) => !isJustSaid(stopId(stop)));
  const gone = useGone(rows);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, SHOWN);
  const close = () => setOpened(null);
  return (
    <Box id="stops" title={t.floorStops.title} count={rows.length}>
      {list.value === null && list.refusal !== null && <p class="fd-calm">{t.floor.unreached}</p>}
      {list.value !== null && rows.length === 0 && <p class="fd-calm">{t.floorStops.none}</p>}
      {gone.map((about) => (
        <RowState key={about} about={about} />
      ))}
      <ul class="fd-stops-list">
        {shown.map((stop) => (
          <ToExplain
            key={stopId(stop)}
            stop={stop}
            floor={floor}
            onOpen={() => setOpened({ kind: "stop", stop })}
          />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" class="fd-b quiet fd-more" onClick={() => setWhole(true)}>
          {t.floorStops.others(rows.length - shown.length)}
        </button>
      )}
      <p class="fd-tools-row">
        <button
          type="button"
          class="fd-b quiet"
          aria-haspopup="dialog"
          onClick={() => setOpened({ kind: "new" })}
        >
          <FloorIcon name="plus" />
          {t.floorStops.note}
        </button>
        <button
          type="button"
          class="fd-b quiet"
          aria-haspopup="dialog"
          onClick={() => setOpened({ kind: "all" })}
        >
          <FloorIcon name="stop" />
          {t.floorStops.all}
        </button>
      </p>
      {opened?.kind === "new" && <NewStopSheet floor={floor} onClose={close} />}
      {opened?.kind === "all" && (
        <StopListSheet
          floor={floor}
          onPick={(stop) => setOpened({ kind: "stop", stop })}
          onClose={close}
        />
      )}
      {opened?.kind === "stop" && <StopSheet floor={floor} stop={opened.stop} onClose={close} />}
    </Box>
  );
}

function ToExplain(props: {
  readonly stop: StopRow;
  readonly floor: Floor;
  readonly onOpen: () => void;
}) {
  const { stop, floor, onOpen } = props;
  const i18n = useFloorWords();
  const { t } = i18n;
  const stationName = useStationName();
  const isUnderWay = useIsUnderWay();
  const sayStop = useStopSayer(floor.lists.stops.value?.version, floor.causes);
  const name = stationName(stop.stationId);
  const isOfToday = stop.from >= (floor.scene.head.windows[0]?.from ?? Infinity);
  const time = spanText(stop, i18n);
  const span = isOfToday ? time : `${i18n.dayMonthAt(stop.from)} ${time}`;
  const subject = `${name} ${span}`;
  const { first, hasMore } = causeButtons(floor.causes);
  const about = stopId(stop);
  return (
    <li>
      <h3>
        <b>{name}</b> {span}
        <span>{i18n.duration(stop.minutes * 60_000)}</span>
      </h3>
      <CauseGrid
        causes={causesAsButtons(first, { subject, held: null, i18n })}
        isOff={!floor.canAct || isUnderWay(about)}
        onPick={(cause) => sayStop({ stop, cause, hasRow: true })}
        more={
          hasMore
            ? { label: t.floorStops.other, name: t.floorStops.otherOf(subject), onOpen }
            : null
        }
      />
      <RowState about={about} />
    </li>
  );
}

/** Stops that changed so much that they have no row any more, though something was said of them and not taken. */
function useGone(rows: readonly StopRow[]): readonly string[] {
  const shown = rows.map(stopId);
  const over = useErrands().all.value.filter(
    ({ about, hasRow, state }) =>
      hasRow &&
      (state === "failed" || state === "refused") &&
      isStopId(about) &&
      !shown.includes(about),
  );
  return [...new Set(over.map(({ about }) => about))];
}
