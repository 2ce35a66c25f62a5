import { useState } from "preact/hooks";
import { useStationName } from "../../data/desk/use-station-name.ts";
import type { StopRow } from "../../data/floor/rows.ts";
import { type FloorI18n, useFloorWords } from "../../i18n/floor-words.ts";
import { SelectField } from "../../ui/desk/fields.tsx";
import { SheetForm } from "../../ui/desk/sheet-form.tsx";
import { CauseGrid } from "../../ui/floor-desk/cause-grid.tsx";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { TimeField } from "../../ui/floor-desk/time-field.tsx";
import { causesAsButtons } from "./cause-view.ts";
import { type NextStop, nextAtStation, shownLength, spanText } from "./stops-view.ts";
import { fieldTime, momentOfTime } from "./time-of-day.ts";
import type { Floor } from "./use-floor.ts";
import { useStopSayer } from "./use-stop-sayer.ts";

interface StopProps {
  readonly floor: Floor;
  readonly stop: StopRow;
  readonly onClose: () => void;
}

/** One stop: every cause, cut in two, or put together with the next. */
export function StopSheet({ floor, stop, onClose }: StopProps) {
  const i18n = useFloorWords();
  const { t } = i18n;
  const stationName = useStationName();
  // The sheet shows the stop as it was when it opened: others may have said something since.
  const [version] = useState(floor.lists.stops.value?.version);
  const say = useStopSayer(version, floor.causes);
  const name = stationName(stop.stationId);
  const next = nextAtStation(stop, {
    stops: floor.lists.stops.value?.stops ?? [],
    windows: floor.scene.head.windows,
  });
  const [isMerged, setMerged] = useState(false);
  const whole = isMerged && next !== null ? { ...stop, to: next.stop.to } : stop;
  const subject = t.floorStops.subject(name, spanText(whole, i18n));

  return (
    <DeskSheet title={subject} close={t.floor.close} onClose={onClose}>
      <p>
        {[
          t.floorStops.states[stop.state],
          i18n.duration(shownLength(stop)),
          ...(stop.note === null ? [] : [stop.note]),
        ].join(" · ")}
      </p>
      {next !== null && (
        <button
          type="button"
          class="fd-b"
          aria-pressed={isMerged}
          onClick={() => setMerged(!isMerged)}
        >
          {mergeText(next, i18n)}
        </button>
      )}
      <h3>{t.floorStops.whichCause}</h3>
      <CauseGrid
        causes={causesAsButtons(floor.causes, { subject, held: stop.cause, i18n })}
        isOff={!floor.canAct}
        onPick={(cause) => {
          say({ stop: whole, cause, hasRow: stop.needsCause && !isMerged });
          onClose();
        }}
        more={null}
      />
      {!isMerged && <Split floor={floor} stop={stop} onClose={onClose} />}
    </DeskSheet>
  );
}

/** What would be put together, and how much work would become stop with it ([FL20]). */
function mergeText({ stop, between }: NextStop, i18n: FloorI18n): string {
  const { floorStops } = i18n.t;
  const span = spanText(stop, i18n);
  if (between === 0) return floorStops.merge(span);
  return floorStops.mergeOver(span, i18n.duration(between * 60_000));
}

/** Two causes for one stop: one until a time, another from then on. */
function Split({ floor, stop, onClose }: StopProps) {
  const i18n = useFloorWords();
  const { t } = i18n;
  const [version] = useState(floor.lists.stops.value?.version);
  const say = useStopSayer(version, floor.causes);
  const { scene } = floor;
  const end = stop.to ?? scene.asOf;
  const [typed, setTyped] = useState(() =>
    fieldTime(stop.from + Math.floor((end - stop.from) / 120_000) * 60_000, scene),
  );
  const [before, setBefore] = useState(stop.cause ?? "");
  const [after, setAfter] = useState(stop.cause ?? "");
  const at = momentOfTime(typed, scene);
  const isInside = at !== null && at > stop.from && at < end;
  const choices = [
    { value: "", label: t.floorStops.noCause },
    ...floor.causes.map(({ code, label }) => ({ value: code, label: i18n.words(label) })),
  ];

  function keep() {
    if (!isInside) return;
    const halves = [
      { stop: { ...stop, to: at }, cause: before },
      { stop: { ...stop, from: at }, cause: after },
    ];
    for (const half of halves) {
      say({ ...half, cause: half.cause === "" ? null : half.cause, hasRow: false });
    }
    onClose();
  }

  return (
    <SheetForm onSend={keep}>
      <h3>{t.floorStops.split}</h3>
      <TimeField label={t.floorStops.splitAt} value={typed} onTime={setTyped} />
      {isInside && (
        <>
          <SelectField
            label={t.floorStops.before(spanText({ ...stop, to: at }, i18n))}
            value={before}
            choices={choices}
            onPick={setBefore}
          />
          <SelectField
            label={t.floorStops.after(spanText({ ...stop, from: at }, i18n))}
            value={after}
            choices={choices}
            onPick={setAfter}
          />
        </>
      )}
      <button
        type="submit"
        class="fd-b"
        disabled={!floor.canAct || !isInside || (before === "" && after === "")}
      >
        {t.floorStops.splitSave}
      </button>
    </SheetForm>
  );
}
