import type { Place } from "../plan/timeline.ts";
import { type Account, placeKey } from "./account.ts";
import type {
  CellFact,
  DayFacts,
  PieceFact,
  StationFacts,
  TallyFact,
  WorkFact,
} from "./day-facts.ts";
import { createRowBook, type RowBook } from "./row-book.ts";

/**
 * Books the pieces of a day ([RP2]): those that a counter made to the bundle that was put under the needle last, those that
 * acts declare to their bundle, and what no bundle explains to no order. Together they are the day's hours, to the piece.
 */
export function bookPieces(book: RowBook, facts: DayFacts): void {
  for (const station of facts.stations) bookMachine(book, station);
  for (const tally of facts.tallies) bookTally(book, tally);
  for (const { place, hour, pieces } of restOf(book, facts.cells)) {
    book.good({ place, goods: null, code: null }, pieces, { origin: "machine", hour });
  }
  for (const { place, goods, code, origin, good, rework, second, scrap } of facts.outcomes) {
    const account = { place, goods, code };
    book.add(account, { rework, second, scrap });
    if (good !== 0) book.good(account, good, { origin, hour: 0 });
  }
}

/** What the hours hold and no fact of a counter or an act explains: nothing, unless they are being counted again. */
export function unbooked(facts: DayFacts): CellFact[] {
  const book = createRowBook(facts);
  for (const station of facts.stations) bookMachine(book, station);
  for (const tally of facts.tallies) bookTally(book, tally);
  return restOf(book, facts.cells);
}

/** What is left of the hours when what was booked is taken off; also where less is in them than was booked. */
function restOf(book: RowBook, cells: readonly CellFact[]): CellFact[] {
  const booked = book.cells().map((cell) => ({ ...cell, pieces: -cell.pieces }));
  const byCell = Map.groupBy(
    [...cells, ...booked],
    ({ place, hour }) => `${hour} ${placeKey(place)}`,
  );
  return [...byCell.values()].flatMap((same) => {
    const pieces = same.reduce((sum, cell) => sum + cell.pieces, 0);
    const [cell] = same;
    return cell === undefined || pieces === 0 ? [] : [{ ...cell, pieces }];
  });
}

function bookMachine(book: RowBook, { works, pieces }: StationFacts): void {
  for (const { work, place, hour, pieces: made } of runsOf(works, pieces)) {
    const account = { place, goods: work?.goods ?? null, code: work?.code ?? null };
    book.good(account, made, { origin: "machine", hour });
  }
}

interface Run {
  readonly work: WorkFact | undefined;
  readonly place: Place;
  readonly hour: number;
  pieces: number;
}

/** Pieces that are booked together: a bundle's come one after the other. */
function runsOf(works: readonly WorkFact[], pieces: readonly PieceFact[]): Run[] {
  const runs: Run[] = [];
  for (const { at, hour, place, pieces: made } of pieces) {
    const work = workAt(works, at);
    const last = runs.at(-1);
    const isSame = last?.work === work && last?.place === place && last.hour === hour;
    if (isSame) last.pieces += made;
    else runs.push({ work, place, hour, pieces: made });
  }
  return runs;
}

/** At one time pieces are of the bundle put there last. */
export function workAt(works: readonly WorkFact[], at: number): WorkFact | undefined {
  return works.findLast(({ from, to }) => from <= at && at < to);
}

/** What a person takes off a machine's count is no piece of that person's. */
function bookTally(book: RowBook, tally: TallyFact): void {
  const { place, goods, code, hour, pieces, origin } = tally;
  const account: Account = { place, goods, code };
  const isTakenOff = pieces < 0 && goods !== null;
  book.good(account, pieces, { origin: isTakenOff ? "machine" : origin, hour });
}
