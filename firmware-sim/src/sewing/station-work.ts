import type { Outcome } from "@trame/shared";
import { type Hand, type Job, nameOf, type Packet, splitPacket } from "./packets.ts";
import type { Part, Process, Wish } from "./processes.ts";
import { breakDown, sewSeams, slownessAt } from "./seams.ts";
import { type Seat, say } from "./seat.ts";
import { type Attend, createVisits } from "./visits.ts";
import type { Cycle, Handling } from "./worker.ts";

const REPAIR_MS = 20 * 60_000;
const BRING_BACK_MS = 45_000;

/** A station's day, packet after packet, for ever. */
export function* workAt(seat: Seat, start: number): Process {
  const who = createVisits(seat);
  let now = yield { kind: "until", at: start };
  let { held } = seat;
  for (;;) {
    now = yield* bringBack(seat, who, now);
    const hand: Hand = { job: seat.draw?.() ?? null };
    // What was left open is taken up again when nothing else waits.
    if (hand.job === null && seat.shelf.jobs.length === 0) {
      hand.job = held;
      held = null;
    }
    if (hand.job === null) now = yield { kind: "take", shelf: seat.shelf, hand };
    if (hand.job !== null) now = yield* workOn({ seat, who, job: hand.job }, now);
  }
}

/** A packet at a station. */
interface Work {
  readonly seat: Seat;
  readonly who: Attend;
  readonly job: Job;
}

function* workOn(work: Work, start: number): Part<number> {
  const { seat, who, job } = work;
  const { packet, others } = job;
  const there = yield* who(start);
  const handling = there.presence.worker.nextHandling(packet.pieces);
  let { now } = there;
  if (job !== seat.held) {
    now = yield { kind: "until", at: now + handling.fetchMs };
    yield say(seat, now, {
      kind: "begin",
      packet: nameOf(packet),
      others: others.map(nameOf),
      operation: seat.operation,
    });
    yield* seat.release();
  }
  if (handling.isTested) now = yield* test(work, now);
  const { pieces } = packet;
  for (let done = 1; done <= pieces; done++) {
    now = yield* sewOne(seat, who, now);
    const goesAhead = seat.isWhole && !seat.isLast && done === handling.splitAfter;
    if (goesAhead && done < pieces) now = yield* sendAhead(work, done, now);
  }
  now = yield { kind: "until", at: now + handling.closeMs };
  return yield* finish(work, handling, now);
}

/** A piece of waste, to try the machine. */
function* test({ seat, who, job }: Work, start: number): Part<number> {
  const now = yield* sewOne(seat, who, start);
  yield say(seat, now, { kind: "correct", packet: nameOf(job.packet), pieces: -1 });
  return now;
}

/** What is done goes on under a ticket of its own. */
function* sendAhead({ seat, job: { packet } }: Work, pieces: number, start: number): Part<number> {
  const done = { good: pieces, rework: 0, second: 0, scrap: 0 };
  let now = yield { kind: "until", at: start + 3_000 };
  yield finishing(seat, now, { packet, outcome: done, isWhole: false });
  const child = splitPacket(packet, pieces);
  now = yield { kind: "until", at: now + 4_000 };
  const names = { packet: nameOf(packet), child: nameOf(child) };
  yield say(seat, now, { kind: "split", ...names, pieces });
  const wish = seat.deliver(child);
  if (wish !== null) yield wish;
  return now;
}

function* finish({ seat, job: { packet } }: Work, handling: Handling, now: number): Part<number> {
  const bad = seat.isWhole ? handling : { rework: 0, second: 0, scrap: 0 };
  const { rework, second, scrap } = bad;
  const good = packet.pieces - rework - second - scrap;
  yield finishing(seat, now, { packet, outcome: { good, rework, second, scrap }, isWhole: true });
  packet.pieces = good;
  packet.isOut = seat.isLast;
  if (rework > 0) {
    const { isBeyondRepair } = handling;
    seat.repairs.push({ packet, pieces: rework, isBeyondRepair, readyAt: now + REPAIR_MS });
  }
  const wish = seat.deliver(packet);
  if (wish !== null) yield wish;
  return now;
}

/** The last station takes repaired pieces back, once the others of their packet are out. */
function* bringBack(seat: Seat, who: Attend, start: number): Part<number> {
  let now = start;
  while (seat.isLast) {
    const next = seat.repairs.findIndex(({ packet, readyAt }) => packet.isOut && readyAt <= now);
    const [repair] = next < 0 ? [] : seat.repairs.splice(next, 1);
    if (repair === undefined) break;
    ({ now } = yield* who(now));
    now = yield { kind: "until", at: now + BRING_BACK_MS };
    const { packet, pieces, isBeyondRepair } = repair;
    const [good, second] = isBeyondRepair ? [0, pieces] : [pieces, 0];
    yield say(seat, now, {
      kind: "repaired",
      packet: nameOf(packet),
      operation: seat.operation,
      outcome: { good, rework: 0, second, scrap: 0 },
    });
  }
  return now;
}

function* sewOne(seat: Seat, who: Attend, start: number): Part<number> {
  for (let now = start; ; ) {
    const there = yield* who(now);
    const { presence } = there;
    ({ now } = there);
    const cycle = slowed(presence.worker.nextCycle(), slownessAt(seat, now));
    if (cycle.faultMs > 0) now = yield* breakDown(seat, now, cycle.faultMs);
    now = yield { kind: "until", at: now + cycle.delayMs };
    // What would not be finished before the bell waits for the next stretch.
    if (now + cycle.ms > presence.to) {
      now = yield { kind: "until", at: presence.to };
      continue;
    }
    const end = yield* sewSeams(seat, cycle, now);
    if (end !== null) return end;
    // The power went with the seams half done: the piece is unpicked and begun again.
    now = yield { kind: "until", at: now };
  }
}

function slowed(cycle: Cycle, times: number): Cycle {
  return times === 1 ? cycle : { ...cycle, ms: cycle.ms * times };
}

interface Finishing {
  readonly packet: Packet;
  readonly outcome: Outcome;
  readonly isWhole: boolean;
}

function finishing(seat: Seat, at: number, { packet, ...rest }: Finishing): Wish {
  const { operation } = seat;
  return say(seat, at, { kind: "finish", packet: nameOf(packet), operation, ...rest });
}
