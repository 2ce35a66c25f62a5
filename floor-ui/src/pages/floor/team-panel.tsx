import { useState } from "preact/hooks";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useErrands } from "../../data/floor/floor-context.ts";
import type { FreeRow, PersonRow, PresenceList } from "../../data/floor/rows.ts";
import { useFloorWords } from "../../i18n/floor-words.ts";
import { Box } from "../../ui/floor-desk/box.tsx";
import { FloorIcon } from "../../ui/floor-desk/floor-icon.tsx";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import { useHref } from "../href.ts";
import { ChooseStationSheet } from "./choose-station-sheet.tsx";
import { RowState, useIsUnderWay } from "./errand-state.tsx";
import type { Floor } from "./use-floor.ts";
import { markAbsent, sendPerson } from "./wishes.ts";

/** Who is free and where they help most; who is absent. */
export function TeamPanel({ floor }: { readonly floor: Floor }) {
  const { t } = useFloorWords();
  const href = useHref();
  // The address keeps the language and the theme, and names the line beside them.
  const proposal = new URL(href("/floor/balance"), location.origin);
  proposal.searchParams.set("line", floor.line.lineId);
  const [choosing, setChoosing] = useState<FreeRow | null>(null);
  const list = floor.lists.presence;
  const { value } = list;
  const held = value?.stations.filter(({ people }) => people.length > 0).length;
  const isClosed = value === null && (!floor.canAct || list.refusal !== null);
  return (
    <Box
      id="team"
      title={t.floorTeam.title}
      count={value?.free.length ?? null}
      aside={held === undefined ? undefined : t.floorTeam.held(held)}
    >
      {isClosed && (
        <p class="fd-calm">{floor.canAct ? t.floor.unreached : t.floorTeam.needsSignIn}</p>
      )}
      {value?.free.length === 0 && <p class="fd-calm">{t.floorTeam.none}</p>}
      <ul class="fd-people">
        {value?.free.map((person) => (
          <Free key={person.operatorId} person={person} onChoose={() => setChoosing(person)} />
        ))}
      </ul>
      {value !== null && <Why list={value} />}
      {value !== null && value.absent.length > 0 && <Absentees people={value.absent} />}
      <a class="fd-more" href={proposal.pathname + proposal.search}>
        {t.floorTeam.proposal}
        <FloorIcon name="arrow-right" />
      </a>
      {choosing !== null && (
        <ChooseStationSheet floor={floor} person={choosing} onClose={() => setChoosing(null)} />
      )}
    </Box>
  );
}

function Free({ person, onChoose }: { readonly person: FreeRow; readonly onChoose: () => void }) {
  const { t } = useFloorWords();
  const errands = useErrands();
  const isUnderWay = useIsUnderWay();
  const stationName = useStationName();
  const { operatorId, name, pictogram, operations, stationId: spareAt, suggestion } = person;
  const about = `person ${operatorId}`;
  const isOff = isUnderWay(about);
  const told = { about, hasRow: true };
  const place = suggestion === null ? "" : stationName(suggestion.stationId);

  function send(stationId: string) {
    const text = t.floorTeam.sentText(name, place);
    errands.want(sendPerson({ operatorId, stationId, before: null }, { ...told, text }));
  }

  return (
    <li>
      <PersonPictogram name={pictogram} />
      <p>
        <b>{name}</b>
        {spareAt !== null && <small>{t.floorTeam.spareAt(stationName(spareAt))}</small>}
        <small>{operations.join(", ")}</small>
      </p>
      {suggestion === null ? (
        <button
          type="button"
          class="fd-b"
          aria-label={t.floorTeam.chooseOf(name)}
          aria-haspopup="dialog"
          disabled={isOff}
          onClick={onChoose}
        >
          {t.floorTeam.choose}
        </button>
      ) : (
        <button
          type="button"
          class="fd-b pri"
          aria-label={t.floorTeam.toOf(name, place)}
          disabled={isOff}
          onClick={() => send(suggestion.stationId)}
        >
          <FloorIcon name="arrow-right" />
          {t.floorTeam.to(place)}
        </button>
      )}
      <button
        type="button"
        class="fd-b"
        aria-label={t.floorTeam.absentOf(name)}
        disabled={isOff}
        onClick={() =>
          errands.want(
            markAbsent(operatorId, true, { ...told, text: t.floorTeam.absentText(name) }),
          )
        }
      >
        {t.floorTeam.absent}
      </button>
      <RowState about={about} />
    </li>
  );
}

/** Why the first suggestion is one. */
function Why({ list }: { readonly list: PresenceList }) {
  const { t } = useFloorWords();
  const stationName = useStationName();
  const first = list.free.find(({ suggestion }) => suggestion !== null);
  if (first?.suggestion == null) return null;
  const { reason, stationId } = first.suggestion;
  return <p class="fd-foot">{t.floorTeam.why[reason](first.name, stationName(stationId))}</p>;
}

function Absentees({ people }: { readonly people: readonly PersonRow[] }) {
  const { t } = useFloorWords();
  const errands = useErrands();
  const isUnderWay = useIsUnderWay();
  return (
    <>
      <h3>{t.floorTeam.absentees}</h3>
      <ul class="fd-people">
        {people.map(({ operatorId, name, pictogram }) => (
          <li key={operatorId}>
            <PersonPictogram name={pictogram} />
            <p>
              <b>{name}</b>
            </p>
            <button
              type="button"
              class="fd-b"
              aria-label={t.floorTeam.backOf(name)}
              disabled={isUnderWay(`person ${operatorId}`)}
              onClick={() => {
                const told = { about: `person ${operatorId}`, hasRow: true };
                const text = t.floorTeam.backText(name);
                errands.want(markAbsent(operatorId, false, { ...told, text }));
              }}
            >
              {t.floorTeam.back}
            </button>
            <RowState about={`person ${operatorId}`} />
          </li>
        ))}
      </ul>
    </>
  );
}
