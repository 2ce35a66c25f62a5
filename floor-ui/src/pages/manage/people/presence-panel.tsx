import { useDesk } from "../../../data/desk/desk-context.ts";
import { type Action, useAction } from "../../../data/desk/use-action.ts";
import { useRead } from "../../../data/desk/use-read.ts";
import { useStationName } from "../../../data/desk/use-station-name.ts";
import { useScreen } from "../../../data/screen-context.ts";
import { usePeopleWords } from "../../../i18n/people.ts";
import { Panel } from "../../../ui/desk/panel.tsx";
import { PersonPictogram } from "../../../ui/station/person-pictogram.tsx";
import { Said, Waiting } from "../../prepare/said.tsx";
import { useEvery } from "../settings/use-every.ts";
import { type PresenceRow, presenceRows, type TeamPresence } from "./presence-view.ts";
import { useTeamRound } from "./team-round.ts";

const AGAIN_MS = 15_000;

/** Who is here and since when; an absence takes one tap. */
export function PresencePanel() {
  const { api } = useDesk();
  const { t } = usePeopleWords();
  const reading = useRead<TeamPresence>("/api/v1/presence");
  const action = useAction();
  const tellOthers = useTeamRound(reading.reload);
  useEvery(AGAIN_MS, reading.reload);
  const rows = reading.value === null ? [] : presenceRows(reading.value);
  const here = rows.filter(({ state }) => state === "here").length;

  async function mark({ operatorId, name }: PresenceRow, isAbsent: boolean) {
    const said = isAbsent ? t.team.markedAway(name) : t.team.markedBack(name);
    const body = { operatorId, isAbsent };
    const done = await action.run(api.write("PUT", "/api/v1/absences", body), said);
    if (done === null) return;
    reading.reload();
    tellOthers();
  }

  return (
    <Panel title={t.team.presence} aside={<span>{t.team.here(here)}</span>}>
      <p class="about">{t.team.presenceLead}</p>
      <Waiting reading={reading} />
      {reading.value !== null && here === 0 && <p>{t.team.nobody}</p>}
      {rows.length > 0 && (
        <PresenceTable rows={rows} action={action} onMark={(row, away) => void mark(row, away)} />
      )}
      <Said outcome={action.outcome} />
    </Panel>
  );
}

interface TableProps {
  readonly rows: readonly PresenceRow[];
  readonly action: Action;
  readonly onMark: (row: PresenceRow, isAbsent: boolean) => void;
}

function PresenceTable({ rows, action, onMark }: TableProps) {
  const { t } = usePeopleWords();
  return (
    <div class="scroll">
      <table class="list pp-presence">
        <thead>
          <tr>
            <th scope="col">{t.team.person}</th>
            <th scope="col">{t.team.where}</th>
            <th scope="col">{t.team.since}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.operatorId}>
              <th scope="row">
                <span class="pp-who">
                  <PersonPictogram name={row.pictogram} />
                  {row.name}
                </span>
              </th>
              <td>
                <Where row={row} />
              </td>
              <td class="nowrap">
                <Since at={row.since} />
              </td>
              <td class="amount">
                <MarkButton row={row} isOff={action.isBusy} onMark={onMark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Where({ row }: { readonly row: PresenceRow }) {
  const { t } = usePeopleWords();
  const stationName = useStationName();
  if (row.state === "away") return <span>{t.team.away}</span>;
  if (row.stationId === null) return <span class="pp-quiet">{t.team.spare}</span>;
  const name = stationName(row.stationId);
  if (row.state === "here") return <span>{name}</span>;
  return <span class="pp-quiet">{t.team.expectedAt(name)}</span>;
}

function Since({ at }: { readonly at: number | null }) {
  const { t, time, duration } = usePeopleWords();
  const now = useScreen().picture.now.value;
  if (at === null) return null;
  return (
    <>
      {time(at)} <span class="pp-for pp-quiet">{t.team.lasting(duration((now ?? at) - at))}</span>
    </>
  );
}

function MarkButton(props: {
  readonly row: PresenceRow;
  readonly isOff: boolean;
  readonly onMark: (row: PresenceRow, isAbsent: boolean) => void;
}) {
  const { row, isOff, onMark } = props;
  const { t } = usePeopleWords();
  const isAway = row.state === "away";
  return (
    <button
      type="button"
      class="plain"
      aria-label={isAway ? t.team.backOf(row.name) : t.team.markAwayOf(row.name)}
      disabled={isOff}
      onClick={() => onMark(row, !isAway)}
    >
      {isAway ? t.team.back : t.team.markAway}
    </button>
  );
}
