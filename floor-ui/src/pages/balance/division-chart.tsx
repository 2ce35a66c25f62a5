import type { Division, LineTask } from "@trame/shared";
import type { BalanceLine } from "../../data/desk/balance-rows.ts";
import { useStationName } from "../../data/desk/use-station-name.ts";
import { useBalanceWords } from "../../i18n/balance.ts";
import { LoadBar } from "../../ui/desk/load-bar.tsx";
import { PersonPictogram } from "../../ui/station/person-pictogram.tsx";
import {
  canDo,
  chartMinutes,
  type DivisionView,
  type DutyView,
  divisionView,
} from "./balance-view.ts";
import { leftIdle, withTask } from "./draft.ts";
import type { Balance } from "./use-balance.ts";

interface ChartProps {
  readonly line: BalanceLine;
  readonly division: Division | null;
  readonly view: DivisionView;
  readonly takt: number | null;
  readonly balance: Balance;
}

/** Each place of the line in its order, with its load against takt and its operations; an operation can be given to somebody else. */
export function DivisionChart(props: ChartProps) {
  return (
    <ol class="bal-duties">
      {props.view.duties.map((duty) => (
        <Duty key={duty.person.operatorId} duty={duty} {...props} />
      ))}
    </ol>
  );
}

function Duty(props: ChartProps & { readonly duty: DutyView }) {
  const { duty } = props;
  const { t } = useBalanceWords();
  const stationName = useStationName();
  const { person, stationIds, tasks } = duty;
  const stations = stationIds.map(stationName).join(", ") || t.division.noStation;
  return (
    <li class={duty.isSlowest ? "bal-duty bal-slowest" : "bal-duty"}>
      <div class="bal-duty-head">
        <PersonPictogram name={person.pictogram} />
        <p>
          <b>{tasks.length === 0 ? person.name : stations}</b>
          <span>{tasks.length === 0 ? t.division.idle : person.name}</span>
        </p>
        {tasks.length > 0 && <Load {...props} stations={stations} />}
      </div>
      {tasks.length > 0 && (
        <ul class="bal-duty-tasks">
          {tasks.map((task) => (
            <Task key={task.id} task={task} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Load(props: ChartProps & { readonly duty: DutyView; readonly stations: string }) {
  const { duty, view, takt, stations } = props;
  const { t, minutes } = useBalanceWords();
  if (duty.minutes === null) return <p class="bal-duty-load">{t.team.away}</p>;
  const said = { station: stations, minutes: minutes(duty.minutes) };
  const label =
    takt === null ? t.division.barAlone(said) : t.division.bar({ ...said, takt: minutes(takt) });
  return (
    <div class="bal-duty-load">
      <LoadBar minutes={duty.minutes} of={chartMinutes(view, takt)} takt={takt} label={label} />
      <p>
        <b>{minutes(duty.minutes)}</b>
        {duty.isSlowest && <span class="bal-slowest-flag">{t.division.slowest}</span>}
      </p>
    </div>
  );
}

/** Who does an operation: anybody of the line who can; the others are listed and can't be picked. */
function Task(props: ChartProps & { readonly duty: DutyView; readonly task: LineTask }) {
  const { line, duty, task, division, balance } = props;
  const { t, words } = useBalanceWords();
  const give = useGiving(props);
  const label = words(task.label);
  const name = task.shares === 1 ? label : t.division.share({ ...task, operation: label });
  const own = duty.person.operatorId;
  const inDivision = new Set(division?.map(({ operatorId }) => operatorId));
  const people = line.people.filter(
    ({ operatorId }) => inDivision.has(operatorId) || balance.chosen.has(operatorId),
  );
  const isGone = !people.some(({ operatorId }) => operatorId === own);
  return (
    <li>
      <span>{name}</span>
      <select
        aria-label={t.division.who(name)}
        value={own}
        disabled={balance.isBusy}
        onChange={(event) => give(task, event.currentTarget.value, name)}
      >
        {isGone && <option value={own}>{duty.person.name}</option>}
        {people.map((person) => {
          const isAble = canDo(line, person.operatorId, task.id);
          return (
            <option key={person.operatorId} value={person.operatorId} disabled={!isAble}>
              {isAble ? person.name : t.division.cannot(person)}
            </option>
          );
        })}
      </select>
    </li>
  );
}

/** Gives a task to somebody else, and says what the line's pace is then. */
function useGiving({ line, division, balance }: ChartProps) {
  const { t, minutes } = useBalanceWords();
  return (task: LineTask, to: string, operation: string): void => {
    if (division === null || !canDo(line, to, task.id)) return;
    const move = { task: task.id, to };
    const then = withTask(line, division, move).division;
    const { slowest } = divisionView(line, then, new Map());
    const nameOf = (id: string) => line.people.find(({ operatorId }) => operatorId === id)?.name;
    const moved = { operation, name: nameOf(to) ?? to, minutes: minutes(slowest) };
    const idle = leftIdle(division, then).map((id) => t.division.idleNow(nameOf(id) ?? id));
    balance.give(division, { ...move, text: [t.division.moved(moved), ...idle].join(" ") });
  };
}
