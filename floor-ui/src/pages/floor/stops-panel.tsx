import { useRef, useState } from "preact/hooks";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { RowState } from "./errand-state.tsx";
import { NewStopSheet } from "./new-stop-sheet.tsx";
import { firstOpen, keepPlaces } from "./row-places.ts";
import { StopListSheet } from "./stop-list-sheet.tsx";
import { StopToExplain } from "./stop-row.tsx";
import { StopSheet } from "./stop-sheet.tsx";
import { isStopId, stopId, toExplain } from "./stops-view.ts";
import type { Floor } from "./use-floor.ts";

type Opened =
  | { readonly kind: "new" }
  | { readonly kind: "all" }
  | { readonly kind: "stop"; readonly stop: StopRow };

/** Stops without a cause stay here until they have one: one tap each. */
export function StopsPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isWhole, setWhole] = useState(false);
  const list = floor.lists.stops;
  const { rows, isOpen, isAsked } = useRows(floor);
  const gone = useGone(rows);
  const open = rows.filter(isOpen);
  const shown = isWhole ? rows : firstOpen(rows, isOpen);
  const hidden = rows.length - shown.length;
  return (
    <Box id="stops" title={t.floorStops.title} count={open.length}>
      <Tools onOpen={(kind) => setOpened({ kind })} />
      {list.value === null && list.refusal !== null && <p class="fd-calm">{t.floor.unreached}</p>}
      {list.value !== null && open.length === 0 && <p class="fd-calm">{t.floorStops.none}</p>}
      {gone.map((about) => (
        <RowState key={about} about={about} />
      ))}
      <ul class="fd-stops-list">
        {shown.map((stop) => (
          <StopToExplain
            key={stopId(stop)}
            stop={stop}
            floor={floor}
            isAsked={isAsked(stop)}
            onOpen={() => setOpened({ kind: "stop", stop })}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="fd-b quiet fd-more" onClick={() => setWhole(true)}>
          {t.floorStops.others(hidden)}
        </button>
      )}
      <Sheets floor={floor} opened={opened} onOpen={setOpened} />
    </Box>
  );
}

/** What leads to a stop by hand, and to all of the day; above the rows, where it never moves. */
function Tools({ onOpen }: { readonly onOpen: (kind: "new" | "all") => void }) {
  const { t } = useFloorWords();
  return (
    <p class="fd-tools-row">
      <button type="button" class="fd-b quiet" aria-haspopup="dialog" onClick={() => onOpen("new")}>
        <FloorIcon name="plus" />
        {t.floorStops.note}
      </button>
      <button type="button" class="fd-b quiet" aria-haspopup="dialog" onClick={() => onOpen("all")}>
        <FloorIcon name="stop" />
        {t.floorStops.all}
      </button>
    </p>
  );
}

function Sheets(props: {
  readonly floor: Floor;
  readonly opened: Opened | null;
  readonly onOpen: (opened: Opened | null) => void;
}) {
  const { floor, opened, onOpen } = props;
  const close = () => onOpen(null);
  return (
    <>
      {opened?.kind === "new" && <NewStopSheet floor={floor} onClose={close} />}
      {opened?.kind === "all" && (
        <StopListSheet
          floor={floor}
          onPick={(stop) => onOpen({ kind: "stop", stop })}
          onClose={close}
        />
      )}
      {opened?.kind === "stop" && <StopSheet floor={floor} stop={opened.stop} onClose={close} />}
    </>
  );
}

/** Stops that ask for a cause, and between them, in their places, those about which something was just done. */
function useRows(floor: Floor) {
  const errands = useErrands().all.value;
  const before = useRef<readonly StopRow[]>([]);
  const { stops, unexplained } = floor.lists;
  const asked = toExplain([...(stops.value?.stops ?? []), ...(unexplained.value?.stops ?? [])]);
  const askedIds = new Set(asked.map(stopId));
  const over = errands.filter(({ state }) => state === "failed" || state === "refused");
  const live = errands.filter((errand) => !over.includes(errand));
  const rows = keepPlaces(before.current, asked, {
    isLive: (stop) => live.some(({ about }) => about === stopId(stop)),
    isKept: (stop) => over.some(({ about, hasRow }) => hasRow && about === stopId(stop)),
  });
  before.current = rows;
  const saidIds = new Set(
    errands
      .filter(({ hasRow, state, takeBack }) => hasRow && state === "taken" && takeBack !== null)
      .map(({ about }) => about),
  );
  const isAsked = (stop: StopRow) => askedIds.has(stopId(stop));
  const isOpen = (stop: StopRow) => isAsked(stop) && !saidIds.has(stopId(stop));
  return { rows, isAsked, isOpen };
}

/** Stops that have no row here, of another line or from before a reload, though something was said of them and not taken. */
function useGone(rows: readonly StopRow[]): readonly string[] {
  const shown = rows.map(stopId);
  const over = useErrands().all.value.filter(
    ({ about, hasRow, state }) =>
      hasRow && state !== "taken" && isStopId(about) && !shown.includes(about),
  );
  return [...new Set(over.map(({ about }) => about))];
}
