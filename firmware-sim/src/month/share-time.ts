import type { DayBook } from "./day-book.ts";
import type { MonthDay, MonthStation, Span } from "./month.ts";
import type { StationStory, Turn } from "./sew-station.ts";
import { overlap } from "./work-time.ts";

const MINUTE_MS = 60_000;
/** What is shorter is the handling between two bundles. */
const SHORTEST_WAIT_MS = 5 * MINUTE_MS;

interface AtStation {
  readonly station: MonthStation;
  readonly story: StationStory;
}

/** Writes down whose the minutes of a day were, and how many of them the station stood still. */
export function shareTime(book: DayBook, { station, story }: AtStation, at: MonthDay): void {
  const { day, windows } = at;
  const there = story.presences.find(({ from }) => isOn(from, windows));
  const worked = there === undefined ? [] : windows.map((window) => cut(window, there));
  for (const { turn, ...span } of segments(story.turns, windows)) {
    const { orderId = null, size = null, colour = null } = turn?.bundle ?? {};
    const key = { orderId, size, colour, operation: station.operation };
    const attendedMinutes = overlap(span, worked) / MINUTE_MS;
    if (attendedMinutes > 0) book.add(day, key, { attendedMinutes });
  }
  const stop = (cause: string) => (span: Span) =>
    book.stop(day, cause, {
      all: overlap(span, windows) / MINUTE_MS,
      attended: overlap(span, worked) / MINUTE_MS,
    });
  const isWait = (span: Span): boolean => overlap(span, windows) >= SHORTEST_WAIT_MS;
  if (station.device !== null) story.idle.filter(isWait).forEach(stop(""));
  story.stops.forEach(stop(station.device === null ? "training" : "machine"));
}

/** From the end of one bundle to the end of the next; what follows the last end is of the bundle begun last. */
function segments(all: readonly Turn[], windows: readonly Span[]) {
  const from = windows[0]?.from ?? 0;
  const to = windows.at(-1)?.to ?? 0;
  const turns = all.filter(({ openedAt, finishedAt }) => openedAt < to && finishedAt > from);
  const ended = turns.filter(({ finishedAt }) => finishedAt <= to);
  const edges = [-Infinity, ...ended.map(({ finishedAt }) => finishedAt), Infinity];
  return edges.slice(1).map((edge, index) => ({
    from: Math.max(from, edges[index] ?? from),
    to: Math.min(to, edge),
    turn: ended[index] ?? turns.at(-1),
  }));
}

function isOn(at: number, windows: readonly Span[]): boolean {
  return at >= (windows[0]?.from ?? Infinity) && at < (windows.at(-1)?.to ?? -Infinity);
}

function cut(window: Span, there: Span): Span {
  return { from: Math.max(window.from, there.from), to: Math.min(window.to, there.to) };
}
