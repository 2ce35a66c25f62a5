import { createRandom, type Random } from "@trame/firmware-sim";
import type { ReportedState, Sample } from "@trame/shared";
import { deviceId, PIECES, SLOTS, slotAt, type YearDay } from "./year-calendar.ts";

/** One message of a counter, with one sample. */
export interface Telling {
  readonly received: number;
  readonly messageUp: number;
  readonly sample: Sample;
}

/** What a counter tells from when it is switched on in the morning until it is switched off in the evening. */
export interface CounterDay {
  readonly station: number;
  readonly deviceId: string;
  readonly boot: string;
  readonly tellings: readonly Telling[];
}

interface Moment {
  readonly up: number;
  readonly isPiece: boolean;
  readonly state: ReportedState | null;
}

const MINUTE_MS = 60_000;
const HEARTBEAT_MS = 15_000;
const IDLE_AFTER_MS = 120_000;
/** Switched on before work, off after it. */
const EARLY_MS = 5 * MINUTE_MS;
const ON_MS = 9 * 60 * MINUTE_MS + 2 * EARLY_MS;
const STITCHES = 240;
const TRIMS = 4;
/** Between two bundles. */
const CHANGE_MS = 40_000;
/** How long a message waits for its turn, and how long it travels. ms */
const WAIT_MS = 900;
const TRAVEL_MS = 60;

/** The day of one counter; the same every time. */
export function counterDay(day: YearDay, station: number): CounterDay {
  const random = createRandom(`${day.date}/${station}`);
  const beganAt = day.beganAt - EARLY_MS + Math.floor(random.between(0, MINUTE_MS));
  const pieces = pieceUps(day, { beganAt, random });
  let sentUp = 0;
  let received = 0;
  let made = 0;
  const tellings = momentsOf(pieces).map(({ up, isPiece, state }, index): Telling => {
    if (isPiece) made += 1;
    sentUp = Math.max(sentUp, up + Math.floor(random.between(0, WAIT_MS)));
    // What is sent later does not overtake what was sent before.
    received = Math.max(received, beganAt + sentUp + Math.ceil(random.between(1, TRAVEL_MS)));
    const totals = { pieces: made, stitches: made * STITCHES, trims: made * TRIMS };
    return { received, messageUp: sentUp, sample: { seq: index + 1, up, ...totals, state } };
  });
  return { station, deviceId: deviceId(station), boot: random.hex(8), tellings };
}

/** So many pieces a bundle, at no even pace. */
function pieceUps(
  day: YearDay,
  { beganAt, random }: { beganAt: number; random: Random },
): number[] {
  return Array.from({ length: SLOTS }, (_, slot) => {
    const { from, to } = slotAt(day, slot);
    const pace = (to - from - 2 * CHANGE_MS) / PIECES;
    return Array.from({ length: PIECES }, (__, piece) =>
      Math.floor(from - beganAt + CHANGE_MS + (piece + random.next()) * pace),
    );
  }).flat();
}

/** Samples as a counter takes them: at each piece, each heartbeat, and when the machine begins or ceases to run. */
function momentsOf(pieces: readonly number[]): Moment[] {
  const moments: Moment[] = [{ up: 0, isPiece: false, state: "idle" }];
  for (let up = HEARTBEAT_MS; up < ON_MS; up += HEARTBEAT_MS) {
    moments.push({ up, isPiece: false, state: null });
  }
  for (const [index, up] of pieces.entries()) {
    const before = pieces[index - 1] ?? -Infinity;
    const next = pieces[index + 1] ?? Infinity;
    moments.push({ up, isPiece: true, state: up - before > IDLE_AFTER_MS ? "running" : null });
    const idleAt = up + IDLE_AFTER_MS;
    if (next > idleAt) moments.push({ up: idleAt, isPiece: false, state: "idle" });
  }
  return moments.toSorted((a, b) => a.up - b.up);
}
