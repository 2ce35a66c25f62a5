import type { Scenario } from "../scenario/scenario.ts";
import type { SetShare } from "../scenario/workshop.ts";
import type { FloorHappening, SewingEvent } from "./events.ts";
import type { Node } from "./flow.ts";
import { type Road, slipOf } from "./outside.ts";
import { type Job, nameOf } from "./packets.ts";
import type { NextShift } from "./shifts.ts";

/** What was done, in the shift before, to the packets that wait on a line when its story begins. All of it went well. */
export interface History {
  /** A packet was done at an operation. */
  pass(node: Node, job: Job): void;
  /** A packet was begun at a station and left there. */
  leaveOpen(node: Node, job: Job, station: string): void;
  /** Packets are at a subcontractor's, one slip each. */
  sendAway(road: Road): void;
  /** Delivery slips that were written. */
  slips(): number;
  /** All of it, in the order of time. */
  tell(): SewingEvent[];
}

/** A line before its story begins. */
export interface HistoryOptions {
  readonly scenario: Scenario;
  readonly share?: SetShare;
  readonly start: number;
  readonly nextShift: NextShift;
}

const DAY_MS = 86_400_000;
/** Between two things that were done, unless there are too many of them. */
const STEP_MS = 60_000;
const SPAN_MS = 5 * 3_600_000;

/** Nothing of a story that begins at `start` was done before, UTC ms. */
export function beginOfHistory({ start, nextShift }: Pick<HistoryOptions, "start" | "nextShift">) {
  return endOfHistory({ start, nextShift }) - SPAN_MS;
}

function endOfHistory({ start, nextShift }: Pick<HistoryOptions, "start" | "nextShift">): number {
  return Math.min(start, nextShift(start - DAY_MS + 1).to);
}

export function createHistory(options: HistoryOptions): History {
  const { scenario, share = { first: 0, every: 1 } } = options;
  const told: { station: string; what: FloorHappening }[] = [];
  let slips = 0;
  const stationOf = ({ operation: { id } }: Node) =>
    scenario.stations.find(({ operation }) => operation === id)?.id ??
    scenario.stations.at(-1)?.id ??
    "";
  const say = (station: string, what: FloorHappening) => told.push({ station, what });

  const passOutside = (node: Node, { packet }: Job) => {
    const station = stationOf(node);
    const slip = slipOf({ slips: share }, slips++);
    const { pieces } = packet;
    const operation = node.operation.id;
    const outcome = { good: pieces, rework: 0, second: 0, scrap: 0 };
    say(station, {
      kind: "dispatch",
      packets: [nameOf(packet)],
      operation,
      slip,
      pieces: [pieces],
    });
    say(station, { kind: "return", packet: nameOf(packet), slip, outcome });
  };

  const begin = (node: Node, { packet, others }: Job, station: string) => {
    const names = { packet: nameOf(packet), others: others.map(nameOf) };
    say(station, { kind: "begin", ...names, operation: node.operation.id });
  };

  return {
    pass(node, job) {
      if (node.operation.partner !== undefined) {
        passOutside(node, job);
        return;
      }
      const station = stationOf(node);
      begin(node, job, station);
      const { packet } = job;
      const operation = node.operation.id;
      const outcome = { good: packet.pieces, rework: 0, second: 0, scrap: 0 };
      const name = nameOf(packet);
      say(station, { kind: "finish", packet: name, operation, outcome, isWhole: true });
    },
    leaveOpen: begin,
    sendAway(road) {
      for (const [index, { packet }] of road.away.entries()) {
        const { station, operation } = road;
        const slip = slipOf(road, index);
        const pieces = [packet.pieces];
        say(station, { kind: "dispatch", packets: [nameOf(packet)], operation, slip, pieces });
      }
    },
    slips: () => slips,
    tell() {
      const end = endOfHistory(options);
      const step = Math.min(STEP_MS, SPAN_MS / Math.max(1, told.length));
      return told.map((each, index) => ({
        ...each,
        at: Math.floor(end - (told.length - index) * step),
      }));
    },
  };
}
