import type { Random } from "../random.ts";
import type { MonthBundle, MonthDay, MonthStation, Span } from "./month.ts";
import { createWorkTime } from "./work-time.ts";

/** A bundle that comes to a station. */
export interface Coming extends MonthBundle {
  /** When the station before was done with it, UTC ms. */
  readonly readyAt: number;
}

/** What became of a bundle at a station. */
export interface Turn {
  readonly bundle: Coming;
  readonly openedAt: number;
  readonly finishedAt: number;
  /** Of a machine: when each piece was done. */
  readonly pieces: readonly number[];
  readonly good: number;
  readonly rework: number;
  readonly second: number;
  readonly scrap: number;
}

/** A month at one station, as it really was. */
export interface StationStory {
  readonly turns: readonly Turn[];
  /** From badge in to badge out, one a day. */
  readonly presences: readonly Span[];
  /** Time without work, as the machine said it; tables say nothing. */
  readonly idle: readonly Span[];
  /** Time in which the machine was at fault, or of a table the person was trained. */
  readonly stops: readonly Span[];
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** The handling between two bundles takes less; what is longer is a wait. */
const WAIT_MS = 90 * SECOND_MS;
const STOPS = 0.12;
const LONGEST_STOP_MS = 2 * 60 * MINUTE_MS;

/** Sews all that comes, one bundle after the other, as long as the month lasts. */
export function sewStation(
  station: MonthStation,
  coming: readonly Coming[],
  { days, isLast, random }: { days: readonly MonthDay[]; isLast: boolean; random: Random },
): StationStory {
  const presences = days.map(({ windows }) => presenceOf(windows, random));
  const time = createWorkTime(
    days.flatMap(({ windows }, index) => clipAll(windows, presences[index])),
  );
  const turns: Turn[] = [];
  const idle: Span[] = [];
  const stops: Span[] = [];
  let free = days[0]?.windows[0]?.from ?? 0;
  for (const bundle of coming) {
    if (random.chance(STOPS)) {
      const from = time.after(free, 20 * SECOND_MS);
      const to = time.after(from, Math.round(random.between(4, 15)) * MINUTE_MS);
      // Nobody stands still over a night.
      if (to - from < LONGEST_STOP_MS) {
        stops.push({ from, to });
        free = to;
      }
    }
    const ready = time.from(bundle.readyAt + MINUTE_MS);
    const openedAt = Math.max(
      time.after(free, Math.round(random.between(10, 60)) * SECOND_MS),
      ready,
    );
    const turn = sewBundle({ station, bundle, openedAt, isLast }, time, random);
    if (turn.finishedAt === Infinity) break;
    if (openedAt - free > WAIT_MS) idle.push({ from: free, to: openedAt });
    turns.push(turn);
    free = turn.finishedAt;
  }
  return { turns, presences, idle: [...idle, { from: free, to: Infinity }], stops };
}

interface AtHand {
  readonly station: MonthStation;
  readonly bundle: Coming;
  readonly openedAt: number;
  /** The station looks at the pieces; what is not good goes to repair. */
  readonly isLast: boolean;
}

function sewBundle(
  { station, bundle, openedAt, isLast }: AtHand,
  time: ReturnType<typeof createWorkTime>,
  random: Random,
): Turn {
  const mean = station.standardMinutes * MINUTE_MS * 1.1;
  const pieces: number[] = [];
  let at = openedAt;
  for (let i = 0; i < bundle.pieces; i++) {
    at = time.after(at, Math.max(SECOND_MS, Math.round(random.lognormal(mean, mean * 0.25))));
    pieces.push(at);
  }
  const some = (ratio: number): number => pieces.filter(() => random.chance(ratio)).length;
  const rework = isLast ? some(0.04) : 0;
  const second = Math.min(some(0.005), bundle.pieces - rework);
  const scrap = Math.min(some(0.01), bundle.pieces - rework - second);
  return {
    ...{ bundle, openedAt, pieces, rework, second, scrap },
    finishedAt: time.after(at, 5 * SECOND_MS),
    good: bundle.pieces - rework - second - scrap,
  };
}

/** Some minutes after the day begins, some before it ends. */
function presenceOf(windows: readonly Span[], random: Random): Span {
  const late = Math.round(random.between(0, 4)) * MINUTE_MS;
  const early = Math.round(random.between(0, 6)) * MINUTE_MS;
  return { from: (windows[0]?.from ?? 0) + late, to: (windows.at(-1)?.to ?? 0) - early };
}

function clipAll(windows: readonly Span[], there: Span | undefined): Span[] {
  if (there === undefined) return [];
  return windows.map(({ from, to }) => ({
    from: Math.max(from, there.from),
    to: Math.min(to, there.to),
  }));
}
