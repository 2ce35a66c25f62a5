import { bookMinutes, stopParts } from "./book-minutes.ts";
import { bookPieces } from "./book-pieces.ts";
import type { DayBody } from "./day-body.ts";
import type { DayFacts } from "./day-facts.ts";
import { createRowBook } from "./row-book.ts";

/** What a working day comes to ([RP2] to [RP4]). Pure: the same facts give the same rows, in the same order. */
export function foldDay(facts: DayFacts): DayBody {
  const book = createRowBook(facts);
  bookPieces(book, facts);
  bookMinutes(book, facts);
  return {
    rows: book.rows(),
    hours: book.hours(),
    stops: stopParts(facts),
    inspections: facts.inspections,
    targets: facts.targets,
  };
}
