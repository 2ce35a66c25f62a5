import { createShelf, type Job, nameOf, type Packet, type Shelf } from "./packets.ts";
import type { Part, Process, Wish } from "./processes.ts";
import { say } from "./seat.ts";

/** An operation that a subcontractor does. */
export interface Road {
  /** The station that hands packets over and takes them back. */
  readonly station: string;
  readonly operation: string;
  readonly shelf: Shelf;
  readonly deliver: (packet: Packet) => Wish | null;
  /** Packets that leave together. */
  readonly packets: number;
  readonly awayMs: number;
  /** Number of the first delivery slip; the next ones are so far apart. */
  readonly slips: { readonly first: number; readonly every: number };
  /** Out there when the story begins, one slip each. */
  readonly away: readonly Job[];
}

/** Between two packets that are checked when they come back. */
const UNLOADING_MS = 60_000;
/** Of the pieces that come back, one in so many packets is second choice. */
const SECOND_EVERY = 8;

/** The van that leaves and the van that comes back. */
export function driveOutside(road: Road, start: number): Process[] {
  const trips: Trip[] = road.away.map((job, index) => ({
    jobs: [job],
    slip: slipOf(road, index),
    backAt: start + (road.awayMs * (index + 1)) / (road.away.length + 1),
  }));
  const parked = createShelf();
  return [send(road, { trips, parked }, start), bringBack(road, { trips, parked }, start)];
}

/** The delivery slip of so many trips before. */
export function slipOf({ slips }: Pick<Road, "slips">, index: number): string {
  return String(slips.first + 1 + index * slips.every);
}

interface Trip {
  readonly jobs: readonly Job[];
  readonly slip: string;
  readonly backAt: number;
}

interface Yard {
  /** In the order in which they come back. */
  readonly trips: Trip[];
  /** One entry for each trip that is begun, so that who waits for it wakes up. */
  readonly parked: Shelf;
}

function* send(road: Road, { trips, parked }: Yard, start: number): Process {
  yield { kind: "until", at: start };
  const { operation, shelf } = road;
  for (let trip = trips.length; ; trip++) {
    const jobs: Job[] = [];
    let now = start;
    while (jobs.length < road.packets) {
      const hand: { job: Job | null } = { job: null };
      now = yield { kind: "take", shelf, hand };
      if (hand.job !== null) jobs.push(hand.job);
    }
    now = yield { kind: "until", at: now + UNLOADING_MS };
    const slip = slipOf(road, trip);
    const packets = jobs.map(({ packet }) => packet);
    const pieces = packets.map((packet) => packet.pieces);
    const names = packets.map(nameOf);
    yield say(road, now, { kind: "dispatch", packets: names, operation, slip, pieces });
    trips.push({ jobs, slip, backAt: now + road.awayMs });
    const [job] = jobs;
    if (job !== undefined) yield { kind: "give", shelf: parked, job };
  }
}

function* bringBack(road: Road, { trips, parked }: Yard, start: number): Process {
  let now = yield { kind: "until", at: start };
  let packets = 0;
  for (let index = 0; ; index++) {
    if (index >= road.away.length) now = yield { kind: "take", shelf: parked, hand: { job: null } };
    const trip = trips[index];
    if (trip === undefined) return;
    now = yield { kind: "until", at: Math.max(now, trip.backAt) };
    for (const { packet } of trip.jobs) {
      const isSecond = ++packets % SECOND_EVERY === 0;
      now = yield* unload(road, { packet, slip: trip.slip, second: isSecond ? 1 : 0 }, now);
    }
  }
}

function* unload(
  road: Road,
  { packet, slip, second }: { packet: Packet; slip: string; second: number },
  start: number,
): Part<number> {
  const now = yield { kind: "until", at: start + UNLOADING_MS };
  packet.pieces -= second;
  const outcome = { good: packet.pieces, rework: 0, second, scrap: 0 };
  yield say(road, now, { kind: "return", packet: nameOf(packet), slip, outcome });
  const wish = road.deliver(packet);
  if (wish !== null) yield wish;
  return now;
}
