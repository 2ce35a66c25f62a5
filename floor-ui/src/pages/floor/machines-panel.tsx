import { useStationName } from "../../data/desk/use-station-name.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { MachineRow, UpkeepRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { RowState, useIsUnderWay } from "./errand-state.tsx";
import { reachedText } from "./upkeep-view.ts";
import type { Floor } from "./use-floor.ts";
import { noteUpkeep } from "./wishes.ts";

/** Machines that ask for a needle, oil or a service. */
export function MachinesPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const list = floor.lists.machines;
  const due = (list.value?.machines ?? []).flatMap((machine) =>
    machine.upkeep.filter(({ isDue }) => isDue).map((upkeep) => ({ machine, upkeep })),
  );
  return (
    <Box id="machines" title={t.floorMachines.title} count={due.length}>
      {list.value === null && list.refusal !== null && <p class="fd-calm">{t.floor.unreached}</p>}
      {list.value !== null && due.length === 0 && <p class="fd-calm">{t.floorMachines.none}</p>}
      <ul class="fd-rows">
        {due.map(({ machine, upkeep }) => (
          <UpkeepLine
            key={`${machine.stationId} ${upkeep.upkeep}`}
            machine={machine}
            upkeep={upkeep}
            canAct={floor.canAct}
            isNamed={true}
          />
        ))}
      </ul>
    </Box>
  );
}

/** One kind of upkeep of one machine, how far it is from being due, and « Fait ». */
export function UpkeepLine(props: {
  readonly machine: MachineRow;
  readonly upkeep: UpkeepRow;
  readonly canAct: boolean;
  /** Its station is named here, and not around it. */
  readonly isNamed: boolean;
}) {
  const { machine, upkeep, canAct, isNamed } = props;
  const i18n = useFloorWords();
  const { t, number } = i18n;
  const errands = useErrands();
  const isUnderWay = useIsUnderWay();
  const station = useStationName()(machine.stationId);
  const kind = t.floorMachines.kinds[upkeep.upkeep];
  const about = `upkeep ${machine.stationId} ${upkeep.upkeep}`;
  const text = t.floorMachines.doneText(station, kind);
  const since = reachedText(upkeep, i18n);
  const due = upkeep.isDue ? [t.floorMachines.due] : [];
  return (
    <li class="fd-upkeep">
      <p>
        <b>{isNamed ? `${station} · ${kind}` : kind}</b>
        <small>
          {[since, t.floorMachines.share(number(100 * upkeep.share)), ...due].join(" · ")}
        </small>
      </p>
      <button
        type="button"
        class="fd-b"
        aria-label={t.floorMachines.doneOf(station, kind)}
        disabled={!canAct || isUnderWay(about)}
        onClick={() =>
          errands.want(noteUpkeep(machine.stationId, upkeep.upkeep, { about, text, hasRow: true }))
        }
      >
        <FloorIcon name="check" />
        {t.floorMachines.done}
      </button>
      <RowState about={about} />
    </li>
  );
}
