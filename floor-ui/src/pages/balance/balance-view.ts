import {
  backwardTasks,
  balanceEfficiency,
  type Division,
  dutyMinutes,
  type LineProblem,
  type LineTask,
  seatsOf,
  slowestMinutes,
} from "@trame/shared";
import type { BalanceLine, MemberRow, PersonRow } from "../../data/desk/balance-rows.ts";

/** What the chart shows of one person's place on the line. */
export interface DutyView {
  readonly person: PersonRow;
  readonly stationIds: readonly string[];
  /** Minutes for one piece; null for somebody who is not there any more. */
  readonly minutes: number | null;
  readonly isSlowest: boolean;
  readonly tasks: readonly LineTask[];
}

/** What a division comes to. */
export interface DivisionView {
  /** In the order of the line; who has no task comes last. */
  readonly duties: readonly DutyView[];
  readonly slowest: number;
  /** Σ minutes / (people with a task × the slowest), a ratio; null without a task. */
  readonly efficiency: number | null;
  readonly piecesPerHour: number | null;
  /** Ids of stations that two people have. */
  readonly shared: readonly string[];
  readonly backwards: readonly LineTask[];
}

/** Of the longest bar and the takt, so that a bar never touches the edge. */
const ROOM = 1.08;

/** Those who are counted on at first: who is there or expected; everybody while nobody is. */
export function firstChosen(people: readonly MemberRow[]): ReadonlySet<string> {
  const here = people.filter(({ state }) => state !== "free");
  return new Set((here.length > 0 ? here : people).map(({ operatorId }) => operatorId));
}

/** The problem of those who are counted on. */
export function problemOf(line: BalanceLine, chosen: ReadonlySet<string>): BalanceLine {
  return { ...line, people: line.people.filter(({ operatorId }) => chosen.has(operatorId)) };
}

/** Tasks that none of the people can do. */
export function unknownTasks({ tasks, people }: LineProblem): LineTask[] {
  return tasks.filter((_, index) => people.every(({ times }) => times[index] === null));
}

/** Whether somebody can do none of the tasks. */
export function knowsNothing({ times }: MemberRow): boolean {
  return times.every((minutes) => minutes === null);
}

/** Whether somebody can do a task. */
export function canDo(problem: LineProblem, operatorId: string, task: string): boolean {
  const position = problem.tasks.findIndex(({ id }) => id === task);
  const person = problem.people.find((each) => each.operatorId === operatorId);
  return typeof person?.times[position] === "number";
}

/** What a division looks like. `names` are of all its people, also of those who are not there any more. */
export function divisionView(
  problem: LineProblem,
  division: Division,
  names: ReadonlyMap<string, PersonRow>,
): DivisionView {
  const slowest = slowestMinutes(problem, division);
  const seats = seatsOf(problem.tasks, division);
  const byId = new Map(problem.tasks.map((task) => [task.id, task]));
  const tasksOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const duties = division.map((duty, index): DutyView => {
    const { operatorId, tasks } = duty;
    const isThere = problem.people.some((person) => person.operatorId === operatorId);
    const minutes = isThere ? dutyMinutes(problem, duty) : null;
    return {
      person: names.get(operatorId) ?? { operatorId, name: operatorId, pictogram: null },
      stationIds: seats[index]?.stationIds ?? [],
      minutes,
      isSlowest: minutes !== null && minutes > 0 && slowest - minutes < 1e-9,
      tasks: tasksOf(tasks),
    };
  });
  const working = duties.filter(({ tasks }) => tasks.length > 0);
  return {
    duties: [...working, ...duties.filter(({ tasks }) => tasks.length === 0)],
    slowest,
    efficiency: balanceEfficiency(working.flatMap(({ minutes }) => minutes ?? [])),
    piecesPerHour: slowest > 0 ? 60 / slowest : null,
    shared: twice(duties.flatMap(({ stationIds }) => stationIds)),
    backwards: tasksOf(backwardTasks(problem, division)),
  };
}

/** Minutes that the width of the chart stands for. */
export function chartMinutes({ slowest }: DivisionView, takt: number | null): number {
  return ROOM * Math.max(slowest, takt ?? 0);
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
