import type { CallKind, StationRow } from "@trame/shared";
import { useErrands } from "../../data/floor/floor-context.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { FloorIcon, type FloorIconName } from "../../ui/floor-desk/floor-icon.tsx";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import { useHref } from "../href.ts";
import { UpkeepLine } from "./machines-panel.tsx";
import { peopleAt } from "./station-view.ts";
import type { Floor } from "./use-floor.ts";
import { callStation, markAbsent, sendPerson } from "./wishes.ts";

interface PartProps {
  readonly floor: Floor;
  readonly row: StationRow;
}

interface ClosingProps extends PartProps {
  readonly onClose: () => void;
}

const CALLS: readonly { readonly call: CallKind; readonly icon: FloorIconName }[] = [
  { call: "mechanic", icon: "machine" },
  { call: "material", icon: "material" },
  { call: "quality", icon: "quality" },
  { call: "supervisor", icon: "bell" },
];

/** Help for the station, from the supervisor's phone. */
export function StationCalls({ floor, row, onClose }: ClosingProps) {
  const { t } = useFloorWords();
  const errands = useErrands();
  return (
    <>
      <h3>{t.floorStations.call}</h3>
      <div class="fd-causes two">
        {CALLS.map(({ call, icon }) => {
          const kind = t.floorCalls.kinds[call];
          const text = t.floorCalls.calledText(row.name, kind);
          const told = { about: `station ${row.stationId}`, text, hasRow: false };
          return (
            <button
              key={call}
              type="button"
              class="fd-b"
              disabled={!floor.canAct}
              onClick={() => {
                errands.want(callStation(row.stationId, call, told));
                onClose();
              }}
            >
              <FloorIcon name={icon} />
              {kind}
            </button>
          );
        })}
      </div>
    </>
  );
}

/** Whether somebody is there or awaited, as far as the reader may know. */
export function isAnybodyAt(stationId: string, floor: Floor): boolean {
  const there = peopleAt(stationId, floor);
  return there !== null && there.people.length + there.expected.length > 0;
}

/** Who is there and who is awaited; never with a figure. */
export function StationTeam({ floor, row, onClose }: ClosingProps) {
  const { t } = useFloorWords();
  const errands = useErrands();
  const there = peopleAt(row.stationId, floor);
  if (there === null) return null;
  const { stationId } = row;
  return (
    <>
      <h3>{t.floorStations.there}</h3>
      <ul class="fd-people">
        {[...there.people, ...there.expected].map(({ operatorId, name, pictogram }) => (
          <li key={operatorId}>
            <PersonPictogram name={pictogram} />
            <b>
              {there.people.some((person) => person.operatorId === operatorId)
                ? name
                : t.floorStations.expected(name)}
            </b>
            <button
              type="button"
              class="fd-b"
              aria-label={t.floorStations.absentOf(name)}
              disabled={!floor.canAct}
              onClick={() => {
                const told = { about: `person ${operatorId}`, hasRow: false };
                const text = t.floorTeam.absentText(name);
                errands.want(markAbsent(operatorId, true, { ...told, text }));
                onClose();
              }}
            >
              {t.floorTeam.absent}
            </button>
            <button
              type="button"
              class="fd-b"
              disabled={!floor.canAct}
              onClick={() => {
                const told = { about: `person ${operatorId}`, hasRow: false };
                const posting = { operatorId, stationId: null, before: stationId };
                errands.want(sendPerson(posting, { ...told, text: t.floorTeam.freedText(name) }));
                onClose();
              }}
            >
              {t.floorStations.leave(name)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Its machine: what was done to it when, and one tap when it was done again. */
export function StationMachine({ floor, row }: PartProps) {
  const { t, number } = useFloorWords();
  const machine = floor.lists.machines.value?.machines.find(
    ({ stationId }) => stationId === row.stationId,
  );
  if (machine === undefined) return null;
  return (
    <>
      <h3>
        {t.floorStations.machine}
        {machine.machineType !== null && ` · ${machine.machineType}`}
        {machine.stitches !== null && ` · ${t.floorMachines.stitches(number(machine.stitches))}`}
      </h3>
      <ul class="fd-rows">
        {machine.upkeep.map((upkeep) => (
          <UpkeepLine
            key={upkeep.upkeep}
            machine={machine}
            upkeep={upkeep}
            canAct={floor.canAct}
            isNamed={false}
          />
        ))}
      </ul>
    </>
  );
}

/** Its counter, and the pages about it. */
export function StationLinks({ floor, row }: PartProps) {
  const { t, duration } = useFloorWords();
  const href = useHref();
  return (
    <>
      <h3>{t.floorStations.device}</h3>
      <p>
        {row.deviceId === null
          ? t.floorStations.noDevice
          : `${t.floorStations.deviceOf(row.deviceId)} · ${
              row.heardAt === null
                ? t.floorStations.neverHeard
                : t.floorStations.heard(duration(floor.scene.asOf - row.heardAt))
            }`}
      </p>
      <p class="fd-links">
        <a class="fd-more" href={href(`/station/${encodeURIComponent(row.stationId)}`)}>
          {t.floorStations.openStation}
          <FloorIcon name="arrow-right" />
        </a>
        <a class="fd-more" href={href("/prepare/stations")}>
          {t.floorStations.tablet}
          <FloorIcon name="arrow-right" />
        </a>
      </p>
    </>
  );
}
