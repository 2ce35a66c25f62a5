/**
 * A line of stations in mid-flow: packets go from operation to operation, so a station can only sew what those before it have
 * handed on, and waits when that is late.
 */
import type { Random } from "../random.ts";
import type { Incident, Scenario, StationPlan } from "../scenario/scenario.ts";
import { createSets } from "../scenario/sets.ts";
import type { SetShare } from "../scenario/workshop.ts";
import type { SewingEvent } from "./events.ts";
import { createFlow, type Flow, hasJoin, type Node } from "./flow.ts";
import { createHistory, type History } from "./history.ts";
import { incidentsAt, incidentsOfShifts } from "./incidents.ts";
import { driveOutside } from "./outside.ts";
import type { Job } from "./packets.ts";
import { createPresences } from "./presence.ts";
import { playProcesses } from "./processes.ts";
import type { Repair, Seat } from "./seat.ts";
import type { NextShift } from "./shifts.ts";
import { workAt } from "./station-work.ts";
import { switchAt } from "./switches.ts";
import { createWorker } from "./worker.ts";

/** How a line is played. */
export interface LineStory {
  readonly scenario: Scenario;
  /** The style that it sews; the scenario's first when not given. */
  readonly style?: string | null;
  /** All of the style's sets when not given. */
  readonly share?: SetShare;
  /** Week of the story, from 1: how much has been learnt. */
  readonly week: number;
  readonly random: Random;
  /** UTC ms of the sewing's time. */
  readonly start: number;
  readonly nextShift: NextShift;
  /** Besides those that the scenario plans for each shift. */
  readonly incidents: readonly Incident[];
}

const EVERY_SET: SetShare = { first: 0, every: 1 };
const MINUTE_MS = 60_000;

/**
 * All that happens on a line, in the order of time, without end; the same for the same seed. First comes what was done to the
 * packets that wait on the line at `start`, in the shift before; then what happens from `start` on.
 */
export function* sewLine(story: LineStory): Generator<SewingEvent, void> {
  const { scenario, start } = story;
  const incidents = [
    ...story.incidents,
    ...incidentsOfShifts(scenario.incidents, story.nextShift, start),
  ];
  const flow = flowOf(story);
  const history = createHistory(story);
  const { packet, waitingAtStart, outside } = scenario.flow;
  const packets = Math.ceil(waitingAtStart / packet);
  const isManned = ({ operation: { id, partner } }: Node) =>
    partner !== undefined || scenario.stations.some((station) => station.operation === id);
  // Two slips' worth is with the subcontractor.
  const waiting = (node: Node) =>
    node.operation.partner === undefined ? packets : 2 * (outside?.packets ?? 0);
  flow.fill((node) => (isManned(node) ? waiting(node) : 0), history.pass);
  const repairs: Repair[] = [];
  const seats = scenario.stations.map((station) =>
    seatAt(story, {
      station,
      flow,
      repairs,
      history,
      incidents: incidentsAt(station.id, incidents),
    }),
  );
  const vans = flow.nodes.flatMap((node) => drive(story, { node, flow, history }));
  yield* history.tell();
  yield* playProcesses(
    [...seats.flatMap((seat) => [switchAt(seat, start), workAt(seat, start)]), ...vans],
    start,
  );
}

function flowOf({ scenario, style, share = EVERY_SET }: LineStory): Flow {
  const sewn = style === undefined ? (scenario.styles?.[0]?.id ?? null) : style;
  const sets = sewn === null ? null : createSets(scenario, sewn);
  const cut = sets?.at ?? (() => ({ pieces: scenario.flow.packet }));
  return createFlow({ scenario, style: sewn, share, cut });
}

/** What seats of a line have in common. */
interface Shop {
  readonly station: StationPlan;
  readonly flow: Flow;
  readonly repairs: Repair[];
  readonly history: History;
  readonly incidents: readonly Incident[];
}

function seatAt(story: LineStory, { station, flow, repairs, history, incidents }: Shop): Seat {
  const node = flow.nodes.find(({ operation }) => operation.id === station.operation);
  if (node === undefined) throw new Error(`operation ${station.operation} not found`);
  const isLeftOpen = story.scenario.flow.leftOpen?.includes(station.id) === true;
  const held: Job | null = isLeftOpen ? (node.shelf.jobs.shift() ?? null) : null;
  if (held !== null) history.leaveOpen(node, held, station.id);
  return {
    station: station.id,
    operation: station.operation,
    draw: flow.drawFor(node),
    shelf: node.shelf,
    release: flow.releaseAt(node),
    deliver: flow.deliverFrom(node),
    isLast: node.next === null,
    isWhole: node.operation.part === undefined && !hasJoin(node.next),
    repairs,
    held,
    nextPresence: createPresences(createWorkers(story, station), story.nextShift),
    incidents,
  };
}

function drive(
  { scenario, share = EVERY_SET, start }: LineStory,
  { node, flow, history }: { readonly node: Node; readonly flow: Flow; readonly history: History },
) {
  const { outside } = scenario.flow;
  if (node.operation.partner === undefined || outside === undefined) return [];
  const road = {
    station: scenario.stations.at(-1)?.id ?? "",
    operation: node.operation.id,
    shelf: node.shelf,
    deliver: flow.deliverFrom(node),
    packets: outside.packets,
    awayMs: outside.minutes * MINUTE_MS,
    slips: { ...share, first: share.first + share.every * history.slips() },
    away: node.shelf.jobs.splice(0),
  };
  history.sendAway(road);
  return driveOutside(road, start);
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
