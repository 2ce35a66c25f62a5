import { useState } from "preact/hooks";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { SelectField } from "../../ui/desk/fields.tsx";
import { CauseGrid } from "../../ui/floor-desk/cause-grid.tsx";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { TimeField } from "../../ui/floor-desk/time-field.tsx";
import { causeName, causesAsButtons } from "./cause-view.ts";
import { isSpan, parseScope, spanText } from "./stops-view.ts";
import { fieldTime, momentOfTime } from "./time-of-day.ts";
import type { Floor } from "./use-floor.ts";
import { sayStop } from "./wishes.ts";

/** A stop by hand, of a station, a line or the workshop, now or before: « Coupure de courant 10 h 05 – 10 h 35 ». */
export function NewStopSheet(props: { readonly floor: Floor; readonly onClose: () => void }) {
  const { floor, onClose } = props;
  const i18n = useFloorWords();
  const { t } = i18n;
  const errands = useErrands();
  const { line, scene, stations } = floor;
  const [where, setWhere] = useState(`line ${line.lineId}`);
  const [begin, setBegin] = useState(() => fieldTime(scene.asOf, scene));
  const [end, setEnd] = useState("");
  const [version] = useState(floor.lists.stops.value?.version);
  const from = momentOfTime(begin, scene);
  const to = end === "" ? null : momentOfTime(end, scene);
  const isReady = isSpan(from, to, scene.asOf) && (end === "" || to !== null);
  const isGroup = where === "workshop" || where.startsWith("line ");
  const place =
    where === "workshop"
      ? t.floorStops.workshopShort
      : (stations.find(({ row }) => row.stationId === where)?.row.name ?? line.name);
  const subject = isReady ? t.floorStops.subject(place, spanText({ from, to }, i18n)) : place;

  function note(cause: string) {
    if (!isReady) return;
    const text = t.floorStops.text(subject, causeName(cause, floor.causes, i18n));
    const told = { about: `stop ${where} ${from}`, text, hasRow: false };
    errands.want(sayStop({ scope: parseScope(where), from, to, cause, version }, told));
    onClose();
  }

  return (
    <DeskSheet title={t.floorStops.note} close={t.floor.close} onClose={onClose}>
      <SelectField
        label={t.floorStops.where}
        value={where}
        hint={isGroup ? t.floorStops.groupHint : undefined}
        choices={[
          { value: `line ${line.lineId}`, label: t.floorStops.line(line.name) },
          { value: "workshop", label: t.floorStops.workshop },
          ...stations.map(({ row }) => ({
            value: row.stationId,
            label: t.floorStops.station(row.name),
          })),
        ]}
        onPick={setWhere}
      />
      <div class="fd-pair">
        <TimeField label={t.floorStops.from} value={begin} onTime={setBegin} />
        <TimeField label={t.floorStops.to} value={end} onTime={setEnd} />
      </div>
      <p role="status" class="fd-fault">
        {isReady ? "" : t.floorStops.badTimes}
      </p>
      <h3>{t.floorStops.whichCause}</h3>
      <CauseGrid
        causes={causesAsButtons(floor.causes, { subject, held: null, i18n })}
        isOff={!floor.canAct || !isReady}
        onPick={note}
        more={null}
      />
    </DeskSheet>
  );
}
