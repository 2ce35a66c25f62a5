import { placeKey } from "./account.ts";
import type { CellFact, DayFacts, StationFacts, TallyFact } from "./day-facts.ts";
import { type MadePieces, madePieces } from "./made-pieces.ts";
import { createRowBook, type RowBook } from "./row-book.ts";
import { tallyAccount } from "./tally-account.ts";

/**
 * Books the pieces of a day ([RP2]): those that a counter made to what explains them, those that
 * acts declare to their bundle, and what no bundle explains to no order. Together they are the day's hours, to the piece.
 */
export function bookPieces(book: RowBook, facts: DayFacts): void {
  for (const station of facts.stations) bookMachine(book, facts, station);
  for (const tally of facts.tallies) bookTally(book, facts, tally);
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
  for (const station of facts.stations) bookMachine(book, facts, station);
  for (const tally of facts.tallies) bookTally(book, facts, tally);
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

/** Pieces that are booked together: a bundle's come one after the other. */
function bookMachine(book: RowBook, facts: DayFacts, station: StationFacts): void {
  let run: { -readonly [Of in keyof MadePieces]: MadePieces[Of] } | null = null;
  for (const made of madePieces(facts, station)) {
    if (run !== null && isSameRun(run, made)) {
      run.pieces += made.pieces;
      continue;
    }
    bookRun(book, run);
    run = { ...made };
  }
  bookRun(book, run);
}

function isSameRun(a: MadePieces, b: MadePieces): boolean {
  const isSameWork = a.goods === b.goods && a.code === b.code && a.origin === b.origin;
  return isSameWork && a.place === b.place && a.hour === b.hour;
}

function bookRun(book: RowBook, run: MadePieces | null): void {
  if (run === null) return;
  const { place, goods, code, pieces, origin, hour } = run;
  book.good({ place, goods, code }, pieces, { origin, hour });
}

/** What a person declares not to be good, of what a machine counted, is no piece of that person's. */
function bookTally(book: RowBook, facts: DayFacts, tally: TallyFact): void {
  const { hour, pieces } = tally;
  const account = tallyAccount(facts, tally);
  const isTakenOff = pieces < 0 && account.goods !== null && tally.origin !== "correction";
  book.good(account, pieces, { origin: isTakenOff ? "machine" : tally.origin, hour });
}
