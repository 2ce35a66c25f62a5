import type { Random } from "../random.ts";
import type { DayBook } from "./day-book.ts";
import type { MonthDay, MonthHappening, MonthStation, Span } from "./month.ts";
import type { StationStory, Turn } from "./sew-station.ts";
import { createWorkTime } from "./work-time.ts";

interface AtStation {
  readonly station: MonthStation;
  readonly story: StationStory;
  /** Its finishes are inspections. */
  readonly isLast: boolean;
  readonly days: readonly MonthDay[];
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const OFFLINE = 0.1;
const UNDONE = 0.1;
const CORRECTED = 0.5;
const DEFECTS = ["seam-open", "stain", "pleat"];
const NONE = { good: 0, rework: 0, second: 0, scrap: 0 };

/** What people at a station, and the supervisor about it, send in the month; defects and repairs are written down. */
export function tellStation(at: AtStation, book: DayBook, random: Random): MonthHappening[] {
  const { station, story } = at;
  const write = createWriter(station);
  return [
    ...story.presences.flatMap((there) => badges(write, station, there)),
    ...story.stops.map((stop) => explained(station, stop)),
    ...story.turns.flatMap((turn) => {
      const isOffline = station.device === null && random.chance(OFFLINE);
      const late = isOffline ? Math.round(random.between(2, 20)) * MINUTE_MS : 0;
      const told = { write, book, random, late };
      return [
        write("/scans", turn.openedAt, { code: turn.bundle.code, late }),
        ...(at.isLast ? inspected({ turn, at }, told) : finished(turn, told)),
      ];
    }),
  ];
}

/** Something done at a station: what, when, and how long its tablet keeps it, ms. */
type Write = (path: string, at: number, done: Done) => MonthHappening;

interface Done {
  readonly late?: number;
  readonly [field: string]: unknown;
}

function createWriter({ stationId }: MonthStation): Write {
  let drawn = 0;
  return (path, at, { late = 0, ...fields }) => {
    drawn += 1;
    const received = at + late;
    const key = `month-${stationId}-${drawn}`;
    const head = {
      key,
      stationId,
      at,
      sentAt: received,
      origin: "scan",
      ...(late > 0 && { offline: true }),
    };
    return { kind: "act", received, path, body: { ...head, ...fields } };
  };
}

function badges(write: Write, { badge }: MonthStation, { from, to }: Span): MonthHappening[] {
  return [
    write("/badges", from, { badge, direction: "in" }),
    write("/badges", to, { badge, direction: "out" }),
  ];
}

/** A quarter of an hour later somebody says why, at the desk. */
function explained({ stationId, device }: MonthStation, { from, to }: Span): MonthHappening {
  const cause = device === null ? "training" : "machine";
  const at = to + 15 * MINUTE_MS;
  const head = { key: `stop-of-${stationId}-${from}`, at, sentAt: at, origin: "hand" };
  const body = { ...head, scope: { stationId }, from, to, cause };
  return { kind: "act", received: at, path: "/stops", body };
}

/** Some say a wrong number first, see it at once and take it back. */
function finished(
  { bundle, finishedAt, good, rework, second, scrap }: Turn,
  { write, random, late }: Told,
): MonthHappening[] {
  const right = { code: bundle.code, good, rework, second, scrap, late };
  const last = write("/finishes", finishedAt, right);
  if (good < 2 || !random.chance(UNDONE)) return [last];
  const wrong = write("/finishes", finishedAt - 4 * SECOND_MS, {
    ...right,
    good: good - 1,
    scrap: scrap + 1,
  });
  const { key } = wrong.kind === "act" ? (wrong.body as { key: string }) : { key: "" };
  return [wrong, write("/undos", finishedAt - 2 * SECOND_MS, { undoes: key, late }), last];
}

interface Told {
  readonly write: Write;
  readonly book: DayBook;
  readonly random: Random;
  /** What happens at the table meanwhile is kept by its tablet for so long, ms. */
  readonly late: number;
}

/** What is not good has a defect; some counts are corrected at the desk afterwards, and what can be repaired comes back. */
function inspected({ turn, at }: { turn: Turn; at: AtStation }, told: Told): MonthHappening[] {
  const { write, book, random, late } = told;
  const { bundle, finishedAt, good, rework, second, scrap } = turn;
  const right = { good, rework, second, scrap };
  const { day } = book.dayAt(finishedAt);
  book.inspect(day, { inspected: good + rework + second + scrap, good });
  const faulty = rework + second + scrap;
  const defects = Array.from({ length: faulty }, () => {
    const defect = DEFECTS[Math.floor(random.next() * DEFECTS.length)] ?? "stain";
    return { defect, operation: null, pieces: 1 };
  });
  for (const { defect, pieces } of defects) book.defect(day, defect, pieces);
  const key = `inspected-${bundle.code}`;
  const isWrong = second + scrap > 0 && random.chance(CORRECTED);
  const said = isWrong ? { ...NONE, good: good + second + scrap, rework } : right;
  const outcome = {
    code: bundle.code,
    ...said,
    defects: isWrong ? defects.slice(0, rework) : defects,
  };
  return [
    write("/finishes", finishedAt, { ...outcome, key, late }),
    ...(isWrong ? [corrected({ key, at: finishedAt, outcome: right, defects })] : []),
    ...repaired({ turn, at }, told),
  ];
}

function corrected(what: {
  key: string;
  at: number;
  outcome: object;
  defects: object[];
}): MonthHappening {
  const { key, at, outcome, defects } = what;
  const body = { key: `amend-${key}`, amends: key, outcome, defects, reason: "Mal compté" };
  // After whatever a tablet kept meanwhile.
  return { kind: "act", received: at + 60 * MINUTE_MS, path: "/amendments", body };
}

/** Half an hour of work later, unless the month is over. */
function repaired(
  { turn, at }: { turn: Turn; at: AtStation },
  { write, book }: Told,
): MonthHappening[] {
  const { bundle, finishedAt, rework } = turn;
  const time = createWorkTime(at.story.presences);
  const back = time.after(finishedAt, 30 * MINUTE_MS);
  if (rework === 0 || back === Infinity) return [];
  const { orderId, size, colour } = bundle;
  const key = { orderId, size, colour, operation: at.station.operation };
  book.add(book.dayAt(back).day, key, { good: rework });
  return [write("/finishes", back, { code: bundle.code, ...NONE, good: rework, repaired: true })];
}
