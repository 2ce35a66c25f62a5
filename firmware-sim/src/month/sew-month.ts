import { createRandom } from "../random.ts";
import { createDayBook, type DayBook } from "./day-book.ts";
import { sendDays } from "./day-counter.ts";
import type { Month, MonthDay, MonthHappening, MonthOptions, MonthStation } from "./month.ts";
import { type Coming, type StationStory, sewStation, type Turn } from "./sew-station.ts";
import { shareTime } from "./share-time.ts";
import { tellStation } from "./tell-station.ts";

/** Pieces of a morning without power, told by hand the day after. */
const BY_HAND = 12;
const BY_HAND_ON_DAY = 3;
const HOUR_MS = 3_600_000;

/**
 * A month of a workshop, as it really was and as the server hears of it: some samples late, some twice, some scans without the
 * network, finishes that are undone, corrected, sent to repair. What it comes to is known to the piece and to the minute.
 */
export function sewMonth({ seed, bundles, stations, days }: MonthOptions): Month {
  const random = createRandom(`month/${seed}`);
  const book = createDayBook(days);
  const happenings: MonthHappening[] = [];
  const begin = days[0]?.windows[0]?.from ?? 0;
  let coming: Coming[] = bundles.map((bundle) => ({ ...bundle, readyAt: begin }));
  for (const [index, station] of stations.entries()) {
    const own = random.fork(station.stationId);
    const isLast = index === stations.length - 1;
    const story = sewStation(station, coming, { days, isLast, random: own });
    happenings.push(...tellStation({ station, story, isLast, days }, book, own));
    if (station.device !== null) {
      const { idle, stops: fault } = story;
      const pieces = story.turns.flatMap((turn) => turn.pieces);
      const seen = { device: station.device, pieces, idle, fault };
      happenings.push(...sendDays(seen, days, own));
    }
    countPieces(book, station, story);
    for (const each of days) shareTime(book, { station, story }, each);
    coming = story.turns.map(passOn);
  }
  happenings.push(...countByHand(book, stations[0], days));
  const inOrder = happenings.toSorted((a, b) => a.received - b.received);
  return { happenings: inOrder, truth: { days: book.read() } };
}

function passOn({ bundle, good, finishedAt }: Turn): Coming {
  return { ...bundle, pieces: good, readyAt: finishedAt };
}

/** A machine's pieces count when they are made, less those that were declared not good; a table's when they are declared. */
function countPieces(book: DayBook, { device, operation }: MonthStation, { turns }: StationStory) {
  for (const { bundle, finishedAt, pieces, good, rework, second, scrap } of turns) {
    const { orderId, size, colour } = bundle;
    const key = { orderId, size, colour, operation };
    const { day } = book.dayAt(finishedAt);
    if (device === null) book.add(day, key, { good });
    else {
      for (const at of pieces) book.add(book.dayAt(at).day, key, { good: 1 });
      book.add(day, key, { good: -(rework + second + scrap) });
    }
    book.add(day, key, { rework, second, scrap });
  }
}

function countByHand(
  book: DayBook,
  station: MonthStation | undefined,
  days: readonly MonthDay[],
): MonthHappening[] {
  const day = days[BY_HAND_ON_DAY];
  const next = days[BY_HAND_ON_DAY + 1];
  const hour = day?.windows[0]?.from;
  const received = next?.windows[0]?.from;
  if (station === undefined || hour === undefined || received === undefined) return [];
  const key = { orderId: null, size: null, colour: null, operation: station.operation };
  book.add(day?.day ?? "", key, { good: BY_HAND });
  const { stationId } = station;
  const body = { key: `by-hand-${stationId}`, stationId, hour, pieces: BY_HAND, reason: "Coupure" };
  return [{ kind: "act", received: received + HOUR_MS, path: "/counts", body }];
}
