/**
 * A line of stations in mid-flow: pieces go from operation to operation in packets, so a station can only sew what the one
 * before it has handed on, and waits when that is late.
 */
import type { Random } from "../random.ts";
import type { Incident, Scenario, StationPlan } from "../scenario/scenario.ts";
import type { SewingEvent } from "./events.ts";
import { incidentsAt, incidentsOfShifts } from "./incidents.ts";
import { createPresences } from "./presence.ts";
import { playProcesses, type Stock } from "./processes.ts";
import type { NextShift } from "./shifts.ts";
import { type Seat, switchAt, workAt } from "./station-work.ts";
import { createWorker } from "./worker.ts";

/** How a line is played. */
export interface LineStory {
  readonly scenario: Scenario;
  /** Week of the story, from 1: how much has been learnt. */
  readonly week: number;
  readonly random: Random;
  /** UTC ms of the sewing's time. */
  readonly start: number;
  readonly nextShift: NextShift;
  /** Besides those that the scenario plans for each shift. */
  readonly incidents: readonly Incident[];
}

/** All that happens on a line from `start` on, in the order of time, without end; the same for the same seed. */
export function sewLine(story: LineStory): Generator<SewingEvent, void> {
  const { operations, stations, flow } = story.scenario;
  const incidents = [
    ...story.incidents,
    ...incidentsOfShifts(story.scenario.incidents, story.nextShift, story.start),
  ];
  const stocks = new Map(
    operations.map(({ id }): [string, Stock] => [id, { pieces: flow.waitingAtStart, waiting: [] }]),
  );
  const seats = stations.map((station): Seat => {
    const place = operations.findIndex(({ id }) => id === station.operation);
    const next = operations[place + 1];
    return {
      station: station.id,
      source: place === 0 ? null : (stocks.get(station.operation) ?? null),
      sink: next === undefined ? null : (stocks.get(next.id) ?? null),
      packet: flow.packet,
      nextPresence: createPresences(createWorkers(story, station), story.nextShift),
      incidents: incidentsAt(station.id, incidents),
    };
  });
  const processes = seats.flatMap((seat) => [
    switchAt(seat, story.start),
    workAt(seat, story.start),
  ]);
  return playProcesses(processes, story.start);
}

function createWorkers({ scenario, week, random }: LineStory, station: StationPlan) {
  const operation = scenario.operations.find(({ id }) => id === station.operation);
  if (operation === undefined) throw new Error(`operation ${station.operation} not found`);
  const { learning, chance } = scenario;
  return scenario.people
    .filter((person) => person.station === station.id)
    .map((person) => {
      const traits = {
        person,
        operation,
        learning,
        chance,
        sewnBefore: (week - 1) * learning.piecesPerWeek,
      };
      return createWorker(traits, random.fork(person.pseudonym));
    });
}
