import { useErrands } from "../../data/floor/floor-context.ts";
import type { FreeRow } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { DeskSheet } from "../../ui/floor-desk/sheet.tsx";
import { peopleAt } from "./station-view.ts";
import type { Floor } from "./use-floor.ts";
import { sendPerson } from "./wishes.ts";

/** Stations for a person: those whose operation they know come first, the others are marked and can be had all the same. */
export function ChooseStationSheet(props: {
  readonly floor: Floor;
  readonly person: FreeRow;
  readonly onClose: () => void;
}) {
  const { floor, person, onClose } = props;
  const { t } = useFloorWords();
  const errands = useErrands();
  const { operatorId, name, operations } = person;
  const isKnown = ({ row }: Floor["stations"][number]) => person.known.includes(row.stationId);
  const known = floor.stations.filter(isKnown);
  const others = floor.stations.filter((station) => !isKnown(station));
  return (
    <DeskSheet title={t.floorTeam.where(name)} close={t.floor.close} onClose={onClose}>
      {operations.length > 0 && <p>{t.floorTeam.knows(operations.join(", "))}</p>}
      {others.length > 0 && <p>{t.floorTeam.unknownHint}</p>}
      <ul class="fd-rows">
        {[...known, ...others].map(({ row }, index) => (
          <li key={row.stationId}>
            <button
              type="button"
              class={index < known.length ? "fd-b row" : "fd-b row unknown"}
              onClick={() => {
                const posting = { operatorId, stationId: row.stationId, before: null };
                const told = { about: `person ${operatorId}`, hasRow: true };
                const text = t.floorTeam.sentText(name, row.name);
                errands.want(sendPerson(posting, { ...told, text }));
                onClose();
              }}
            >
              <b>{row.name}</b>
              <span>
                {row.operation}
                {index >= known.length && <em>{t.floorTeam.unknown}</em>}
              </span>
              <span>
                {peopleAt(row.stationId, floor)
                  ?.people.map((each) => each.name)
                  .join(", ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </DeskSheet>
  );
}
