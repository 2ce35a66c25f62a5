/**
 * One person at a machine. How cycle times scatter was read off the 15 fitted distributions of a T-shirt line (README of
 * github.com/Sarfaraz-034/Sewing-Line-of-X-RMG-Factory): most are a constant part of about four fifths of the mean plus an
 * excess with a long tail, often lognormal with a deviation of 0.7 of its mean, such as « 9.26 + LOGN(3.13; 2.16) » seconds.
 */
import type { Random } from "../random.ts";
import { isInspection } from "../scenario/catalogue-of.ts";
import type { Chance, Learning, Operation, Person } from "../scenario/scenario.ts";

/** What a person does with a packet besides sewing it. */
export interface Handling {
  /** Fetching it and opening its ticket, ms. */
  readonly fetchMs: number;
  /** From the last piece to the ticket, ms. */
  readonly closeMs: number;
  /** Pieces that are not good in the end; few. */
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
  /** A piece is sewn to try the machine, and taken off the count. */
  readonly isTested: boolean;
  /** After so many pieces these go ahead; 0: all stay together. */
  readonly splitAfter: number;
  /** What is repaired turns out second choice. */
  readonly isBeyondRepair: boolean;
}

/** What a person needs for one piece, and what comes between; ms. */
export interface Cycle {
  readonly ms: number;
  /** Stitches of each seam, ended by a trim. */
  readonly seams: readonly number[];
  /** Before the piece: a new bobbin, a thread to put back, a pause. */
  readonly delayMs: number;
  /** The machine breaks before the piece; 0 when it does not. */
  readonly faultMs: number;
}

export interface Worker {
  readonly pseudonym: string;
  /** Draws what is done with a packet of so many pieces. */
  nextHandling(pieces: number): Handling;
  readonly present: readonly [number, number];
  /** Draws the next piece. */
  nextCycle(): Cycle;
  /** How late they are at the beginning of a stretch of work. */
  latenessMs(): number;
}

export interface WorkerTraits {
  readonly person: Person;
  readonly operation: Operation;
  readonly learning: Learning;
  readonly chance: Chance;
  /** Sewn before the story begins. */
  readonly sewnBefore: number;
}

const CONSTANT_SHARE = 0.8;
const EXCESS_DEVIATION = 0.7;
/** Few get much faster than the time that was measured for them. */
const FASTEST = 0.94;
/** Deviation of the paces of different people. */
const PACE_DEVIATION = 0.035;
const MINUTE_MS = 60_000;

/** A person with a pace of their own, drawn once. */
export function createWorker(traits: WorkerTraits, random: Random): Worker {
  const { operation, chance } = traits;
  const pace = random.lognormal(1, PACE_DEVIATION);
  let sewn = traits.sewnBefore;
  let bobbin = (operation.stitchesPerBobbin ?? 0) * random.next();
  let pauseIn = random.exponential(chance.minutesBetweenPauses * MINUTE_MS);
  let faultIn = random.exponential(chance.hoursBetweenFaults * 60 * MINUTE_MS);

  const drawDelay = (stitches: number) => {
    let delay = 0;
    bobbin -= stitches;
    if (operation.stitchesPerBobbin !== null && bobbin < 0) {
      bobbin = operation.stitchesPerBobbin;
      delay += random.between(40_000, 80_000);
    }
    if (random.chance((stitches / 10_000) * chance.threadBreaksPer10000Stitches)) {
      delay += random.between(30_000, 90_000);
    }
    if (pauseIn < 0) {
      pauseIn = random.exponential(chance.minutesBetweenPauses * MINUTE_MS);
      delay += random.between(2, 5) * MINUTE_MS;
    }
    return delay;
  };

  const drawFault = () => {
    if (faultIn >= 0) return 0;
    faultIn = random.exponential(chance.hoursBetweenFaults * 60 * MINUTE_MS);
    return random.between(4, 14) * MINUTE_MS;
  };

  return {
    pseudonym: traits.person.pseudonym,
    present: traits.person.present,
    nextHandling: (pieces) =>
      drawHandling(pieces, isInspection(operation) ? FOUND : FAULTY, random),
    nextCycle() {
      sewn++;
      const mean = operation.standardMinutes * MINUTE_MS * pace * slowness(traits.learning, sewn);
      const ms = mean * scatter(random);
      pauseIn -= ms;
      faultIn -= ms;
      const seams = drawSeams(operation, random);
      const stitches = seams.reduce((sum, seam) => sum + seam, 0);
      return { ms, seams, delayMs: drawDelay(stitches), faultMs: drawFault() };
    },
    latenessMs: () => Math.min(random.lognormal(1, 1), 8) * MINUTE_MS,
  };
}

/** Of a hundred packets: so many with a piece that is not good, so many begun with a test, so many split. */
const FAULTY = 0.07;
/** Where somebody looks at every piece: two or three pieces of a hundred. */
const FOUND = 0.34;
const TESTED = 0.03;
const SPLIT = 0.015;

function drawHandling(pieces: number, faulty: number, random: Random): Handling {
  const [fate, isFaulty] = [random.next(), random.chance(faulty)];
  const bad = isFaulty && pieces > 5 ? 1 + Math.floor(random.next() * 2) : 0;
  const isSplit = random.chance(SPLIT) && pieces > 5;
  return {
    fetchMs: random.between(8_000, 16_000),
    closeMs: random.between(3_000, 6_000),
    rework: fate < 0.65 ? bad : 0,
    second: fate >= 0.65 && fate < 0.85 ? bad : 0,
    scrap: fate >= 0.85 ? bad : 0,
    isTested: random.chance(TESTED),
    splitAfter: isSplit ? Math.floor(pieces * random.between(0.3, 0.6)) : 0,
    isBeyondRepair: random.chance(0.15),
  };
}

/** Time for a piece over the standard time, by the learning curve of the glossary, down to what hands can do. */
function slowness({ ratio, standardAfterPieces }: Learning, sewn: number): number {
  return Math.max(FASTEST, (sewn / standardAfterPieces) ** Math.log2(ratio));
}

function scatter(random: Random): number {
  const excess = 1 - CONSTANT_SHARE;
  return CONSTANT_SHARE + random.lognormal(excess, EXCESS_DEVIATION * excess);
}

/** One seam for each trim of the piece; together never under what makes it a piece. */
function drawSeams(operation: Operation, random: Random): number[] {
  const { stitchesPerPiece, minStitches, trimsPerPiece } = operation;
  const seams = Array.from({ length: trimsPerPiece }, () =>
    Math.round((stitchesPerPiece / trimsPerPiece) * random.between(0.93, 1.08)),
  );
  const missing = minStitches - seams.reduce((sum, seam) => sum + seam, 0);
  return missing > 0 ? seams.map((seam) => seam + Math.ceil(missing / trimsPerPiece)) : seams;
}
